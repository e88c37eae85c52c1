/**
 * Reads a file that came back against what was sent: cells that are as they were sent, however they are written now, count
 * as untouched; what Excel damaged is told from what somebody changed, and put right.
 */
import {
  type Atom,
  type Field,
  type FieldId,
  findField,
  fromAtom,
  type Sheet,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../../engine/columns/table.ts";
import { TextIndex } from "../../engine/columns/textIndex.ts";
import type { Steps } from "../../engine/steps.ts";
import { kindOf, type LocaleFormat } from "../../fields/index.ts";
import { ownTexts, type TextColumn } from "../csv/columns.ts";
import { type CsvTable, textAt } from "../csv/table.ts";
import { fileDays, settledDays } from "../dates.ts";
import { conventionsFor, fileConventions, type Reading, readTexts } from "../reading.ts";
import { type Written, writtenIn } from "../written.ts";
import { DAMAGES, type Damage, damageOf, serialOf, swappedDay } from "./damage.ts";
import { markedRow } from "./mark.ts";

/** The sheet as it was when the file went out. */
export interface Base {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
}

/** What was sent of a field, by row, in today's terms; undefined: the row was not there, or it cannot be told. */
export type BaseOf = (field: FieldId, row: number) => Atom | undefined;

export interface ReturnedFile {
  /** In our own way of writing, so that it is read without a doubt. */
  readonly table: CsvTable;
  /** By row of the table; 0: it came with none. */
  readonly rows: Uint32Array;
  readonly baseOf: BaseOf;
  /** Whether a row of that id was there when the file went out. */
  readonly wasSent: (row: number) => boolean;
  /** Cells that Excel damaged, by how. */
  readonly damaged: ReadonlyMap<Damage, number>;
}

export interface Returning {
  readonly base: Base;
  /** By column of the file: today's field that it shows; null: none that was sent. */
  readonly fields: readonly (Field | null)[];
  /** The column of row ids. */
  readonly mark: number;
  /** Puts right what Excel damaged; else it is read as it stands. */
  readonly repair: boolean;
  readonly locale: LocaleFormat;
}

const ROWS_PER_STEP = 4_000;

const sameType = (a: Field, b: Field): boolean =>
  a.type.storage === b.type.storage &&
  (a.type.storage !== "integer" || b.type.storage !== "integer" || a.type.decimals === b.type.decimals);

/** What a column held, as today's field would hold it. */
class Sent {
  private readonly field: Field;
  private readonly earlier: Field;
  private readonly table: ColumnTable;
  private readonly converted = new Map<Atom, Atom | undefined>();
  private readonly locale: LocaleFormat;

  constructor(field: Field, earlier: Field, table: ColumnTable, locale: LocaleFormat) {
    this.field = field;
    this.earlier = earlier;
    this.table = table;
    // What we wrote ourselves has a point and the year in front.
    this.locale = { ...locale, decimal: ".", group: ",", dateOrder: "ymd" };
  }

  private convert(atom: Atom): Atom | undefined {
    if (atom === null || sameType(this.field, this.earlier)) return atom;
    const known = this.converted.get(atom);
    if (known !== undefined || this.converted.has(atom)) return known;
    const parsed = kindOf(this.field).parse(this.text(atom), this.field, this.locale);
    const value = parsed.ok && typeof parsed.value !== "object" ? parsed.value : undefined;
    const now = typeof value === "boolean" ? Number(value) : value;
    this.converted.set(atom, now);
    return now;
  }

  /** As it stood in the file. */
  text(atom: Atom): string {
    return kindOf(this.earlier).plain(fromAtom(this.earlier.type, atom), this.earlier);
  }

  /** Both the atom as it was and as it would be today; null: the row was not there. */
  at(row: number): { readonly was: Atom; readonly now: Atom | undefined } | null {
    const slot = this.table.slotOf(row);
    if (slot === null) return null;
    const was = this.table.atom(this.earlier.id, slot);
    return { was, now: this.convert(was) };
  }
}

/** Ways in which the column may be written now, the likeliest first. */
function waysOf(field: Field, texts: readonly string[], own: LocaleFormat): readonly LocaleFormat[] {
  const { storage } = field.type;
  if (storage === "day") {
    const orders = new Set([own.dateOrder, "ymd", "dmy", "mdy"] as const);
    return Array.from(orders, (dateOrder) => ({ ...own, dateOrder }));
  }
  if (storage !== "integer" || texts.length === 0) return [own];
  const other = own.decimal === "," ? "." : ",";
  return [own, { ...own, decimal: other, group: own.decimal }];
}

const atomOf = ({ atoms, problems }: Reading, code: number): Atom | undefined => {
  if (code === 0) return null;
  return problems.has(code) ? undefined : (atoms[code - 1] ?? null);
};

/** Of all ways to read the column the one in which most cells are as they were sent. */
function* readingOf(
  field: Field,
  { dictionary, codes }: TextColumn,
  own: LocaleFormat,
  rows: Uint32Array,
  sent: Sent,
  written: Written | null,
): Steps<Reading | null> {
  let best: { readonly reading: Reading; readonly same: number } | null = null;
  const ways = waysOf(field, dictionary, own);
  for (const way of ways) {
    const reading = yield* readTexts(field, dictionary, way, written);
    if (reading === null) return null;
    let same = 0;
    if (ways.length > 1)
      for (const [row, id] of rows.entries())
        if (id !== 0 && atomOf(reading, codes[row] ?? 0) === sent.at(id)?.now) same += 1;
    if (best === null || same > best.same) best = { reading, same };
  }
  return best?.reading ?? null;
}

function dayDamage(field: Field, was: Atom, read: Atom | undefined, came: string): Damage | null {
  if (field.type.storage !== "day" || typeof was !== "number") return null;
  const swapped = typeof read === "number" && swappedDay(was) === read;
  return swapped || came.trim() === String(serialOf(was)) ? "date" : null;
}

interface Column {
  readonly column: TextColumn;
  readonly damaged: ReadonlyMap<Damage, number>;
}

function* returnedColumn(
  field: Field,
  column: TextColumn,
  sent: Sent,
  rows: Uint32Array,
  own: LocaleFormat,
  { repair, locale }: Pick<Returning, "repair" | "locale">,
): Steps<Column> {
  const typed = writtenIn(column, locale);
  const reading = yield* readingOf(field, column, own, rows, sent, typed);
  const damaged = new Map<Damage, number>();
  if (reading === null) return { column, damaged };
  const { plain } = kindOf(field);
  // With the choices that the file brought: a new one is shown by its label.
  const text = (atom: Atom): string => plain(fromAtom(reading.field.type, atom), reading.field);
  const dictionary: string[] = [];
  const index = new TextIndex(dictionary);
  const ours = new Set<string>();
  const codes = new Uint32Array(rows.length);
  for (const [row, id] of rows.entries()) {
    if (row % ROWS_PER_STEP === 0) yield { done: row, total: rows.length };
    const code = column.codes[row] ?? 0;
    const came = code === 0 ? "" : (column.dictionary[code - 1] ?? "");
    const read = atomOf(reading, code);
    const before = id === 0 ? null : sent.at(id);
    let written = read === undefined ? came : text(read);
    if (before !== null && before.now !== undefined && read !== before.now) {
      const damage =
        dayDamage(field, before.now, read, came) ??
        damageOf(sent.text(before.was), came.replaceAll("\r\n", "\n"));
      if (damage !== null) damaged.set(damage, (damaged.get(damage) ?? 0) + 1);
      if (damage !== null && repair) written = text(before.now);
    }
    if (typed !== null && read !== undefined) ours.add(written);
    codes[row] = written === "" ? 0 : index.codeOf(written);
  }
  // What was typed and does not read stays as it was typed; the rest of it is in our own form now, as all others.
  const told =
    typed === null ? {} : { own: dictionary.filter((cell) => !typed.texts.has(cell) || ours.has(cell)) };
  return { column: { dictionary, codes, ...told }, damaged };
}

export function* readReturnedSteps(table: CsvTable, returning: Returning): Steps<ReturnedFile> {
  const { base, fields, mark, locale } = returning;
  const marks = table.columns[mark];
  const rows = Uint32Array.from({ length: table.rowCount }, (_, row) =>
    marks === undefined ? 0 : markedRow(textAt(marks, row)),
  );
  const numbers = table.columns.filter((_, index) => fields[index]?.type.storage === "integer");
  const file = fileConventions(numbers, table.delimiter, locale, null);
  const nothingShown = fileDays([], locale.dateOrder, null);
  const damaged = new Map<Damage, number>(DAMAGES.map((kind) => [kind, 0]));
  const sentBy = new Map<FieldId, Sent>();
  const columns: TextColumn[] = [];
  for (const [index, column] of table.columns.entries()) {
    const field = fields[index] ?? null;
    const then = field === null ? undefined : findField(base.sheet, field.id);
    if (field === null || then === undefined) {
      columns.push(column);
      continue;
    }
    const sent = new Sent(field, then, base.table, locale);
    sentBy.set(field.id, sent);
    const days = settledDays(ownTexts(column), locale.dateOrder, nothingShown);
    const own = conventionsFor(field, column, { ...file, days });
    const read = yield* returnedColumn(field, column, sent, rows, own, returning);
    for (const [kind, count] of read.damaged) damaged.set(kind, (damaged.get(kind) ?? 0) + count);
    columns.push(read.column);
  }
  return {
    // Commas say that decimals have a point, as ours have.
    table: { ...table, delimiter: ",", columns },
    rows,
    baseOf: (field, row) => sentBy.get(field)?.at(row)?.now,
    wasSent: (row) => base.table.slotOf(row) !== null,
    damaged,
  };
}
