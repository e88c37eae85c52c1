/** The sign before the decimals of a file's numbers: as they show it, or as the person says where a column has both. */
import type { KindId } from "../core/model/index.ts";

export type Decimal = "." | ",";

/** A column with both signs: one number of each, as the file has them. */
export interface DecimalQuestion {
  readonly columns: readonly string[];
  readonly comma: string;
  readonly point: string;
  /** Without an answer, the cells could not be taken; else they stay text. */
  readonly needed: boolean;
}

const GROUPED = /^\D*\d{1,3}([.,])\d{3}(?:\1\d{3})*\D*$/;

/** The decimal sign a text shows; null where it shows none, or where it could be grouping. */
function decimalShown(text: string): Decimal | null {
  const point = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if ((point < 0 && comma < 0) || (GROUPED.test(text) && (point < 0 || comma < 0))) return null;
  return point > comma ? "." : ",";
}

/** Looked for once in each column, which several ask. */
const known = new WeakMap<readonly string[], ReadonlySet<Decimal>>();

/** Those that the texts show: none, one or both. */
function decimalsOf(texts: readonly string[]): ReadonlySet<Decimal> {
  const before = known.get(texts);
  if (before !== undefined) return before;
  const shown = new Set<Decimal>();
  for (const text of texts) {
    const sign = decimalShown(text);
    if (sign !== null) shown.add(sign);
    if (shown.size > 1) break;
  }
  known.set(texts, shown);
  return shown;
}

/** The only sign that the columns show; null where they show none or both. */
export function decimalOf(columns: readonly (readonly string[])[]): Decimal | null {
  const [only = null, ...others] = new Set(columns.flatMap((texts) => [...decimalsOf(texts)]));
  return others.length === 0 ? only : null;
}

const NUMBER = /^[(+-]?\s*(?:\p{Sc}|[A-Z]{3})?\s*[+-]?\d[\d.,'’\s]*(?:\p{Sc}|[A-Z]{3}|%)?\s*[)-]?$/u;

/** Nothing but numbers, some with a decimal point and some with a comma: nobody can tell what all of them are. */
export const mixesDecimals = (texts: readonly string[]): boolean =>
  texts.every((text) => text.trim() === "" || NUMBER.test(text.trim())) && decimalsOf(texts).size > 1;

/** What amounts have beside their digits. */
const CURRENCY = /\p{Sc}|[A-Z]{3}/u;

/** Of texts that mix decimals: what a column of them is, once it is said how they are read. */
export const kindOfMixed = (texts: readonly string[]): KindId =>
  texts.some((text) => CURRENCY.test(text)) ? "money" : "number";

/** With one sign only: a number with both is one number, whatever the rest of its column has. */
const isOpen = (text: string): boolean => text.includes(".") !== text.includes(",");

/** Asks about these too, where they show both signs. A column that `needs` the answer is not to be taken before. */
export function askedAbout(
  asked: DecimalQuestion | null,
  name: string,
  texts: readonly string[],
  needs: boolean,
): DecimalQuestion | null {
  if (decimalsOf(texts).size < 2) return asked;
  const numbers = texts.filter((text) => NUMBER.test(text.trim()));
  const comma = numbers.find((text) => decimalShown(text) === ",");
  const point = numbers.find((text) => decimalShown(text) === ".");
  if (comma === undefined || point === undefined || !numbers.some(isOpen)) return asked;
  if (asked === null) return { columns: [name], comma, point, needed: needs };
  return { ...asked, columns: [...asked.columns, name], needed: asked.needed || needs };
}
