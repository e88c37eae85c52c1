/** The file's table with other texts in some of its cells, as the person wrote them. */
import type { Mended } from "./api.ts";
import type { TextColumn } from "./csv/columns.ts";
import type { CsvTable } from "./csv/table.ts";

function mendColumn(
  { codes, dictionary }: TextColumn,
  mended: readonly (Mended & { readonly row: number })[],
): TextColumn {
  const texts = [...dictionary];
  const own = codes.slice();
  for (const { row, text } of mended) {
    const known = text === "" ? 0 : texts.indexOf(text) + 1;
    own[row] = text === "" || known > 0 ? known : texts.push(text);
  }
  return { codes: own, dictionary: texts };
}

/**
 * The very table where nothing was mended. Of several texts for one cell the last counts; what was mended on a line that is
 * no row now waits.
 */
export function mendTable(table: CsvTable, mended: readonly Mended[]): CsvTable {
  const there = mended
    .map((each) => ({ ...each, row: table.lines.indexOf(each.line) }))
    .filter(({ row, column }) => row >= 0 && column < table.columns.length);
  if (there.length === 0) return table;
  const columns = table.columns.map((column, index) => {
    const own = there.filter((each) => each.column === index);
    return own.length === 0 ? column : mendColumn(column, own);
  });
  return { ...table, columns };
}
