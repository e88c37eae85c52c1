/** Which files an export comes to, and the steps that write each. */
import { runNow, type Steps } from "../../engine/steps.ts";
import { type ExportSource, headOf, linesWriter, type Write, writeCsvSteps } from "../csv/write.ts";
import { encoderOf } from "../encode.ts";
import type { Layout, Moment, TextForm } from "../presets/preset.ts";

/** A file, or a folder of files packed as one. */
export type OutFile =
  | { readonly name: string; readonly steps: (write: Write) => Steps<void> }
  | { readonly name: string; readonly parts: readonly OutFile[] };

/** Some rows of a table, as a table. */
export const slice = ({ columns }: ExportSource, from: number, to: number): ExportSource => ({
  rowCount: to - from,
  columns: columns.map((column) => ({ ...column, codeAt: (row) => column.codeAt(row + from) })),
});

/** Where a file ends and the next begins, so that each keeps to the receiver's limits; a row too large stays alone. */
function cuts(source: ExportSource, form: TextForm, limits: Layout, moment: Moment): readonly number[] {
  const { mostRows = Number.POSITIVE_INFINITY, mostBytes } = limits;
  const ends: number[] = [];
  let from = 0;
  if (mostBytes === undefined) {
    for (from = mostRows; from < source.rowCount; from += mostRows) ends.push(from);
    return [...ends, source.rowCount];
  }
  const { encode } = encoderOf(form.encoding);
  const names = source.columns.map(({ name }) => name);
  const head = encode(headOf(names, form, moment)).length;
  const lines = linesWriter(source, form);
  let bytes = head;
  for (let row = 0; row < source.rowCount; row++) {
    const more = encode(lines(row, row + 1)).length;
    if (row > from && (bytes + more > mostBytes || row - from >= mostRows)) {
      ends.push(row);
      from = row;
      bytes = head;
    }
    bytes += more;
  }
  return [...ends, source.rowCount];
}

/** One file, or several where the receiver takes no more at once: `name 1.csv`, `name 2.csv`. */
export function textFiles(
  name: string,
  extension: string,
  source: ExportSource,
  form: TextForm,
  limits: Layout | null,
  moment: Moment,
): readonly OutFile[] {
  const ends = limits === null ? [source.rowCount] : cuts(source, form, limits, moment);
  return ends.map((end, index) => ({
    name: `${name}${ends.length > 1 ? ` ${index + 1}` : ""}.${extension}`,
    steps: (write) => writeCsvSteps(slice(source, ends[index - 1] ?? 0, end), form, write, moment),
  }));
}

export function textFile(name: string, text: string): OutFile {
  return {
    name,
    // biome-ignore lint/correctness/useYield: it is done in one step
    *steps(write) {
      write(new TextEncoder().encode(text));
    },
  };
}

/** All of a file that is no folder, at once. Throws TypeError on a folder. */
export function bytesOf(file: OutFile): readonly Uint8Array<ArrayBuffer>[] {
  if (!("steps" in file)) throw new TypeError(`${file.name} is a folder`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  runNow(file.steps((piece) => pieces.push(piece)));
  return pieces;
}
