/** What the person wrote into the cells of a column, told from what the file has. */
import type { LocaleFormat } from "../fields/index.ts";
import type { TextColumn } from "./csv/columns.ts";

/** What the person wrote in place of texts that did not read, and the locale in which that is written. */
export interface Written {
  readonly texts: ReadonlySet<string>;
  readonly locale: LocaleFormat;
}

const known = new WeakMap<TextColumn, ReadonlySet<string>>();

function textsIn(column: TextColumn): ReadonlySet<string> | null {
  if (column.own === undefined) return null;
  const before = known.get(column);
  if (before !== undefined) return before;
  const own = new Set(column.own);
  const written = new Set(column.dictionary.filter((text) => !own.has(text)));
  known.set(column, written);
  return written;
}

/** Where the file itself has no such text. Null: there is nothing, and of a million texts none need be looked for among it. */
export function writtenIn(column: TextColumn, locale: LocaleFormat): Written | null {
  const texts = textsIn(column);
  return texts === null || texts.size === 0 ? null : { texts, locale };
}
