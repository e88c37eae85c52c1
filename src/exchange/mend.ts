/** The file's table with other texts in some of its cells, as the person wrote them. */
import type { Mended } from "./api.ts";
import { type TextColumn, withRows } from "./csv/columns.ts";
import type { CsvTable } from "./csv/table.ts";

interface MendedRow extends Mended {
  readonly row: number;
}

/** Without the texts that stood there, for those would still say how the others are read; the new ones say nothing of that. */
function mendColumn(
  { codes, dictionary }: TextColumn,
  mended: readonly MendedRow[],
  rows: Uint32Array,
): TextColumn {
  const texts = [...dictionary];
  const known = new Map(texts.map((text, index) => [text, index + 1]));
  known.set("", 0);
  const now = codes.slice();
  const written = new Set<string>();
  for (const { row, text } of mended) {
    if (!known.has(text)) {
      known.set(text, texts.push(text));
      written.add(text);
    }
    now[row] = known.get(text) ?? 0;
  }
  const column = withRows({ codes: now, dictionary: texts }, rows);
  return { ...column, own: column.dictionary.filter((text) => !written.has(text)) };
}

/** The rows that begin at these lines, by line. */
function rowsAt(lines: Uint32Array, wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [row, line] of lines.entries()) if (wanted.has(line)) found.set(line, row);
  return found;
}

/**
 * The very table where nothing was mended. Of several texts for one cell the last counts; what was mended on a line that is
 * no row now waits.
 */
export function mendTable(table: CsvTable, mended: readonly Mended[]): CsvTable {
  if (mended.length === 0) return table;
  const rowOf = rowsAt(table.lines, new Set(mended.map(({ line }) => line)));
  const there = mended.flatMap((each) => {
    const row = rowOf.get(each.line);
    return row === undefined || each.column >= table.columns.length ? [] : [{ ...each, row }];
  });
  if (there.length === 0) return table;
  const rows = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
  const columns = table.columns.map((column, index) => {
    const own = there.filter((each) => each.column === index);
    return own.length === 0 ? column : mendColumn(column, own, rows);
  });
  return { ...table, columns };
}
