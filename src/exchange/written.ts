/** What the person wrote into the cells of a column, told from what the file has. */
import type { TextColumn } from "./csv/columns.ts";

const known = new WeakMap<TextColumn, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/** What the person wrote into the column, where the file itself has no such text. */
export function writtenTexts(column: TextColumn): ReadonlySet<string> {
  if (column.own === undefined) return NONE;
  const before = known.get(column);
  if (before !== undefined) return before;
  const own = new Set(column.own);
  const written = new Set(column.dictionary.filter((text) => !own.has(text)));
  known.set(column, written);
  return written;
}
