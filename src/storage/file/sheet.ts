/** A sheet's rows as CSV and back (RFC 4180, see FORMAT.md), some thousand at a time. */
import Papa from "papaparse";
import {
  atomAt,
  type FieldId,
  type FieldType,
  isNumeric,
  type Sheet,
  type Vector,
} from "../../core/model/index.ts";
import { detached, TextIndex } from "../../engine/columns/textIndex.ts";
import type { Bytes } from "../keyvalue.ts";
import { escapeText, readAtom, unescapeText, writeAtom } from "./cell.ts";
import type { ContentRows } from "./content.ts";
import { Refused } from "./refusal.ts";

const ID_COLUMN = "#";
const LINE_END = "\r\n";
/** Excel takes UTF-8 for what it is only behind one. */
const BOM = "\ufeff";
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const ROWS_PER_PIECE = 256;
/** Characters that are taken apart at once. */
const PIECE = 1 << 16;
/** Far more than a row can have: without it a bomb would be one cell without end. */
const LONGEST_ROW = 1 << 27;
/** Ids index arrays: one far beyond what a workbook can have reached would take all memory. */
const HIGHEST_ROW_ID = 1 << 27;

const encoder = new TextEncoder();

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const headerOf = (sheet: Sheet): readonly string[] => [ID_COLUMN, ...sheet.fields.map(({ name }) => name)];

/** Each distinct text of a column is made ready once. */
function cellWriter(type: FieldType, vector: Vector | undefined): (row: number) => string {
  if (vector === undefined) return () => "";
  // Nothing that a number is written with needs quotes.
  if (vector.form === "numeric") return (row) => writeAtom(type, atomAt(vector, row));
  const ready: (string | undefined)[] = [""];
  return (row) => {
    const code = vector.codes[row] ?? 0;
    const known = ready[code];
    if (known !== undefined) return known;
    const cell = quoted(writeAtom(type, vector.dictionary[code - 1] ?? null));
    ready[code] = cell;
    return cell;
  };
}

/** A piece of a sheet's part, and how many rows it is. */
interface Piece {
  readonly bytes: Bytes;
  readonly rows: number;
}

/** Yields the part's pieces, in order. */
export function* writeSheet(sheet: Sheet, { ids, columns }: ContentRows): Generator<Piece> {
  const cells = sheet.fields.map(({ id, type }) => cellWriter(type, columns.get(id)));
  const names = headerOf(sheet).map((name) => quoted(escapeText(name)));
  yield { bytes: encoder.encode(BOM + names.join(",") + LINE_END), rows: 0 };
  for (let start = 0; start < ids.length; start += ROWS_PER_PIECE) {
    let text = "";
    const end = Math.min(ids.length, start + ROWS_PER_PIECE);
    for (let row = start; row < end; row++) {
      text += String(ids[row]);
      for (const cell of cells) text += `,${cell(row)}`;
      text += LINE_END;
    }
    yield { bytes: encoder.encode(text), rows: end - start };
  }
}

/** One column's cells, as they come. */
class ColumnTaker {
  private readonly type: FieldType;
  private readonly keep: boolean;
  private readonly numbers: Float64Array;
  private readonly codes: Uint32Array;
  private readonly dictionary: string[] = [];
  private readonly index = new TextIndex(this.dictionary);

  constructor(type: FieldType, { keep, rows }: SheetPlan) {
    this.type = type;
    this.keep = keep;
    this.numbers = new Float64Array(keep && isNumeric(type) ? rows : 0);
    this.codes = new Uint32Array(keep && !isNumeric(type) ? rows : 0);
  }

  /** False if it is no value of the column. */
  take(row: number, cell: string): boolean {
    const atom = readAtom(this.type, cell);
    if (atom === undefined) return false;
    if (!this.keep) return true;
    if (typeof atom === "string") this.codes[row] = this.index.codeOf(atom, detached);
    else if (isNumeric(this.type)) this.numbers[row] = atom ?? Number.NaN;
    return true;
  }

  finish(): Vector {
    return isNumeric(this.type)
      ? { form: "numeric", values: this.numbers }
      : { form: "coded", dictionary: this.dictionary, codes: this.codes };
  }
}

export interface SheetPlan {
  readonly part: string;
  readonly sheet: Sheet;
  readonly rows: number;
  /** False: the cells are looked at and let go. */
  readonly keep: boolean;
}

/** Takes a sheet's part piece by piece. Whatever does not fit the plan is thrown as Refused. */
export class SheetReader {
  private readonly plan: SheetPlan;
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private readonly ids: Uint32Array;
  private readonly taken = new Set<number>();
  private readonly columns: readonly ColumnTaker[];
  private text = "";
  private wanted = PIECE;
  private line = 0;

  constructor(plan: SheetPlan) {
    this.plan = plan;
    try {
      this.ids = new Uint32Array(plan.keep ? plan.rows : 0);
      this.columns = plan.sheet.fields.map(({ type }) => new ColumnTaker(type, plan));
    } catch (error) {
      if (error instanceof RangeError) throw new Refused("tooLarge", plan.part);
      throw error;
    }
  }

  private refuse(): never {
    throw new Refused("malformed", this.plan.part, this.line);
  }

  private decode(piece?: Bytes): string {
    try {
      return this.decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      return this.refuse();
    }
  }

  /** How many rows were read by now. */
  push(piece: Bytes): number {
    this.text += this.decode(piece);
    if (this.text.length >= this.wanted) this.takeRows();
    return Math.max(0, this.line - 1);
  }

  private takeRows(): void {
    const parser = new Papa.Parser({ delimiter: ",", newline: LINE_END, quoteChar: '"' });
    const result: { data: string[][]; meta: { cursor: number } } = parser.parse(this.text, 0, true);
    for (const cells of result.data) this.take(cells);
    this.text = this.text.slice(result.meta.cursor);
    if (this.text.length > LONGEST_ROW) this.refuse();
    // A cell that is longer than a piece is not looked through again for every piece.
    this.wanted = Math.max(PIECE, 2 * this.text.length);
  }

  private take(cells: readonly string[]): void {
    this.line += 1;
    const { sheet, rows } = this.plan;
    if (cells.length !== sheet.fields.length + 1) this.refuse();
    if (this.line === 1) {
      const names = headerOf(sheet);
      const given = cells.map((name, index) => unescapeText(index === 0 ? name.replace(BOM, "") : name));
      if (given.some((name, index) => name !== names[index])) this.refuse();
      return;
    }
    const row = this.line - 2;
    const id = /^[1-9]\d{0,8}$/.test(cells[0] ?? "") ? Number(cells[0]) : 0;
    if (row >= rows || id === 0 || id > HIGHEST_ROW_ID || this.taken.has(id)) this.refuse();
    this.taken.add(id);
    this.ids[row] = id;
    for (const [index, column] of this.columns.entries()) {
      if (!column.take(row, cells[index + 1] ?? "")) this.refuse();
    }
  }

  /** Without rows where they were not to be kept. */
  finish(): ContentRows {
    this.text += this.decode();
    this.takeRows();
    if (this.text !== "" || this.line !== this.plan.rows + 1) this.refuse();
    const columns = new Map<FieldId, Vector>();
    for (const [index, { id }] of this.plan.sheet.fields.entries()) {
      const vector = this.columns[index]?.finish();
      if (vector !== undefined) columns.set(id, vector);
    }
    return { ids: this.ids, columns };
  }
}
