/** What a cell looks like, by its text alone: enough to tell names of columns from values. */
import { tidyNumber } from "../../fields/index.ts";

const NUMBER = /^[-+(]?\p{Sc}?\s?\d[\d.'’\s]*%?\)?$/u;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{4}年\d{1,2}月\d{1,2}日$/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LINK = /^https?:\/\//i;

/**
 * Characters for which a cell is written in quotes, whatever the delimiter, so that no reader can take another for
 * ours.
 */
export const NEEDS_QUOTES = /[",;|^，\t\r\n\ufeff]|~~|^\s|\s$/;

export type Look = "empty" | "date" | "number" | "mail" | "link" | "text";

export function lookOf(text: string): Look {
  if (text === "") return "empty";
  // So that our own file is never taken for one without names, even where all its cells are quoted.
  if (NEEDS_QUOTES.test(text)) return "text";
  if (DATE.test(text)) return "date";
  if (NUMBER.test(text)) return "number";
  if (MAIL.test(text)) return "mail";
  return LINK.test(text) ? "link" : "text";
}

/** Whether a name could be taken for a value; the writer then makes sure that it is not. */
export const looksLikeData = (cell: string): boolean => {
  const look = lookOf(cell);
  return look !== "text" && look !== "empty";
};

const LONGEST = 40;
const AMOUNT = /^[-+−(]?\s?(?:\p{Sc}|[A-Z]{3})?\s?[-−]?\d[\d.,'’\s]*(?:%|\p{Sc}|[A-Z]{3}|-|\))?\s?$/u;
const DAY = /^\d{1,4}([-/.年])\s?\d{1,2}(?:\1|月)\s?\d{1,4}日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?$/;

/** A number or a date in whatever convention: wider than `lookOf`, for weighing how a file is to be read. */
export function isMeasured(text: string): boolean {
  const tidy = tidyNumber(text);
  return tidy !== "" && tidy.length < LONGEST && (AMOUNT.test(tidy) || DAY.test(tidy));
}
