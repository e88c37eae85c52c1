/**
 * Line ends. Papa Parse splits rows at one kind only and merges rows silently where a file mixes them, so each
 * stretch of text is looked at first; mixed ones are made the same outside quotes, never inside.
 */

import type { Delimiter, Quote } from "../terms.ts";

export type LineEnd = "\r\n" | "\n" | "\r";

/** What stands between cells and around them. */
export interface Signs {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
}

export interface Prepared {
  readonly text: string;
  readonly lineEnd: LineEnd;
  /** The first in the text as it was; null where it has none. */
  readonly firstEnd: LineEnd | null;
  /** Null where all line ends are alike, else how many lines end before the first that is not. */
  readonly odd: number | null;
  /** Where in the text as it was a place of the prepared text lies. */
  readonly rawLength: (length: number) => number;
}

const same = (length: number): number => length;

export function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + char.length)) count += 1;
  return count;
}

/** End of the quoted stretch that opens at `open`: behind its closing quote, or the text's end. */
function behindQuotes(text: string, open: number, sign: Quote): number {
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf(sign, at);
    if (quote < 0) return text.length;
    if (text.charAt(quote + 1) !== sign) return quote + 1;
    at = quote + 2;
  }
}

/** Whether a cell begins at a place of the text. */
function beginsCell(text: string, at: number, { delimiter }: Signs): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0 || before === 10 || before === 13) return true;
  const ends = before === delimiter.charCodeAt(delimiter.length - 1);
  return ends && (delimiter.length === 1 || text.endsWith(delimiter, at));
}

/** Stretches of the text outside quoted cells, as [from, to). A quote inside an unquoted cell is only a character. */
export function* outside(text: string, signs: Signs): Generator<readonly [number, number]> {
  let from = 0;
  let seek = 0;
  for (;;) {
    const quote = text.indexOf(signs.quote, seek);
    if (quote < 0) break;
    if (!beginsCell(text, quote, signs)) {
      seek = quote + 1;
      continue;
    }
    yield [from, quote];
    from = behindQuotes(text, quote, signs.quote);
    seek = from;
  }
  if (from < text.length) yield [from, text.length];
}

/** The next quote at or after `from`, which is outside quoted cells, that neither opens nor closes one; -1 if there is none. */
export function strayQuote(text: string, signs: Signs, from: number): number {
  let at = text.indexOf(signs.quote, from);
  while (at >= 0 && beginsCell(text, at, signs)) {
    at = text.indexOf(signs.quote, behindQuotes(text, at, signs.quote));
  }
  return at;
}

function normalised(text: string, signs: Signs, firstEnd: LineEnd | null, odd: number | null): Prepared {
  const removed: number[] = [];
  const pieces: string[] = [];
  let copied = 0;
  let length = 0;
  const copy = (to: number): void => {
    pieces.push(text.slice(copied, to));
    length += to - copied;
  };
  for (const [from, to] of outside(text, signs)) {
    for (let cr = text.indexOf("\r", from); cr >= 0 && cr < to; cr = text.indexOf("\r", cr + 1)) {
      copy(cr);
      copied = cr + 1;
      if (text.charAt(cr + 1) === "\n") removed.push(length);
      else {
        pieces.push("\n");
        length += 1;
      }
    }
  }
  copy(text.length);
  const rawLength = (place: number): number => {
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((removed[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  };
  return { text: pieces.join(""), lineEnd: "\n", firstEnd, odd, rawLength };
}

const LINE_END = /\r\n?|\n/g;

/** The first line end outside quotes, and how many lines end before the first that is not like it. */
function survey(text: string, signs: Signs): { readonly first: LineEnd; readonly odd: number | null } {
  let first: LineEnd | null = null;
  for (const [from, to] of outside(text, signs)) {
    for (const { 0: end, index } of text.slice(from, to).matchAll(LINE_END)) {
      const lineEnd: LineEnd = end === "\r\n" ? "\r\n" : end === "\r" ? "\r" : "\n";
      first ??= lineEnd;
      if (lineEnd === first) continue;
      return { first, odd: text.slice(0, from + index).match(LINE_END)?.length ?? 0 };
    }
  }
  return { first: first ?? "\n", odd: null };
}

/** `text` begins at the start of a row and does not end between CR and LF. `mixed`: the file was found to be before. */
export function prepareLines(text: string, signs: Signs, mixed: boolean): Prepared {
  if (!text.includes("\r"))
    return { text, lineEnd: "\n", firstEnd: text.includes("\n") ? "\n" : null, odd: null, rawLength: same };
  if (mixed) return normalised(text, signs, null, null);
  const crlf = countOf(text, "\r\n");
  const pure = crlf === countOf(text, "\r") && crlf === countOf(text, "\n");
  if (pure) return { text, lineEnd: "\r\n", firstEnd: "\r\n", odd: null, rawLength: same };
  const { first, odd } = survey(text, signs);
  return odd === null
    ? { text, lineEnd: first, firstEnd: first, odd, rawLength: same }
    : normalised(text, signs, first, odd);
}
