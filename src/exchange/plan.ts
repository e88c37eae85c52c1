/** What an import will do: which column goes into which field, and what each of its texts means there. */
import {
  columnsOf,
  DEFAULT_COLUMN_WIDTH,
  type Field,
  type FieldId,
  fieldId,
  firstView,
  type KindId,
  lastingId,
  type Sheet,
  unusedName,
  type View,
} from "../core/model/index.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import { guessDates, isoText, kindOf, type LocaleFormat } from "../fields/index.ts";
import type { Asked, CsvNote, Destination } from "./api.ts";
import { idleColumns } from "./contacts.ts";
import { ownTexts, type TextColumn } from "./csv/columns.ts";
import type { CsvTable } from "./csv/table.ts";
import { currencyNotes } from "./currencies.ts";
import {
  askAbout,
  type DateQuestion,
  type DayOrder,
  fileDays,
  hasOpenYear,
  isDamaged,
  type SettledDays,
  serialDay,
  settledDays,
} from "./dates.ts";
import { askedAbout, type Decimal, type DecimalQuestion, kindOfMixed, mixesDecimals } from "./decimals.ts";
import { emptyColumns, type FoundLayout, layoutOf, layoutRounds } from "./layouts.ts";
import { meaningOfName } from "./meanings.ts";
import {
  type ColumnConventions,
  conventionsFor,
  fileConventions,
  type Reading,
  readAsNew,
  readAsText,
  readTexts,
  widened,
} from "./reading.ts";
import { findMark } from "./returning/mark.ts";
import { nameKey, roleOf } from "./synonyms.ts";

/** newWorkbook: the file begins the sheet, so that its names, its order and its decimals are the sheet's. */
export type ImportMode = "newWorkbook" | "intoSheet";

export interface PlannedColumn {
  /** As the file names it. */
  readonly header: string;
  readonly isNew: boolean;
  /** Goes nowhere. */
  readonly ignored: boolean;
  readonly reading: Reading;
}

