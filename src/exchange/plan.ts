/** What an import will do: which column goes into which field, and what each of its texts means there. */
import {
  type Field,
  type FieldId,
  fieldId,
  type KindId,
  lastingIds,
  type Sheet,
  unusedName,
  type View,
} from "../core/model/index.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import { guessDates, kindOf, type LocaleFormat } from "../fields/index.ts";
import { mapped, match } from "./aims.ts";
import type { Asked, Destination } from "./api.ts";
import { cellNotes } from "./cellNotes.ts";
import { idleColumns } from "./contacts.ts";
import { cellsWith, ownTexts, type TextColumn } from "./csv/columns.ts";
import type { CsvTable } from "./csv/table.ts";
import {
  askAbout,
  type DateQuestion,
  type DayOrder,
  fileDays,
  type SettledDays,
  settledDays,
} from "./dates.ts";
import {
  type Decimal,
  DecimalDoubts,
  type DecimalQuestion,
  kindOfMixed,
  mixesDecimals,
  showsBoth,
} from "./decimals.ts";
import { fieldsAfter, viewAfter } from "./fieldsAfter.ts";
import { emptyColumns, type FoundLayout, layoutOf } from "./layouts.ts";
import {
  type ColumnConventions,
  type Conventions,
  conventionsFor,
  fileConventions,
  type Reading,
  readAsNew,
  readAsText,
  readTexts,
  widened,
} from "./reading.ts";
import { findMark } from "./returning/mark.ts";
import type { CsvNote } from "./terms.ts";
import { writtenIn } from "./written.ts";

/** newWorkbook: the file begins the sheet, so that its names, its order and its decimals are the sheet's. */
export type ImportMode = "newWorkbook" | "intoSheet";

export interface OutlinedColumn {
  /** As the file names it. */
  readonly header: string;
  readonly isNew: boolean;
  /** Goes nowhere. */
  readonly ignored: boolean;
  readonly reading: Pick<Reading, "field">;
}

export interface PlannedColumn extends OutlinedColumn {
  readonly reading: Reading;
}

/** What a plan does to the sheet, with nothing of the file's texts. */
export interface ImportOutline {
  /** One for each column of the file, in its order. */
  readonly columns: readonly OutlinedColumn[];
  /** Fields the sheet gets, or gets in a changed form, in the order in which new ones are added. */
  readonly fields: readonly Field[];
  /** Replaces the first view of a sheet that the file begins. */
  readonly view: View | null;
  readonly notes: readonly CsvNote[];
  /** Null where no date may be two days. */
  readonly dates: Asked<DateQuestion, DayOrder> | null;
  /** Null where no column has both decimal signs. */
  readonly decimals: Asked<DecimalQuestion, Decimal> | null;
}

export interface ImportPlan extends ImportOutline {
  readonly columns: readonly PlannedColumn[];
}

export const outlineOf = (plan: ImportPlan): ImportOutline => ({
  ...plan,
  columns: plan.columns.map(({ reading: { field }, ...column }) => ({ ...column, reading: { field } })),
});

/**
 * Above this share of cells that do not read, the column is something else than its name says. Of a sheet that is there
 * the field is known by the name, and what does not read is more likely to be mended than to be a column of its own.
 */
const MOST_FAILED = { begins: 0.2, known: 0.5 } as const;
/** Before the number of a column that goes nowhere; no field has such an id. */
const IGNORED = "!";
const NO_DAYS: SettledDays = { order: null, open: null, isSaid: false };
const NO_TEXTS: TextColumn = { dictionary: [], codes: new Uint32Array(0) };

