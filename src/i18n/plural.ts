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
