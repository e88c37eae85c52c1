/** Which field each column of a file goes into: a known one by its name or role, else a new one of a guessed kind. */
import {
  choicesOf,
  columnsOf,
  DEFAULT_COLUMN_WIDTH,
  type Field,
  fieldId,
  firstView,
  freshId,
  type Sheet,
  toAtom,
  type View,
} from "../core/model/index.ts";
import type { LocaleFormat } from "../fields/index.ts";
import { guessField } from "../fields/index.ts";
import type { CsvNote } from "../exchange/api.ts";
import type { CodedTexts } from "./columns.ts";
import { type ColumnReading, failedCells, readColumn } from "./reading.ts";
import { nameKey, roleOf } from "./synonyms.ts";

export interface ColumnPlan {
  readonly header: string;
  readonly isNew: boolean;
  readonly reading: ColumnReading;
}

export interface ImportPlan {
  /** One for each column of the file, in its order. */
  readonly columns: readonly ColumnPlan[];
  /** Replaces the sheet's view in a workbook that the file begins. */
  readonly view: View | null;
  readonly notes: readonly CsvNote[];
}

/** Above this share of texts that do not read, the column is something else than its name says. */
const MOST_FAILED = 0.2;
/** More labels than this are no list of choices that anyone would pick from. */
const MOST_CHOICES = 200;

/** The field a column is meant for, each field once. An equal name beats a known synonym. */
function match(header: readonly string[], fields: readonly Field[]): readonly (Field | undefined)[] {
  const taken = new Set<Field>();
  const found = new Map<number, Field>();
  const take = (index: number, field: Field | undefined): void => {
    if (field === undefined || taken.has(field) || found.has(index)) return;
    taken.add(field);
    found.set(index, field);
  };
  for (const [index, name] of header.entries())
    take(
      index,
      fields.find((field) => field.name === name),
    );
  for (const [index, name] of header.entries()) {
    take(
      index,
      fields.find((field) => !taken.has(field) && nameKey(field.name) === nameKey(name)),
    );
  }
  for (const [index, name] of header.entries()) {
    const role = roleOf(name);
    if (role !== undefined)
      take(
        index,
        fields.find((field) => field.role === role),
      );
  }
  return header.map((_, index) => found.get(index));
}

const tooManyChoices = ({ field }: ColumnReading): boolean => choicesOf(field.type).length > MOST_CHOICES;

/** Whether the column reads as the field's kind, but for few cells that then are rejected. */
function reads(column: CodedTexts, reading: ColumnReading): boolean {
  return failedCells(column, reading) <= column.filled * MOST_FAILED && !tooManyChoices(reading);
}

function newReading(id: string, name: string, { texts, filled }: CodedTexts): ColumnReading {
  const { kind, guess } = guessField(texts, filled);
  const field: Field = { id: fieldId(id), name, kind, type: guess.type };
  return { field, atoms: texts.map((text) => toAtom(guess.read(text) ?? null)), problems: new Map() };
}

/** The file's columns first, in its order; built-in fields it does not have wait hidden. */
function viewOf(sheet: Sheet, columns: readonly ColumnPlan[]): View {
  const view = firstView(sheet);
  const known = new Map(columnsOf(sheet, view).map((column) => [column.field, column]));
  const own = columns.map(({ reading: { field } }) => ({
    ...(known.get(field.id) ?? { width: DEFAULT_COLUMN_WIDTH, frozen: false }),
    field: field.id,
    hidden: false,
  }));
  const shown = new Set(own.map((column) => column.field));
  const rest = [...known.values()].filter((column) => !shown.has(column.field));
  return { ...view, columns: [...own, ...rest.map((column) => ({ ...column, hidden: true }))] };
}

/** A free name for a new field: the header's, or with a number behind it where the sheet has such a field already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
  return free;
}

/** `begins`: the file begins the workbook, so that its names, order and decimals are the sheet's. */
export function planImport(
  header: readonly string[],
  columns: readonly CodedTexts[],
  sheet: Sheet,
  locale: LocaleFormat,
  begins: boolean,
): ImportPlan {
  const matched = match(header, sheet.fields);
  const ids = new Set<string>(sheet.fields.map((field) => field.id));
  const names = new Set(begins ? header : sheet.fields.map((field) => field.name));
  const notes: CsvNote[] = [];
  const plans = columns.map((column, index): ColumnPlan => {
    const name = header[index] ?? "";
    const field = matched[index];
    if (field !== undefined) {
      const target = begins ? { ...field, name } : field;
      const reading = readColumn(target, column, locale, begins);
      if (reads(column, reading)) return { header: name, isNew: false, reading };
    }
    const id = freshId("f", ids);
    ids.add(id);
    const free = begins ? name : freeName(name, names);
    names.add(free);
    const reading = newReading(id, free, column);
    if (field !== undefined) notes.push({ note: "importedAsText", name, kind: field.kind });
    return { header: name, isNew: true, reading };
  });
  return { columns: plans, view: begins ? viewOf(sheet, plans) : null, notes };
}
