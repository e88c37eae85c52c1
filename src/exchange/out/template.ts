/** What is to be learnt from a receiver's own empty file: its columns, and how it is written. */
import type { ExportTemplate } from "../../core/model/index.ts";
import { detectDialect, SAMPLE } from "../csv/dialect.ts";
import { encodingsOf, sniff } from "../csv/encoding.ts";
import { tokenize } from "../csv/papa.ts";
import { beginningOf, WrongEncoding } from "../csv/source.ts";
import { isZip } from "../foreign.ts";

/** Lines that may stand above the columns' names. */
const MOST_LEAD = 20;

function textOf(bytes: Uint8Array) {
  const sniffed = sniff(bytes);
  if (sniffed.type === "refused") return null;
  for (const encoding of encodingsOf(sniffed)) {
    try {
      const { text } = beginningOf(bytes, { encoding, start: sniffed.start, damaged: false }, SAMPLE);
      return { text, encoding, bom: sniffed.bom };
    } catch (error) {
      if (!(error instanceof WrongEncoding)) throw error;
    }
  }
  return null;
}

/** The line with the most filled cells names the columns: a title may be as wide as they are. */
function namesAt(lines: readonly (readonly string[])[]): number {
  const filled = lines.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  return filled.indexOf(Math.max(...filled));
}

/** Of the sheet that has the most columns. */
async function readBook(bytes: Uint8Array<ArrayBuffer>): Promise<ExportTemplate | null> {
  const { sheetNames, sheetRows } = await import("../xlsx/read.ts");
  let found: ExportTemplate | null = null;
  try {
    for (const sheet of await sheetNames(bytes)) {
      const rows: (readonly string[])[] = [];
      for await (const { cells } of sheetRows(bytes, sheet)) if (rows.push(cells) === MOST_LEAD) break;
      const at = namesAt(rows);
      const columns = rows[at] ?? [];
      if (columns.length <= (found?.columns.length ?? 0)) continue;
      const lead = rows.slice(0, at).map((cells) => cells.map((cell) => cell.replace(/\t/g, " ")).join("\t"));
      found = { columns, lead, encoding: "utf-8", bom: false, delimiter: "\t", lineEnd: "\r\n", book: sheet };
    }
    return found;
  } catch {
    // Protected, damaged, or too large to be an empty file.
    return null;
  }
}

/** Null where it is neither a text with columns nor a workbook of Excel with some. */
export const readTemplate = async (bytes: Uint8Array<ArrayBuffer>): Promise<ExportTemplate | null> =>
  isZip(bytes) ? readBook(bytes) : readText(bytes);

function readText(bytes: Uint8Array): ExportTemplate | null {
  const read = textOf(bytes);
  if (read === null) return null;
  const { text, encoding, bom } = read;
  const { delimiter, quote } = detectDialect(text, true, {});
  const lines = text.split(/\r\n|\r|\n/).slice(0, MOST_LEAD);
  const cells = lines.map((line) => tokenize(line, { delimiter, quote }, "\n", true).rows[0] ?? []);
  const widest = namesAt(cells);
  const columns = cells[widest] ?? [];
  if (columns.every((name) => name.trim() === "")) return null;
  const lineEnd = text.includes("\r\n") || !text.includes("\n") ? "\r\n" : "\n";
  return { columns, lead: lines.slice(0, widest), encoding, bom, delimiter, lineEnd };
}
