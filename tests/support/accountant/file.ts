/** A file as it was sent, and what must come of it: cell by cell, or told. */
import type { Encoding } from "../../../src/exchange/index.ts";

/** What a cell becomes that does not read: its row is rejected with the line and the reason. */
export const REFUSED = "?";

export interface SentFile {
  readonly name: string;
  readonly text: string;
  /** UTF-8, if it is not said. */
  readonly encoding?: Encoding;
  /** Of the workbook that it goes into, and of whoever reads the file: BCP 47. American, if it is not said. */
  readonly locale?: string;
  /** Null where no line names the columns. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Lines that are no rows, with the reason. */
  readonly leftOut?: string;
  /** What is asked, mended or only read with a doubt: each with the line or the column. */
  readonly told?: readonly string[];
  /** What was answered to the questions. `means` is what comes then. */
  readonly answer?: { readonly dayOrder?: "dmy" | "mdy"; readonly decimal?: "." | "," };
  /**
   * By column: its kind, and what its cells mean as exports write it. All other cells stay the texts that they are;
   * nothing: the column comes under another name.
   */
  readonly means?: Readonly<Record<string, readonly string[]>>;
}

/** Of the workbook, by where it is. */
const CURRENCIES: Readonly<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  IN: "INR",
  AU: "AUD",
  NZ: "NZD",
  CA: "CAD",
  CH: "CHF",
  SE: "SEK",
  CZ: "CZK",
  BR: "BRL",
  CN: "CNY",
  TW: "TWD",
  HK: "HKD",
  JP: "JPY",
};

export const currencyOf = (locale: string): string => CURRENCIES[locale.slice(-2)] ?? "EUR";

/** Cells of a row, between strokes. */
export const row = (text: string): readonly string[] => text.split("|").map((cell) => cell.trim());

export const rows = (...texts: readonly string[]): readonly (readonly string[])[] => texts.map(row);

/** As Windows ends lines. */
export const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join("");

/** As everyone else does. */
export const unixLines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");

const NEEDS_QUOTES = /[",;\t\r\n]/;
const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as Excel writes them. */
export const csv = (table: readonly (readonly string[])[], delimiter = ",", end = "\r\n"): string =>
  table.map((cells) => cells.map(quoted).join(delimiter) + end).join("");
