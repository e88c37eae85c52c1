/** Names for the columns of a file: its own as far as it has them, each once, none empty. */
import type { CsvNote } from "../terms.ts";
import { unguard } from "./guard.ts";

export interface Header {
  /** As the file has them; null where it has none. */
  readonly own: readonly string[] | null;
  readonly names: readonly string[];
  readonly notes: readonly CsvNote[];
}

/** `cells` is null where the file has no header. A name that the file gives twice keeps its first place. */
export function nameColumns(cells: readonly string[] | null, width: number, columnWord: string): Header {
  const own = Array.from({ length: width }, (_, column) => unguard(cells?.[column] ?? ""));
  // A made-up name must not take one that the file gives to a later column.
  const used = new Set(own);
  const taken = new Set<string>();
  const latest = new Map<string, number>();
  const numbered = (name: string): string => {
    for (let number = latest.get(name) ?? 1; ; number++) {
      const found = number === 1 ? name : `${name} ${number}`;
      latest.set(name, number);
      if (!used.has(found)) return found;
    }
  };
  const notes: CsvNote[] = cells === null ? [{ note: "noHeader" }] : [];
  const names = own.map((name, index) => {
    const column = index + 1;
    const empty = name.trim() === "";
    const wanted = empty ? `${columnWord} ${column}` : name;
    const unique = empty || taken.has(name) ? numbered(wanted) : wanted;
    taken.add(unique);
    used.add(unique);
    if (cells !== null && empty) notes.push({ note: "emptyHeader", name: unique, column });
    else if (unique !== name && cells !== null) notes.push({ note: "duplicateHeader", name: unique, column });
    return unique;
  });
  return { own: cells === null ? null : own, names, notes };
}
