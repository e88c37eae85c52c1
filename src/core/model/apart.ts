/** Rows of a sheet of which someone said that they look alike but are no duplicates, so that nobody is asked again. */
import type { RowId } from "./ids.ts";

/** No two of them are the same customer. Two at least, ascending. */
export type Apart = readonly RowId[];

const apartOf = (rows: Iterable<RowId>): Apart => Array.from(new Set(rows)).sort((a, b) => a - b);

export const sameApart = (a: Apart, b: Apart): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index]);

const within = (part: Apart, whole: Apart): boolean => part.every((row) => whole.includes(row));

/** With these rows apart too, and none that another says already. Fewer than two rows say nothing. */
export function withApart(known: readonly Apart[], rows: Iterable<RowId>): readonly Apart[] {
  const added = apartOf(rows);
  if (added.length < 2 || known.some((each) => within(added, each))) return known;
  return [...known.filter((each) => !within(each, added)), added];
}

/** With each row as `become` says; null: it is gone. The same list where that changes nothing. */
export function apartMapped(known: readonly Apart[], become: (row: RowId) => RowId | null): readonly Apart[] {
  const mapped = known.map((each) => apartOf(each.map(become).filter((row) => row !== null)));
  if (mapped.every((each, index) => sameApart(each, known[index] ?? []))) return known;
  return mapped.reduce<readonly Apart[]>(withApart, []);
}

/** Looks up whether two rows are apart. */
export function apartLookup(known: readonly Apart[]): (a: RowId, b: RowId) => boolean {
  const others = new Map<RowId, Set<RowId>>();
  for (const each of known)
    for (const row of each) {
      const own = others.get(row) ?? new Set();
      others.set(row, own);
      for (const other of each) own.add(other);
    }
  return (a, b) => others.get(a)?.has(b) ?? false;
}
