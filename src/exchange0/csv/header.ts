/** Whether the first row names the columns, and names that are not empty and not twice the same. */
import type { CsvNote } from "../../exchange/api.ts";

type Shape = "empty" | "number" | "date" | "address" | "text";

const SAMPLE_ROWS = 50;

function shapeOf(cell: string): Shape {
  const text = cell.normalize("NFKC").trim();
  if (text === "") return "empty";
  if (/^[-+(]?\p{Sc}?\s?[\d.,' ]*\d[\d.,' ]*\)?%?\p{Sc}?$/u.test(text)) return "number";
  if (/^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?$/.test(text)) return "date";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$|^https?:\/\//.test(text) ? "address" : "text";
}

/** The commonest shape of the non-empty cells of a column, if most have it. */
function columnShape(rows: readonly (readonly string[])[], column: number): Shape {
  const counts = new Map<Shape, number>();
  for (const row of rows) {
    const shape = shapeOf(row[column] ?? "");
    if (shape !== "empty") counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
  const [shape = "empty", count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return count * 3 > total * 2 ? shape : "text";
}

/** No header is assumed only on evidence: the first row has numbers, dates or addresses where the others have them too. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows.slice(0, SAMPLE_ROWS);
  if (first === undefined || rest.length === 0) return true;
  let data = 0;
  for (const [column, cell] of first.entries()) {
    const [own, below] = [shapeOf(cell), columnShape(rest, column)];
    if (below === "text" || below === "empty") continue;
    if (own === below) data += 1;
    else if (own === "text") return true;
  }
  return data === 0;
}

/** Trimmed; an empty name becomes `<word> <n>`, a repeated one gets a number behind it. */
export function columnNames(
  header: readonly string[],
  word: string,
): { readonly names: readonly string[]; readonly notes: readonly CsvNote[] } {
  const notes: CsvNote[] = [];
  const taken = new Set(header.map((cell) => cell.trim()));
  const used = new Set<string>();
  const names = header.map((cell, index) => {
    const own = cell.trim();
    let name = own;
    if (own === "") {
      name = `${word} ${index + 1}`;
      for (let n = index + 2; taken.has(name); n++) name = `${word} ${n}`;
      notes.push({ note: "emptyHeader", name, column: index + 1 });
    } else if (used.has(own)) {
      for (let n = 2; taken.has(name) || used.has(name); n++) name = `${own} ${n}`;
      notes.push({ note: "duplicateHeader", name, column: index + 1 });
    }
    used.add(name);
    taken.add(name);
    return name;
  });
  return { names, notes };
}
