/** Counts as a language writes them: grouped digits and the right form of the noun. */

const numbers = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

export function groupedNumber(language: string, value: number): string {
  let format = numbers.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language);
    numbers.set(language, format);
  }
  return format.format(value);
}

/** "1 row", "2 rows": the number grouped, then the form that the language's plural rules ask for. */
export function counted(
  language: string,
  count: number,
  forms: { readonly one: string; readonly other: string },
): string {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  const form = rule.select(count) === "one" ? forms.one : forms.other;
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
