/**
 * The order of text. A workbook in Chinese uses its locale's own order; in any other language Chinese names
 * come after the rest, by pinyin or strokes, because the locale's own order for them would mean nothing to anyone.
 */
import { type HanOrder, hanOrderOf } from "../../core/model/index.ts";

type Compare = (a: string, b: string) => number;

/** A total order up to canonical equality; numbers inside text by size ("K9" before "K10"). */
export interface Collation {
  readonly compare: Compare;
  /** Texts of a lower stratum come before all of a higher one; within one its own comparison decides. */
  readonly strata: readonly Compare[];
  /** Index into `strata`. */
  readonly stratumOf: (text: string) => number;
}

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LOCALES: Readonly<Record<HanOrder, string>> = {
  pinyin: "zh-Hans-u-co-pinyin",
  stroke: "zh-Hant-u-co-stroke",
};
const LAST_BEFORE_HAN = 0x2e7f;
const made = new Map<string, Collation>();

function makeCollation(locale: string): Collation {
  const own = new Intl.Collator(locale, { numeric: true }).compare;
  if (locale.startsWith("zh")) return { compare: own, strata: [own], stratumOf: () => 0 };
  const foreign = new Intl.Collator(HAN_LOCALES[hanOrderOf(locale)], { numeric: true }).compare;
  const stratumOf = (text: string): number =>
    text.charCodeAt(0) > LAST_BEFORE_HAN && HAN_FIRST.test(text) ? 1 : 0;
  const compare: Compare = (a, b) => {
    const stratum = stratumOf(a);
    return stratum - stratumOf(b) || (stratum === 0 ? own(a, b) : foreign(a, b));
  };
  return { compare, strata: [own, foreign], stratumOf };
}

/** `locale` is a BCP 47 tag, "-u-co-stroke" and its like included; an unknown one falls back as Intl does. */
export function collation(locale: string): Collation {
  let known = made.get(locale);
  if (known === undefined) {
    known = makeCollation(locale);
    made.set(locale, known);
  }
  return known;
}
