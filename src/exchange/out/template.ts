/** What is to be learnt from a receiver's own empty file: its columns, and how it is written. */
import type { ExportTemplate } from "../../core/model/index.ts";
import { detectDialect, SAMPLE } from "../csv/dialect.ts";
import { sniff } from "../csv/encoding.ts";
import { tokenize } from "../csv/papa.ts";
import { TextSource, WrongEncoding } from "../csv/source.ts";

/** Lines that may stand above the columns' names. */
const MOST_LEAD = 20;

function textOf(bytes: Uint8Array) {
  const sniffed = sniff(bytes);
  if (sniffed.type === "refused") return null;
  for (const encoding of sniffed.encodings) {
    try {
      const { text } = new TextSource(bytes, encoding, sniffed.start).peek(SAMPLE);
      return { text, encoding, bom: sniffed.bom };
    } catch (error) {
      if (!(error instanceof WrongEncoding)) throw error;
    }
  }
  return null;
}

/** Null where it is no text with columns. */
export function readTemplate(bytes: Uint8Array): ExportTemplate | null {
  const read = textOf(bytes);
  if (read === null) return null;
  const { text, encoding, bom } = read;
  const { delimiter, quote } = detectDialect(text, true, {});
  const lines = text.split(/\r\n|\r|\n/).slice(0, MOST_LEAD);
  const cells = lines.map((line) => tokenize(line, { delimiter, quote }, "\n", true).rows[0] ?? []);
  const widest = cells.reduce(
    (best, row, index) => (row.length > (cells[best]?.length ?? 0) ? index : best),
    0,
  );
  const columns = cells[widest] ?? [];
  if (columns.every((name) => name.trim() === "")) return null;
  const lineEnd = text.includes("\r\n") || !text.includes("\n") ? "\r\n" : "\n";
  return { columns, lead: lines.slice(0, widest), encoding, bom, delimiter, lineEnd };
}
