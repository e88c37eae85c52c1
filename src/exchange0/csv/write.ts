/** Columns of texts to RFC 4180: CRLF after every row, quotes only where they are needed. */
import { guard } from "../guard.ts";
import type { ExportPreset } from "../presets.ts";

/** One column: each distinct text once, and for every row which of them it shows. 0 is empty, n is texts[n - 1]. */
export interface TextColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly codes: Uint32Array;
}

const ROWS_PER_PART = 4096;

/** Quotes what would not come back as it is: separators, quotes, line ends, spaces at the ends. */
function field(text: string, { delimiter, guard: guarded }: ExportPreset): string {
  const safe = guarded ? guard(text) : text;
  return safe.includes(delimiter) || /["\r\n]|^\s|\s$|^$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** The file in parts of some thousand rows, the byte order mark first if the preset has one. */
export function* writeCsv(
  columns: readonly TextColumn[],
  rowCount: number,
  preset: ExportPreset,
): Generator<string> {
  const { delimiter, bom } = preset;
  yield `${bom ? "\uFEFF" : ""}${columns.map(({ name }) => field(name, preset)).join(delimiter)}\r\n`;
  // Each distinct text is guarded and quoted once, not once a row.
  const written = columns.map(({ texts }) => ["", ...texts.map((text) => field(text, preset))]);
  for (let from = 0; from < rowCount; from += ROWS_PER_PART) {
    const end = Math.min(rowCount, from + ROWS_PER_PART);
    let part = "";
    for (let row = from; row < end; row++) {
      for (let column = 0; column < columns.length; column++) {
        if (column > 0) part += delimiter;
        part += written[column]?.[columns[column]?.codes[row] ?? 0] ?? "";
      }
      part += "\r\n";
    }
    yield part;
  }
}
