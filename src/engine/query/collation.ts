/**
 * The order of text. A workbook in Chinese uses its locale's own order; in any other language Chinese names
 * come after the rest, by pinyin, because the locale's own order for them would mean nothing to anyone.
 */

export interface Collation {
  /** A total order up to canonical equality; numbers inside text by size ("K9" before "K10"). */
  readonly compare: (a: string, b: string) => number;
  /** Indices of `texts` in order; texts the collation calls equal keep their sequence. */
  readonly order: (texts: readonly string[]) => Uint32Array;
}

const HAN_FIRST = /^\p{Script=Han}/u;
const made = new Map<string, Collation>();

function makeCollation(locale: string): Collation {
  const own = new Intl.Collator(locale, { numeric: true }).compare;
  const foreign = locale.startsWith("zh")
    ? null
    : new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true }).compare;
  const compare = (a: string, b: string): number => {
    if (foreign === null) return own(a, b);
    const han = HAN_FIRST.test(a);
    if (han !== HAN_FIRST.test(b)) return han ? 1 : -1;
    return han ? foreign(a, b) : own(a, b);
  };
  const sorted = (texts: readonly string[], indices: number[], by: typeof own): number[] =>
    indices.sort((a, b) => by(texts[a] ?? "", texts[b] ?? "") || a - b);
  // Parted first, so that the class test runs n times and not n log n times.
  const order = (texts: readonly string[]): Uint32Array => {
    const latin: number[] = [];
    const han: number[] = [];
    for (const [index, text] of texts.entries()) {
      (foreign !== null && HAN_FIRST.test(text) ? han : latin).push(index);
    }
    return Uint32Array.from([...sorted(texts, latin, own), ...sorted(texts, han, foreign ?? own)]);
  };
  return { compare, order };
}

/** `locale` is a BCP 47 tag; an unknown one falls back as Intl does. */
export function collation(locale: string): Collation {
  let known = made.get(locale);
  if (known === undefined) {
    known = makeCollation(locale);
    made.set(locale, known);
  }
  return known;
}