export interface ImportPlan {
  /** One for each column of the file, in its order. */
  readonly columns: readonly PlannedColumn[];
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

/**
 * Above this share of cells that do not read, the column is something else than its name says. Of a sheet that is there
 * the field is known by the name, and what does not read is more likely to be mended than to be a column of its own.
 */
const MOST_FAILED = { begins: 0.2, known: 0.5 } as const;
/** Before the number of a column that goes nowhere; no field has such an id. */
const IGNORED = "!";
const NO_DAYS: SettledDays = { order: null, open: null, isSaid: false };
const NO_FIELD = (): boolean => false;
const NO_TEXTS: TextColumn = { dictionary: [], codes: new Uint32Array(0) };

/** In Chinese lists the first name, or all of it where no family name stands beside it. */
const FIRST_OR_WHOLE = "名字";

/**
 * The field each column is meant for, each field once. In a layout that is known a column means what it means there; else
 * the same name beats a similar one, that beats a synonym, and built-in
 * fields come before those that are known by their names alone.
 */
function match(
  header: readonly string[],
  fields: readonly Field[],
  layout: FoundLayout | null,
): readonly (Field | undefined)[] {
  const found = new Map<number, Field>();
  const taken = new Set<Field>();
  const isApart = header.some((name) => meaningOfName(name) === "lastName");
  const rules: readonly ((name: string) => (field: Field) => boolean)[] = [
    (name) => (field) => field.name === name,
    (name) => (field) => nameKey(field.name) === nameKey(name) && nameKey(name) !== "",
    (name) => (field) => field.role !== undefined && field.role === roleOf(name),
    (name) => (field) => field.role === "name" && nameKey(name) === FIRST_OR_WHOLE && !isApart,
    (name) => {
      const meaning = meaningOfName(name);
      return (field) =>
        meaning !== undefined && field.role === undefined && meaningOfName(field.name) === meaning;
    },
  ];
  const known = header.map((name, index) => {
    const column = layout?.columns[index] ?? null;
    return column === null ? null : layoutRounds(name, column);
  });
  for (const [round, rule] of rules.entries()) {
    for (const [index, name] of header.entries()) {
      const rounds = known[index] ?? null;
      const fits = rounds === null ? rule(name) : (rounds[round] ?? NO_FIELD);
      const field = found.has(index) ? undefined : fields.find((each) => !taken.has(each) && fits(each));
      if (field === undefined) continue;
      found.set(index, field);
      taken.add(field);
    }
  }
  return header.map((_, index) => found.get(index));
}

/** What the person decided; a field that is gone, or was given twice, is none. */
function mapped(mapping: readonly Destination[], fields: readonly Field[]): readonly (Field | undefined)[] {
  const taken = new Set<FieldId>();
  return mapping.map((each) => {
    if (each.to !== "field" || taken.has(each.field)) return undefined;
    taken.add(each.field);
    return fields.find(({ id }) => id === each.field);
  });
}

function cellsWith(codes: Uint32Array, counts: (code: number) => boolean): number {
  let cells = 0;
  for (const code of codes) if (code !== 0 && counts(code)) cells += 1;
  return cells;
}

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
  const target = begins ? widened(field, dictionary, locale) : field;
  const reading = yield* readTexts(target, dictionary, locale);
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
  const reading = yield* readTexts(widened(field, texts, locale), texts, locale);
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

/** The file's columns first, in its order; fields it does not have wait hidden. */
function viewOf(sheet: Sheet, columns: readonly PlannedColumn[]): View {
  const view = firstView(sheet);
  const known = new Map(columnsOf(sheet, view).map((column) => [column.field, column]));
  const own = columns
    .filter(({ ignored }) => !ignored)
    .map(({ reading: { field } }) => ({
      ...(known.get(field.id) ?? { width: DEFAULT_COLUMN_WIDTH, frozen: false }),
      field: field.id,
      hidden: false,
    }));
  const shown = new Set(own.map(({ field }) => field));
  const rest = [...known.values()].filter(({ field }) => !shown.has(field));
  return { ...view, columns: [...own, ...rest.map((column) => ({ ...column, hidden: true }))] };
}

/** Fields that keep no column of the file but stand in the way of its names. */
function renamed(sheet: Sheet, columns: readonly PlannedColumn[]): readonly Field[] {
  const kept = new Set(columns.map(({ reading }) => reading.field.id));
  const names = new Set(columns.map(({ reading }) => reading.field.name));
  const unmatched = sheet.fields.filter(({ id }) => !kept.has(id));
  const taken = new Set([...names, ...unmatched.map(({ name }) => name)]);
  return unmatched.flatMap((field) => {
    if (!names.has(field.name)) return [];
    const name = unusedName(field.name, taken);
    taken.add(name);
    return [{ ...field, name }];
  });
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

/** What a column went through in Excel. */
function excelNotes(
  { header, ignored, reading: { field } }: PlannedColumn,
  { dictionary, codes }: TextColumn,
  lines: Uint32Array,
): readonly CsvNote[] {
  if (ignored) return [];
  const isText = field.type.storage === "text" || field.type.storage === "choice";
  const is =
    field.type.storage === "day" ? (text: string) => serialDay(text) !== null : isText ? isDamaged : null;
  const found = new Set(dictionary.flatMap((text, index) => (is?.(text) === true ? [index + 1] : [])));
  if (found.size === 0) return [];
  const count = cellsWith(codes, (code) => found.has(code));
  const row = codes.findIndex((code) => found.has(code));
  if (row < 0) return [];
  if (isText) return [{ note: "damagedByExcel", name: header, count, line: lines[row] ?? 0 }];
  const text = dictionary[(codes[row] ?? 1) - 1] ?? "";
  return [{ note: "excelDays", name: header, count, text, day: isoText(serialDay(text) ?? 0) }];
}

/** What a date with a short year was read as, where the region leaves it open which of its numbers is the year. */
function yearNotes(
  { header, ignored, reading: { field, atoms } }: PlannedColumn,
  texts: TextColumn,
  file: ColumnConventions,
): readonly CsvNote[] {
  const { dictionary } = texts;
  if (ignored || field.type.storage !== "day") return [];
  const { dateOrder } = conventionsFor(field, texts, file);
  if (dateOrder === file.locale.dateOrder && dateOrder !== "ymd") return [];
  const at = dictionary.findIndex(hasOpenYear);
  const day = atoms[at];
  if (typeof day !== "number") return [];
  return [{ note: "shortYears", name: header, text: dictionary[at] ?? "", day: isoText(day) }];
}

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

/** The same as `planImport`, in steps. */
export function* planImportSteps(
  table: CsvTable,
  sheet: Sheet,
  mode: ImportMode,
  locale: LocaleFormat,
  { mapping = null, dayOrder = null, decimal = null, seq = 0 }: Decided = {},
): Steps<ImportPlan> {
  const begins = mode === "newWorkbook";
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
  const shown = fileConventions(numbers, table.delimiter, locale, decimal);
  const conventionsOf = (index: number): ColumnConventions => ({ ...shown, days: days[index] ?? NO_DAYS });
  const ids = new Set<string>(sheet.fields.map((field) => field.id));
  const names = new Set(begins ? [] : sheet.fields.map((field) => field.name));
  const idle = new Set([...idleColumns(table), ...(layout === null ? [] : emptyColumns(table, layout))]);
  const columns: PlannedColumn[] = [];
  const notes: CsvNote[] = layout === null ? [] : [{ note: "knownLayout", layout: layout.id }];
  let decimals: DecimalQuestion | null = null;
  const mark = mapping === null ? findMark(table.header)?.column : undefined;
  for (const [index, column] of table.columns.entries()) {
    const header = table.header[index] ?? "";
    const field = matched[index];
    const file = conventionsOf(index);
    const own = ownTexts(column);
    const unasked = idle.has(index) || index === mark;
    if (mapping === null ? unasked : mapping[index]?.to === "nowhere") {
      const reading = readAsText(fieldId(`${IGNORED}${index}`), header, []);
      columns.push({ header, isNew: false, ignored: true, reading });
      continue;
    }
    if (field !== undefined) {
      const named = begins && table.ownHeader !== null && field.name !== header;
      const target = named ? { ...field, name: header } : field;
      const reading = yield* readMatched(
        target,
        column,
        file,
        begins,
        decimal !== null && mixesDecimals(own, locale),
      );
      if (field.type.storage === "integer")
        decimals = askedAbout(decimals, header, own, decimal === null, locale);
      if (reading !== null) {
        columns.push({ header, isNew: false, ignored: false, reading });
        continue;
      }
      notes.push({ note: "importedAsText", name: header, kind: field.kind });
    }
    const id = fieldId(lastingId("f", ids, seq));
    ids.add(id);
    const name = unusedName(header, names);
    names.add(name);
    const wanted = mapping?.[index];
    const kind = wanted?.to === "newField" ? wanted.kind : undefined;
    const reading =
      field !== undefined
        ? readAsText(id, name, column.dictionary)
        : kind === undefined
          ? yield* readNew(id, name, column, file, decimal)
          : yield* readAsKind(id, name, kind, column, file);
    const open =
      kind === undefined && field === undefined && (decimal !== null || reading.field.kind === "text");
    if (open && mixesDecimals(own, locale)) {
      decimals = askedAbout(decimals, header, own, false, locale);
      if (decimal === null) notes.push({ note: "mixedDecimals", name: header });
    }
    if (kind !== undefined && kind !== reading.field.kind)
      notes.push({ note: "importedAsText", name: header, kind });
    columns.push({ header, isNew: true, ignored: false, reading });
    yield { done: index, total: table.columns.length };
  }
  const changed = columns
    .filter(({ ignored }) => !ignored)
    .map(({ reading }) => reading.field)
    .filter((field) => !sheet.fields.includes(field));
  const fields = begins ? [...changed, ...renamed(sheet, columns)] : changed;
  const question = openDates(table, columns, matched, days);
  for (const [index, column] of columns.entries()) {
    const texts = table.columns[index] ?? NO_TEXTS;
    notes.push(...excelNotes(column, texts, table.lines));
    if (!column.ignored)
      notes.push(...currencyNotes(column.header, column.reading, texts, table.lines, locale));
    if (question?.columns.includes(column.header) !== true)
      notes.push(...yearNotes(column, texts, conventionsOf(index)));
  }
  // As text only until it is said which days they are.
  const open = new Set([
    ...(question?.needed === true ? question.columns : []),
    ...(decimals?.needed === true ? decimals.columns : []),
  ]);
  const told = notes.filter((note) => note.note !== "importedAsText" || !open.has(note.name));
  const view = begins ? viewOf(sheet, columns) : null;
  return {
    columns,
    fields,
    view,
    notes: told,
    dates: question === null ? null : { ...question, answer: answerOf(question, dayOrder) },
    decimals: decimals === null ? null : { ...decimals, answer: decimal },
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
