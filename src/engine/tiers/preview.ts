/** What a rule would do if it were followed: how many rows and how much each class gets, and which rows move. Nothing is written. */
import {
  amountOf,
  type Choice,
  type Classifier,
  type ClassMethod,
  choicesOf,
  type Field,
  type FieldId,
  findField,
  type RowId,
  type Sheet,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { isBroken, openRule } from "./follow.ts";
import { type BrokenRule, makeOverlap, NO_CLASS, type Sorts } from "./judge.ts";

export interface ClassMove {
  readonly row: RowId;
  /** Of the row's name, as it is stored. */
  readonly name: string;
  readonly from: Choice | null;
  readonly to: Choice | null;
}

export type ClassPreview =
  | {
      readonly type: "preview";
      /** In the order of the rule. */
      readonly classes: readonly { readonly choice: Choice; readonly count: number; readonly sum: number }[];
      /** What the sums are of. */
      readonly amount: Field | null;
      /** Rows that nothing is known of to judge them by, or that meet no condition. */
      readonly without: number;
      /** Rows that meet the conditions of several classes: the first has them. */
      readonly several: number;
      /** Shares are asked for of what does not come to more than nothing: the last class has all. */
      readonly shareless: boolean;
      /** Rows that stay as a hand has put them. */
      readonly byHand: number;
      readonly moved: number;
      /** To a class before the one they have. */
      readonly up: number;
      readonly first: readonly ClassMove[];
    }
  | { readonly type: "broken"; readonly why: BrokenRule };

/** Moves that are told by name. */
const MOST_MOVES = 10;

/** A choice that is none of the rule's. */
const OTHER_CLASS = -2;

/** The place of a row's class among the rule's; `NO_CLASS` of an empty cell. */
function placesOf(table: ColumnTable, { field, classes }: Pick<Classifier, "field" | "classes">) {
  const column = table.columns.get(field);
  if (column?.form !== "coded") return () => NO_CLASS;
  const { codes, dictionary } = column;
  const known = new Map<string, number>(classes.map((id, place) => [id, place]));
  const places = [NO_CLASS, ...dictionary.map((id) => known.get(id) ?? OTHER_CLASS)];
  return (slot: number): number => places[codes[slot] ?? 0] ?? NO_CLASS;
}

/** Whether a cell of a text column holds anything. */
function filledAt(table: ColumnTable, field: FieldId | undefined): (slot: number) => boolean {
  const column = field === undefined ? undefined : table.columns.get(field);
  return column?.form === "coded" ? (slot) => (column.codes[slot] ?? 0) !== 0 : () => false;
}

function namesOf(sheet: Sheet, table: ColumnTable): (slot: number) => string {
  const name = sheet.fields.find(({ role }) => role === "name") ?? sheet.fields[0];
  return (slot) => (name === undefined ? "" : String(table.atom(name.id, slot) ?? ""));
}

function choicesById(sheet: Sheet, field: FieldId): ReadonlyMap<string, Choice> {
  const type = findField(sheet, field)?.type;
  return new Map((type === undefined ? [] : choicesOf(type)).map((each) => [String(each.id), each]));
}

/** What is shared out by a rule of shares. */
function sharedOf(table: ColumnTable, method: ClassMethod) {
  const column = method.by === "share" ? table.columns.get(method.amount) : undefined;
  return column?.form === "numeric" ? column.values : null;
}

/** `sorts`: what another limit on the same state of the table has put in order. `today`: days since 1970-01-01. The reason's field may not be there yet. */
export function previewClasses(
  sheet: Sheet,
  table: ColumnTable,
  wanted: Omit<Classifier, "reason" | "byHand">,
  today: number,
  sorts?: Sorts,
): ClassPreview {
  const known = sheet.classifiers?.find(({ field }) => field === wanted.field)?.reason;
  const reason = known ?? sheet.fields.find(({ type }) => type.storage === "text")?.id;
  if (reason === undefined) return { type: "broken", why: { broken: "noReason", field: wanted.field } };
  const rule = openRule(sheet, table, { ...wanted, reason, byHand: "" }, today, sorts);
  if (isBroken(rule)) return { type: "broken", why: rule };
  const choices = choicesById(sheet, wanted.field);
  const amount = amountOf(sheet);
  const column = amount === null ? undefined : table.columns.get(amount.id);
  const amounts = column?.form === "numeric" ? column.values : null;
  const nameAt = namesOf(sheet, table);
  const counts = wanted.classes.map(() => ({ count: 0, sum: 0 }));
  const first: ClassMove[] = [];
  const placeAt = placesOf(table, wanted);
  const isHand = filledAt(table, known);
  const overlaps = makeOverlap(table, sheet, wanted.method, today);
  const shared = sharedOf(table, wanted.method);
  let shareless = shared !== null;
  let [without, several, byHand, moved, up] = [0, 0, 0, 0, 0];
  const { order } = table;
  for (let at = 0; at < order.length; at++) {
    const slot = order[at] ?? 0;
    if (shareless && (shared?.[slot] ?? 0) > 0) shareless = false;
    const present = placeAt(slot);
    const hand = isHand(slot);
    const now = hand ? Math.max(NO_CLASS, present) : rule.judge(slot);
    if (hand) byHand += 1;
    else if (overlaps?.(slot) === true) several += 1;
    const found = counts[now];
    if (found === undefined) without += 1;
    else {
      found.count += 1;
      const value = amounts === null ? Number.NaN : (amounts[slot] ?? Number.NaN);
      if (!Number.isNaN(value)) found.sum += value;
    }
    if (hand || now === present) continue;
    moved += 1;
    if (now !== NO_CLASS && now < (present < 0 ? wanted.classes.length : present)) up += 1;
    if (first.length >= MOST_MOVES) continue;
    first.push({
      row: table.idOf(slot),
      name: nameAt(slot),
      from: choices.get(String(table.atom(wanted.field, slot))) ?? null,
      to: choices.get(String(wanted.classes[now])) ?? null,
    });
  }
  const classes = wanted.classes.flatMap((id, place) => {
    const choice = choices.get(String(id));
    const figures = counts[place];
    return choice === undefined || figures === undefined ? [] : [{ choice, ...figures }];
  });
  // Of rows without any amount nothing is shared out either, but that is said of them already.
  shareless &&= without < order.length;
  return { type: "preview", classes, amount, without, several, shareless, byHand, moved, up, first };
}
