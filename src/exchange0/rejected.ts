/** Rows that were not taken, as a file: their line, the reason, and their cells as they stood (X2). */
import type { RejectedRow } from "./csv/read.ts";
import { type TextColumn, writeCsv } from "./csv/write.ts";
import type { ExportPreset } from "./presets.ts";

/** Cells must come out as they came in, so nothing is guarded. */
const AS_IT_STOOD: ExportPreset = { id: "plain", bom: true, delimiter: ",", guard: false };

export interface RejectedWords {
  readonly line: string;
  readonly reason: string;
  readonly word: (row: RejectedRow) => string;
}

export function rejectedCsv(
  header: readonly string[],
  rejected: readonly RejectedRow[],
  words: RejectedWords,
): string {
  const width = rejected.reduce((most, row) => Math.max(most, row.cells.length), header.length);
  const every = Uint32Array.from(rejected, (_, index) => index + 1);
  const column = (name: string, text: (row: RejectedRow) => string): TextColumn => ({
    name,
    texts: rejected.map(text),
    codes: every,
  });
  const columns = [
    column(words.line, (row) => String(row.line)),
    column(words.reason, words.word),
    ...Array.from({ length: width }, (_, index) =>
      column(header[index] ?? "", (row) => row.cells[index] ?? ""),
    ),
  ];
  return [...writeCsv(columns, rejected.length, AS_IT_STOOD)].join("");
}
