/** Papa Parse's tokenizer, without its guessing, typing and streaming: a text to rows of texts. */
import Papa from "papaparse";
import type { LineEnd, Signs } from "./lines.ts";

export interface Tokenized {
  readonly rows: readonly (readonly string[])[];
  /** Where the row behind the last complete one begins. */
  readonly cursor: number;
  /** The first row whose quotes are wrong; -1 if all are well. It may be the one that is not complete. */
  readonly badRow: number;
}

interface ParserResult {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** `last`: nothing comes behind the text, so that its last row counts. `limit`: rows to stop after, 0 for all. */
export function tokenize(
  text: string,
  { delimiter, quote }: Signs,
  lineEnd: LineEnd,
  last: boolean,
  limit = 0,
): Tokenized {
  const parser = new Papa.Parser({ delimiter, newline: lineEnd, quoteChar: quote, preview: limit });
  const result: ParserResult = parser.parse(text, 0, !last);
  return { rows: result.data, cursor: result.meta.cursor, badRow: result.errors[0]?.row ?? -1 };
}
