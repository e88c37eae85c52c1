/** A column changed into another kind: looked at first, then done as one change that is built anew where another tab was faster. */
import type { Op } from "../core/change/index.ts";
import {
  type Atom,
  atomAt,
  type ColourRule,
  type Condition,
  choicesOf,
  type Field,
  type FieldId,
  type FieldType,
  findField,
  findSheet,
  fromAtom,
  isNumeric,
  mapViewConditions,
  packAtoms,
  type Sheet,
  type SheetId,
  type Vector,
  type View,
  vectorLength,
  withColours,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import type { Built } from "../engine/session/build.ts";
import { GONE_FIELD, GONE_SHEET, viewOps } from "../engine/session/built.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Session } from "../engine/session/session.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import { Converter, type KindTarget, TargetSurvey } from "../fields/convert.ts";
import { kindOf, type LocaleFormat, localeFormat } from "../fields/index.ts";
import type { KindPreview } from "./columnApi.ts";
import { distinctSteps } from "./distinct.ts";

/** Definitions are what every tab holds: a column of choices is no dictionary. */
const MOST_CHOICES = 500;
/** Values that a preview lists of each sort. */
const LISTED = 100;
/** Values between two chances to pause. */
const STEP = 1024;

/** The table and the field it is about, at one moment. */
export interface Subject {
  readonly table: ColumnTable;
  readonly field: Field;
  readonly locale: LocaleFormat;
}

export type Prepared =
  | {
      readonly type: "ready";
      readonly converter: Converter;
      readonly survey: TargetSurvey;
      readonly distinct: ReadonlyMap<Atom, number>;
    }
  | { readonly type: "tooManyChoices"; readonly most: number };

/** Looks at every distinct value, and reads it as what it shall become. */
export function* prepareSteps({ table, field, locale }: Subject, target: KindTarget): Steps<Prepared> {
  const column = table.columns.get(field.id);
  const distinct: ReadonlyMap<Atom, number> =
    column === undefined ? new Map() : yield* distinctSteps(table, column);
  const survey = new TargetSurvey(field, target, locale);
  let looked = 0;
  const total = distinct.size * 2;
  if (survey.looks) {
    for (const [atom, cells] of distinct) {
      if (atom !== null) survey.take(atom, cells);
      looked += 1;
      if (looked % STEP === 0) yield { done: looked, total };
    }
  }
  const order = survey.dateOrder;
  const settled = order === null ? target : { ...target, dateOrder: order };
  const converter = new Converter(field, settled, survey.type(), locale);
  for (const atom of distinct.keys()) {
    if (atom !== null) converter.convert(atom);
    if (choicesOf(converter.field.type).length > MOST_CHOICES)
      return { type: "tooManyChoices", most: MOST_CHOICES };
    looked += 1;
    if (looked % STEP === 0) yield { done: looked, total };
  }
  return { type: "ready", converter, survey, distinct };
}

const sameType = (a: Field, b: Field): boolean =>
  a.kind === b.kind && JSON.stringify(a.type) === JSON.stringify(b.type);

type Listed = Extract<KindPreview, { readonly type: "preview" }>;

interface Tally<T> {
  cells: number;
  values: number;
  readonly first: T[];
}

const emptyTally = <T>(): Tally<T> => ({ cells: 0, values: 0, first: [] });

function note<T extends { readonly cells: number }>(tally: Tally<T>, fare: T): void {
  tally.cells += fare.cells;
  tally.values += 1;
  if (tally.first.length < LISTED) tally.first.push(fare);
}

export function* previewSteps(subject: Subject, target: KindTarget): Steps<KindPreview> {
  const prepared = yield* prepareSteps(subject, target);
  if (prepared.type !== "ready") return prepared;
  const { converter, survey, distinct } = prepared;
  const { field, locale } = subject;
  const to = converter.field;
  const show = (of: Field, atom: Atom): string => kindOf(of).format(fromAtom(of.type, atom), of, locale);
  let unchanged = 0;
  const changed = emptyTally<Listed["changed"]["first"][number]>();
  const lost = emptyTally<Listed["lost"]["first"][number]>();
  for (const [atom, cells] of distinct) {
    if (atom === null) continue;
    const fare = converter.convert(atom);
    if (fare.type === "unchanged") {
      unchanged += cells;
      continue;
    }
    const before = show(field, atom);
    if (fare.type === "lost") note(lost, { before, cells, problem: fare.problem });
    else note(changed, { before, after: show(to, fare.atom), cells });
  }
  const { ambiguous, dateOrder } = survey;
  return {
    type: "preview",
    same: sameType(field, to),
    unchanged: { cells: unchanged },
    changed,
    lost,
    newChoices: Math.max(0, choicesOf(to.type).length - choicesOf(field.type).length),
    decimals: to.type.storage === "integer" && to.kind !== "rating" ? to.type.decimals : null,
    dates: ambiguous === 0 ? null : { ambiguous, order: dateOrder },
  };
}

/** Each distinct atom is read once. */
function mapVector(vector: Vector, numeric: boolean, read: (atom: Atom) => Atom): Vector {
  const length = vectorLength(vector);
  const known = new Map<Atom, Atom>();
  const atoms: Atom[] = [];
  for (let index = 0; index < length; index++) {
    const atom = atomAt(vector, index);
    let next = known.get(atom);
    if (next === undefined) {
      next = read(atom);
      known.set(atom, next);
    }
    atoms.push(next);
  }
  return packAtoms(numeric, atoms);
}

/** A condition as the new type has it; null where that has no such question. */
function conditionFor(condition: Condition, from: FieldType, converter: Converter): Condition | null {
  const to = converter.field.type;
  if (condition.op === "empty" || condition.op === "notEmpty") return condition;
  const listed = (type: FieldType): boolean => type.storage === "choice" || type.storage === "choices";
  if (from.storage !== to.storage && !(listed(from) && listed(to) && condition.op !== "allOf")) return null;
  if (from.storage !== "integer" || to.storage !== "integer" || from.decimals === to.decimals)
    return condition;
  const scaled = (value: number): number => {
    const fare = converter.convert(value);
    return fare.type !== "lost" && typeof fare.atom === "number" ? fare.atom : value;
  };
  if ("value" in condition) return { ...condition, value: scaled(condition.value) };
  if ("low" in condition) {
    const end = (value: number | null): number | null => (value === null ? null : scaled(value));
    return { ...condition, low: end(condition.low), high: end(condition.high) };
  }
  if (!("atoms" in condition)) return condition;
  const atoms = condition.atoms.map((atom) => (typeof atom === "number" ? scaled(atom) : atom));
  return { ...condition, atoms };
}

/** Whether a rule still says something of a column of this type. */
function colours(rule: ColourRule, type: FieldType): boolean {
  switch (rule.type) {
    case "when":
    case "duplicates":
      return true;
    case "choice":
      return type.storage === "choice" || type.storage === "choices";
    case "bar":
      return type.storage === "integer" || type.storage === "day";
  }
}

/** Filters and colours ask the same of the column as it is now; what they can ask no more, they do not. */
function changedView(view: View, field: FieldId, from: FieldType, converter: Converter): View {
  const asked = mapViewConditions(view, (condition) =>
    condition.field === field ? conditionFor(condition, from, converter) : condition,
  );
  const kept = (asked.colours ?? []).filter(
    (rule) => rule.field !== field || colours(rule, converter.field.type),
  );
  return withColours(asked, kept);
}

interface Found {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly field: Field;
}

function opsOf({ sheet, table, field }: Found, converter: Converter): readonly Op[] {
  const before = table.columnInOrder(field.id);
  const numeric = isNumeric(converter.field.type);
  let moved = numeric !== isNumeric(field.type);
  const read = (atom: Atom): Atom => {
    if (atom === null) return null;
    const fare = converter.convert(atom);
    const next = fare.type === "lost" ? null : fare.atom;
    moved ||= next !== atom;
    return next;
  };
  const after = mapVector(before, numeric, read);
  // Only now are all the choices there that the values brought.
  const item: Field = { ...field, kind: converter.field.kind, type: converter.field.type };
  if (!moved && sameType(field, item)) return [];
  const index = sheet.fields.indexOf(field);
  const edit = { before: { index, item: field }, after: { index, item } };
  const values = moved
    ? { valuesBefore: before, valuesAfter: after }
    : { valuesBefore: null, valuesAfter: null };
  return [
    { op: "field", sheet: sheet.id, edit, ...values },
    ...viewOps(sheet, (view) => changedView(view, field.id, field.type, converter)),
  ];
}

/** `prepared` holds as long as the field is what it was; rows may have come meanwhile. */
export function kindIntent(
  sheetId: SheetId,
  fieldId: FieldId,
  target: KindTarget,
  prepared: Extract<Prepared, { type: "ready" }>,
) {
  let { converter } = prepared;
  const build = (session: Session): Built | Refusal => {
    const sheet = findSheet(session.workbook, sheetId);
    const table = session.table(sheetId);
    if (sheet === undefined || table === undefined) return GONE_SHEET;
    const field = findField(sheet, fieldId);
    if (field === undefined) return GONE_FIELD;
    if (!sameType(field, converter.from)) {
      const { locale, currency } = session.workbook.settings;
      const anew = runNow(prepareSteps({ table, field, locale: localeFormat(locale, currency) }, target));
      if (anew.type !== "ready") return { refused: "wrongValue" };
      converter = anew.converter;
    }
    const ops = opsOf({ sheet, table, field }, converter);
    return { change: { ops }, cause: { type: "changeKind", name: field.name } };
  };
  return { type: "build", build } as const;
}
