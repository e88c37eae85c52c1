/** The sign before the decimals of a file's numbers: as they show it, or as the person says where a column has both. */
import type { KindId } from "../core/model/index.ts";
import { isNumber, type LocaleFormat, tidyNumber } from "../fields/index.ts";

export type Decimal = "." | ",";

/** A column with both signs: one number of each, as the file has them. */
export interface DecimalQuestion {
  readonly columns: readonly string[];
  readonly comma: string;
  readonly point: string;
  /** Without an answer, the cells could not be taken; else they stay text. */
  readonly needed: boolean;
}

/** From the first digit to the last, with a sign right before or behind them: words beside a number have points, too. */
const BODY = /[.,]?\d(?:.*\d)?[.,]?/s;
const MAY_BE_GROUP = /^\d{1,3}[.,]\d{3}$/;
/** What nearly all numbers are. */
const PLAIN = /^-?\p{Sc}?(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+(?=\.)|(?:\.\d{3})+(?=,)))[.,]\d+$/u;

/** The decimal sign of a text if it is a number; null where there is none, or where it could be grouping. */
function signOf(text: string): Decimal | null {
  const body = BODY.exec(text)?.[0] ?? "";
  const point = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const [sign, other] = point >= 0 ? ([".", ","] as const) : ([",", "."] as const);
  // Nothing but groups stands twice.
  if (body.indexOf(sign) !== body.lastIndexOf(sign)) return other;
  return MAY_BE_GROUP.test(body) ? null : sign;
}

/** The decimal sign a text shows. What is no number in the end tells nothing of those that are. */
function decimalShown(text: string, locale: LocaleFormat): Decimal | null {
  const sign = signOf(text);
  if (sign === null || PLAIN.test(text)) return sign;
  return isNumber(text, { ...locale, decimal: sign }) ? sign : null;
}

interface Shown {
  readonly locale: LocaleFormat;
  readonly signs: ReadonlySet<Decimal>;
}

/** Looked for once in each column, which several ask. */
const known = new WeakMap<readonly string[], Shown>();

/** Those that the texts show: none, one or both. */
function decimalsOf(texts: readonly string[], locale: LocaleFormat): ReadonlySet<Decimal> {
  const before = known.get(texts);
  if (before?.locale === locale) return before.signs;
  const signs = new Set<Decimal>();
  for (const text of texts) {
    const sign = decimalShown(text, locale);
    if (sign !== null) signs.add(sign);
    if (signs.size > 1) break;
  }
  known.set(texts, { locale, signs });
  return signs;
}

/** The only sign that the columns show; null where they show none or both. */
export function decimalOf(columns: readonly (readonly string[])[], locale: LocaleFormat): Decimal | null {
  const [only = null, ...others] = new Set(columns.flatMap((texts) => [...decimalsOf(texts, locale)]));
  return others.length === 0 ? only : null;
}

const NUMBER = /^[(+-]?\s*(?:\p{Sc}|[A-Z]{3})?\s*[+-]?\d[\d.,'’\s]*(?:\p{Sc}|[A-Z]{3}|%)?\s*[)-]?$/u;

const looksNumeric = (text: string): boolean => NUMBER.test(tidyNumber(text));

/** Whether one of them shows both signs: only then was somebody asked. */
export const showsBoth = (columns: readonly (readonly string[])[], locale: LocaleFormat): boolean =>
  columns.some((texts) => decimalsOf(texts, locale).size > 1);

/** Nothing but numbers, some with a decimal point and some with a comma: nobody can tell what all of them are. */
export const mixesDecimals = (texts: readonly string[], locale: LocaleFormat): boolean =>
  texts.every((text) => text.trim() === "" || looksNumeric(text)) && decimalsOf(texts, locale).size > 1;

/** What amounts have beside their digits. */
const CURRENCY = /\p{Sc}|[A-Z]{3}/u;

/** Of texts that mix decimals: what a column of them is, once it is said how they are read. */
export const kindOfMixed = (texts: readonly string[]): KindId =>
  texts.some((text) => CURRENCY.test(text)) ? "money" : "number";

/** With one sign only: a number with both is one number, whatever the rest of its column has. */
const isOpen = (text: string): boolean => text.includes(".") !== text.includes(",");

/** One that shows the sign, best one that has it. */
function example(numbers: readonly string[], sign: Decimal, locale: LocaleFormat): string | undefined {
  const showing = numbers.filter((text) => decimalShown(text, locale) === sign);
  return showing.find((text) => text.includes(sign)) ?? showing[0];
}

/** The question about a file, as one column after the other turns out to show both signs. */
export class DecimalDoubts {
  private readonly columns: string[] = [];
  private examples: Pick<DecimalQuestion, "comma" | "point"> | null = null;
  private needed = false;
  private readonly locale: LocaleFormat;

  constructor(locale: LocaleFormat) {
    this.locale = locale;
  }

  /** Asks about these too, where they show both. A column that `needs` the answer is not to be taken before. */
  add(name: string, texts: readonly string[], needs: boolean): void {
    if (decimalsOf(texts, this.locale).size < 2) return;
    const numbers = texts.filter(looksNumeric);
    const comma = example(numbers, ",", this.locale);
    const point = example(numbers, ".", this.locale);
    if (comma === undefined || point === undefined || !numbers.some(isOpen)) return;
    this.examples ??= { comma, point };
    this.columns.push(name);
    this.needed ||= needs;
  }

  get question(): DecimalQuestion | null {
    const { columns, examples, needed } = this;
    return examples === null ? null : { columns, ...examples, needed };
  }
}