/** Reads the column as the field it is meant for; null if most of it is something else, unless the person `said` how it reads. */
function* readMatched(
  field: Field,
  column: TextColumn,
  file: ColumnConventions,
  begins: boolean,
  said: boolean,
): Steps<Reading | null> {
  const { dictionary, codes } = column;
  const locale = conventionsFor(field, column, file);
  const written = writtenIn(column, file.locale);
  const target = begins ? widened(field, dictionary, locale, written) : field;
  const reading = yield* readTexts(target, dictionary, locale, written);
  if (reading === null || reading.problems.size === 0 || said) return reading;
  const failed = cellsWith(codes, (code) => reading.problems.has(code));
  const most = begins ? MOST_FAILED.begins : MOST_FAILED.known;
  return failed > cellsWith(codes, () => true) * most ? null : reading;
}

const isAskedFor = (wanted: Destination | undefined, kind: KindId): boolean =>
  wanted?.to === "newField" && wanted.kind === kind;

/** A column of its own, of the kind that was asked for. As text where it would be a list of more choices than anyone picks from. */
function* readAsKind(
  id: FieldId,
  name: string,
  kind: KindId,
  column: TextColumn,
  file: ColumnConventions,
): Steps<Reading> {
  const texts = column.dictionary;
  const field: Field = { id, name, kind, type: kindOf({ kind }).newType() };
  const locale = conventionsFor(field, column, file);
  const written = writtenIn(column, file.locale);
  const reading = yield* readTexts(widened(field, texts, locale, written), texts, locale, written);
  return reading ?? readAsText(id, name, texts);
}

/** A column of its own, of the kind that its texts are; numbers with both decimal signs as the person said, else as text. */
function* readNew(
  id: FieldId,
  name: string,
  column: TextColumn,
  file: ColumnConventions,
  decimal: Decimal | null,
): Steps<Reading> {
  const { dictionary, codes } = column;
  const cells = cellsWith(codes, () => true);
  const reading = readAsNew(id, name, dictionary, cells, file.days.order);
  const isOpen = decimal === null && mixesDecimals(ownTexts(column), file.locale);
  if (isOpen || reading.field.kind !== "text" || !mixesDecimals(dictionary, file.locale)) return reading;
  return yield* readAsKind(id, name, kindOfMixed(dictionary), column, file);
}

