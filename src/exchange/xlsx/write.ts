/**
 * Tables as an Excel workbook: texts stay texts, numbers are numbers, days are days, and the names stay in sight. Written by
 * hand over the same zip as other packed exports, row by row: the libraries that stream write one sheet only, and those that
 * write several hold all cells at once.
 */
import type { Steps } from "../../engine/steps.ts";
import type { ExportColumn, ExportSource, Write } from "../csv/write.ts";
import { type OutFile, slice, textFile } from "../out/files.ts";

export interface XlsxTable {
  readonly name: string;
  readonly source: ExportSource;
  /** Lines above the names. */
  readonly lead?: readonly (readonly string[])[];
}

/** Rows of a sheet beside its names. */
const MOST_ROWS = 1_048_575;
const LONGEST_NAME = 31;
const ROWS_PER_STEP = 1_024;
/** Digits that a double, which is all that Excel has, keeps whatever they are. */
const SAFE_DIGITS = 15;
/** The 1st of January 1970 and of March 1900: before the latter Excel counts a day that never was. */
const EPOCH = 25_569;
const FIRST_DAY = 61;
const DAY_MS = 86_400_000;

const STYLE = { text: 1, day: 2, name: 3 } as const;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const hex = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** What XML cannot hold is written as Excel does, `_x0000_`; so is the sign that would be taken for one. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hex)
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

const textCell = (text: string, style: number): string =>
  `" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Behind the cell's place. */
function cellOf(text: string, content: ExportColumn["content"]): string {
  if (content === "flag") return `" t="b"><v>${text === "TRUE" ? 1 : 0}</v></c>`;
  if (content === "number" && text.replace(/\D/g, "").replace(/^0+/, "").length <= SAFE_DIGITS)
    return `"><v>${text}</v></c>`;
  if (content === "day") {
    const serial = Date.parse(`${text}T00:00:00Z`) / DAY_MS + EPOCH;
    if (serial >= FIRST_DAY) return `" s="${STYLE.day}"><v>${serial}</v></c>`;
  }
  return textCell(text, STYLE.text);
}

/** A, B … Z, AA … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? "" : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

/** `first`: the line of the first row, as Excel counts. */
function cellWriter({ codeAt, textOf, content }: ExportColumn, letters: string, first: number) {
  const cache: (string | undefined)[] = [""];
  return (row: number): string => {
    const code = codeAt(row);
    if (code === 0) return "";
    let cell = cache[code];
    if (cell === undefined) {
      const text = textOf(code);
      cell = text === "" ? "" : cellOf(text, content);
      cache[code] = cell;
    }
    return cell === "" ? "" : `<c r="${letters}${row + first}${cell}`;
  };
}

function textRow(texts: readonly string[], line: number, style: number): string {
  const cells = texts.map((text, index) =>
    text === "" ? "" : `<c r="${columnLetters(index)}${line}${textCell(text, style)}`,
  );
  return `<row r="${line}">${cells.join("")}</row>`;
}

function* sheetSteps({ source, lead = [] }: XlsxTable, write: Write): Steps<void> {
  const { rowCount, columns } = source;
  const encoder = new TextEncoder();
  // Excel counts from 1.
  const namesAt = lead.length + 1;
  const first = namesAt + 1;
  const cells = columns.map((column, index) => cellWriter(column, columnLetters(index), first));
  const above = lead.map((texts, index) => textRow(texts, index + 1, STYLE.text)).join("");
  const names = textRow(
    columns.map(({ name }) => name),
    namesAt,
    STYLE.name,
  );
  const width =
    columns.length === 0
      ? ""
      : `<cols><col min="1" max="${columns.length}" width="16" customWidth="1"/></cols>`;
  write(
    encoder.encode(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${namesAt}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${width}<sheetData>${above}${names}`,
    ),
  );
  for (let from = 0; from < rowCount; from += ROWS_PER_STEP) {
    const to = Math.min(rowCount, from + ROWS_PER_STEP);
    let piece = "";
    for (let row = from; row < to; row++) {
      piece += `<row r="${row + first}">`;
      for (const cell of cells) piece += cell(row);
      piece += "</row>";
    }
    write(encoder.encode(piece));
    yield { done: to, total: rowCount };
  }
  write(encoder.encode("</sheetData></worksheet>"));
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** What Excel takes as names of sheets: short, without some signs, each once whatever its case. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const plain = wanted.replace(/[[\]:*?/\\\p{Cc}]/gu, " ").replace(/^['\s]+|['\s]+$/g, "") || "Sheet";
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? "" : ` ${number}`;
      const name =
        [...plain]
          .slice(0, LONGEST_NAME - tail.length)
          .join("")
          .slice(0, LONGEST_NAME - tail.length)
          .toWellFormed() + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function parted(table: XlsxTable): readonly XlsxTable[] {
  const { source, lead = [] } = table;
  const most = MOST_ROWS - lead.length;
  return Array.from({ length: Math.max(1, Math.ceil(source.rowCount / most)) }, (_, index) => ({
    ...table,
    source: slice(source, index * most, Math.min(source.rowCount, (index + 1) * most)),
  }));
}

/** A sheet that is longer than Excel's goes on in a second one. */
export function xlsxFile(name: string, given: readonly XlsxTable[]): OutFile {
  const tables = given.flatMap(parted);
  const names = sheetNames(tables.map((table) => table.name));
  const each = (make: (n: number, name: string) => string): string =>
    names.map((sheet, index) => make(index + 1, sheet)).join("");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return {
    name,
    parts: [
      textFile(
        "[Content_Types].xml",
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
      ),
      textFile(
        "_rels/.rels",
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      textFile(
        "xl/workbook.xml",
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, sheet) => `<sheet name="${escaped(sheet)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
      ),
      textFile(
        "xl/_rels/workbook.xml.rels",
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      ),
      textFile("xl/styles.xml", STYLES),
      ...tables.map((table, index) => ({
        name: `xl/worksheets/sheet${index + 1}.xml`,
        steps: (write: Write) => sheetSteps(table, write),
      })),
    ],
  };
}
