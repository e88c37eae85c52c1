/** Counts as a language writes them: grouped digits and the right form of the noun. */
import { numberFormat, pluralRules } from "./intl.ts";

export const groupedNumber = (language: string, value: number): string =>
  numberFormat(language, {}).format(value);

/** "1 row", "2 rows": the number grouped, then the form that the language's plural rules ask for. */
export function counted(
  language: string,
  count: number,
  forms: { readonly one: string; readonly other: string },
): string {
  const form = pluralRules(language, {}).select(count) === "one" ? forms.one : forms.other;
  return `${groupedNumber(language, count)} ${form}`;
}

/** "12 rows = 3 new + 9 changed": a whole and its parts, of which those that are none are left out. */
export function sumText<Part extends string>(
  language: string,
  counts: Readonly<Record<Part, number>>,
  words: { readonly whole: (count: number) => string; readonly parts: Readonly<Record<Part, string>> },
): string {
  const parts = Object.keys(words.parts).flatMap((key) => {
    const part = key as Part;
    return counts[part] === 0 ? [] : [{ count: counts[part], word: words.parts[part] }];
  });
  const whole = words.whole(parts.reduce((sum, { count }) => sum + count, 0));
  const sum = parts.map(({ count, word }) => `${groupedNumber(language, count)} ${word}`).join(" + ");
  return sum === "" ? whole : `${whole} = ${sum}`;
}

/** What a number of things come to, one after the other; without those that are none. */
export const listed = (
  comma: string,
  ...parts: readonly (readonly [count: number, told: string])[]
): string => parts.flatMap(([count, told]) => (count === 0 ? [] : [told])).join(comma);