/** Columns in which a date may be several days, and nothing in them or in the others tells which. */
function openDates(
  table: CsvTable,
  columns: readonly PlannedColumn[],
  matched: readonly (Field | undefined)[],
  days: readonly SettledDays[],
): DateQuestion | null {
  const found = columns.flatMap(({ header, ignored, reading: { field } }, index) => {
    const texts = table.columns[index]?.dictionary ?? [];
    const meant = matched[index];
    // Where the region writes neither order, what goes into a field of dates was read as text.
    const needed = field.kind === "date" || (meant?.kind === "date" && guessDates(texts).length > 1);
    const isDate = needed || (meant === undefined && guessDates(texts).length > 1);
    if (!isDate || ignored) return [];
    const { open = null, isSaid = false } = days[index] ?? {};
    return open === null ? [] : [{ header, open, needed: needed && !isSaid }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const common = first.open.orders.filter((order) => found.every(({ open }) => open.orders.includes(order)));
  return askAbout(
    found.map(({ header }) => header),
    { ...first.open, orders: common },
    found.some(({ needed }) => needed),
  );
}

/** The order that was said, if it is one of those that were asked about. */
const answerOf = ({ answers }: DateQuestion, said: DayOrder | null): DayOrder | null =>
  answers.find(({ order }) => order === said)?.order ?? null;

export interface Decided {
  /** Where each column goes; null: as their names say. */
  readonly mapping?: readonly Destination[] | null;
  /** Of dates that may be read in several ways. */
  readonly dayOrder?: DayOrder | null;
  /** Of columns of numbers that show both. */
  readonly decimal?: Decimal | null;
  /** The journal's number: a new column never takes the id of one that was deleted. */
  readonly seq?: number;
}

/** What is known of a file before its columns are read. */
interface KnownFile {
  readonly table: CsvTable;
  readonly sheet: Sheet;
  /** The file begins the sheet. */
  readonly begins: boolean;
  readonly mapping: readonly Destination[] | null;
  readonly decimal: Decimal | null;
  readonly layout: FoundLayout | null;
  /** The field that each column is meant for. */
  readonly matched: readonly (Field | undefined)[];
  readonly days: readonly SettledDays[];
  readonly shown: Conventions;
}

function knownFile(
  table: CsvTable,
  sheet: Sheet,
  begins: boolean,
  locale: LocaleFormat,
  { mapping = null, dayOrder = null, decimal = null }: Decided,
): KnownFile {
  const layout = mapping === null ? layoutOf(table) : null;
  const matched =
    mapping === null ? match(table.header, sheet.fields, layout) : mapped(mapping, sheet.fields);
  const numbers = table.columns.filter((_, index) => matched[index]?.type.storage === "integer");
  const dates = table.columns.map((column, index) =>
    matched[index]?.type.storage === "day" ||
    isAskedFor(mapping?.[index], "date") ||
    guessDates(column.dictionary).length > 0
      ? ownTexts(column)
      : [],
  );
  const shownDays = fileDays(dates, locale.dateOrder, dayOrder);
  const days = dates.map((texts) => settledDays(texts, locale.dateOrder, shownDays));
  // An answer that is remembered counts where the file would be asked about again, and nowhere else.
  const isAsked =
    decimal !== null &&
    (showsBoth(numbers.map(ownTexts), locale) ||
      table.columns.some((column) => mixesDecimals(ownTexts(column), locale)));
  const shown = fileConventions(numbers, table.delimiter, locale, isAsked ? decimal : null);
  return { table, sheet, begins, mapping, decimal, layout, matched, days, shown };
}

const conventionsOf = ({ shown, days }: KnownFile, index: number): ColumnConventions => ({
  ...shown,
  days: days[index] ?? NO_DAYS,
});

/** Columns that nobody asked for, by number: of contacts and layouts, and the ids that our own files have. */
function idleIn({ table, layout, mapping }: KnownFile): ReadonlySet<number> {
  if (mapping !== null) return new Set(mapping.flatMap(({ to }, index) => (to === "nowhere" ? [index] : [])));
  const mark = findMark(table.header)?.column;
  return new Set([
    ...idleColumns(table),
    ...(layout === null ? [] : emptyColumns(table, layout)),
    ...(mark === undefined ? [] : [mark]),
  ]);
}

/** Reads one column after the other; new ones get ids and names that none has. */
class ColumnPlanner {
  readonly notes: CsvNote[] = [];
  readonly decimals: DecimalDoubts;
  private readonly file: KnownFile;
  private readonly idle: ReadonlySet<number>;
  private readonly newId: () => string;
  private readonly names: Set<string>;

  constructor(file: KnownFile, seq: number) {
    const { begins, sheet, shown } = file;
    this.file = file;
    this.decimals = new DecimalDoubts(shown.locale);
    this.idle = idleIn(file);
    this.newId = lastingIds("f", new Set(sheet.fields.map(({ id }) => id)), seq);
    this.names = new Set(begins ? [] : sheet.fields.map(({ name }) => name));
  }

  *plan(index: number): Steps<PlannedColumn> {
    const { table, matched } = this.file;
    const header = table.header[index] ?? "";
    const column = table.columns[index] ?? NO_TEXTS;
    if (this.idle.has(index)) {
      const reading = readAsText(fieldId(`${IGNORED}${index}`), header, []);
      return { header, isNew: false, ignored: true, reading };
    }
    const field = matched[index];
    if (field === undefined) return yield* this.planNew(index, header, column);
    const reading = yield* this.readKnown(index, field, header, column);
    if (reading !== null) return { header, isNew: false, ignored: false, reading };
    this.notes.push({ note: "importedAsText", name: header, kind: field.kind });
    const { id, name } = this.newField(header);
    return { header, isNew: true, ignored: false, reading: readAsText(id, name, column.dictionary) };
  }

  private newField(header: string): Pick<Field, "id" | "name"> {
    const name = unusedName(header, this.names);
    this.names.add(name);
    return { id: fieldId(this.newId()), name };
  }

  private *readKnown(index: number, field: Field, header: string, column: TextColumn): Steps<Reading | null> {
    const { table, begins, decimal, shown } = this.file;
    const named = begins && table.ownHeader !== null && field.name !== header;
    const target = named ? { ...field, name: header } : field;
    const own = ownTexts(column);
    const isSaid = decimal !== null && mixesDecimals(own, shown.locale);
    const reading = yield* readMatched(target, column, conventionsOf(this.file, index), begins, isSaid);
    if (field.type.storage === "integer") this.decimals.add(header, own, decimal === null);
    return reading;
  }

  private *planNew(index: number, header: string, column: TextColumn): Steps<PlannedColumn> {
    const { mapping, decimal, shown } = this.file;
    const { id, name } = this.newField(header);
    const file = conventionsOf(this.file, index);
    const wanted = mapping?.[index];
    const kind = wanted?.to === "newField" ? wanted.kind : undefined;
    if (kind !== undefined) {
      const reading = yield* readAsKind(id, name, kind, column, file);
      if (kind !== reading.field.kind) this.notes.push({ note: "importedAsText", name: header, kind });
      return { header, isNew: true, ignored: false, reading };
    }
    const reading = yield* readNew(id, name, column, file, decimal);
    const own = ownTexts(column);
    if ((decimal !== null || reading.field.kind === "text") && mixesDecimals(own, shown.locale)) {
      this.decimals.add(header, own, false);
      if (decimal === null) this.notes.push({ note: "mixedDecimals", name: header });
    }
    return { header, isNew: true, ignored: false, reading };
  }
}

/** What came of the cells. Of columns whose days are asked about it is not told as which they were read. */
function notesOn(file: KnownFile, columns: readonly PlannedColumn[], asked: ReadonlySet<string>) {
  const { table } = file;
  return columns.flatMap((column, index) =>
    column.ignored
      ? []
      : cellNotes(column, table.columns[index] ?? NO_TEXTS, {
          lines: table.lines,
          file: conventionsOf(file, index),
          daysAsked: asked.has(column.header),
        }),
  );
}

/** The same as `planImport`, in steps. */
export function* planImportSteps(
  table: CsvTable,
  sheet: Sheet,
  mode: ImportMode,
  locale: LocaleFormat,
  decided: Decided = {},
): Steps<ImportPlan> {
  const begins = mode === "newWorkbook";
  const file = knownFile(table, sheet, begins, locale, decided);
  const planner = new ColumnPlanner(file, decided.seq ?? 0);
  const columns: PlannedColumn[] = [];
  for (const index of table.columns.keys()) {
    columns.push(yield* planner.plan(index));
    yield { done: index, total: table.columns.length };
  }
  const dates = openDates(table, columns, file.matched, file.days);
  const decimals = planner.decimals.question;
  // As text only until it is said which days they are.
  const open = new Set([dates, decimals].flatMap((each) => (each?.needed === true ? each.columns : [])));
  const layoutNotes: readonly CsvNote[] =
    file.layout === null ? [] : [{ note: "knownLayout", layout: file.layout.id }];
  const notes = [...layoutNotes, ...planner.notes, ...notesOn(file, columns, new Set(dates?.columns))];
  return {
    columns,
    fields: fieldsAfter(sheet, columns, begins),
    view: begins ? viewAfter(sheet, columns) : null,
    notes: notes.filter((note) => note.note !== "importedAsText" || !open.has(note.name)),
    dates: dates === null ? null : { ...dates, answer: answerOf(dates, decided.dayOrder ?? null) },
    decimals: decimals === null ? null : { ...decimals, answer: file.decimal },
  };
}

export function planImport(
  table: CsvTable,
  sheet: Sheet,
  mode: ImportMode,
  locale: LocaleFormat,
  decided: Decided = {},
): ImportPlan {
  return runNow(planImportSteps(table, sheet, mode, locale, decided));
}
