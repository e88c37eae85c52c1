/**
 * A view over a table: which rows, in which order.
 *
 * Q1: the result equals a naive filter, search and sort. Q2: sorting is stable, empties last in both directions. Rows of
 * a group stand together: what rows are grouped by comes before what they are sorted by.
 */
import type { Atom, Field, Filter, GroupKey, SortKey } from "../../core/model/index.ts";
import { atomOf } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { runNow, type Steps } from "../steps.ts";
import { MONDAY, startOf } from "./calendar.ts";
import { filterPasses, filterSteps } from "./filter.ts";
import type { Han } from "./han.ts";
import { sortKeySteps } from "./keys.ts";
import { periodKeys } from "./periods.ts";
import { EMPTY } from "./ranks.ts";
import { type NumberSigns, searchPasses, searchSteps } from "./search.ts";
import { type SortLevel, sortSlots } from "./sort.ts";

export interface Query {
  readonly filter: Filter | null;
  readonly sort: readonly SortKey[];
  /** Left out: rows are in no groups. */
  readonly group?: readonly GroupKey[];
  readonly search: string;
  /** Without it, texts are searched as they are written. */
  readonly han?: Han | null;
  /** Without them, numbers are searched as they are written plain. */
  readonly signs?: NumberSigns | null;
  /** Fields the search looks at. */
  readonly searched: readonly Field[];
  /** BCP 47, for the order of text. */
  readonly locale: string;
  /** Days since 1970-01-01: what "this month" is reckoned from. */
  readonly today: number;
}

export type Selection = Pick<Query, "filter" | "search" | "han" | "signs" | "searched" | "today">;

const contextOf = ({ today }: Selection) => ({ today, weekStart: MONDAY });

const byId = (fields: readonly Field[]) => new Map(fields.map((field) => [field.id, field] as const));

/** The slots that pass, in the sheet's own order. A copy. */
export function* selectSteps(
  table: ColumnTable,
  fields: readonly Field[],
  query: Selection,
): Steps<Uint32Array> {
  const filter = yield* filterSteps(table, byId(fields), query.filter, contextOf(query));
  const search = yield* searchSteps(table, query.searched, query.search, query.han, query.signs);
  if (filter === null && search === null) return table.order.slice();
  const { order } = table;
  const passing = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const slot = order[i] ?? 0;
    if ((filter === null || filter[slot] === 1) && (search === null || search[slot] === 1)) {
      passing[count] = slot;
      count += 1;
    }
  }
  return passing.slice(0, count);
}

/** Whether a single row passes: the same truth, for rows changed since. */
export function selectPasses(
  table: ColumnTable,
  fields: readonly Field[],
  query: Selection,
): (slot: number) => boolean {
  const filter = filterPasses(table, byId(fields), query.filter, contextOf(query));
  const search = searchPasses(table, query.searched, query.search, query.han, query.signs);
  return (slot) => (filter?.(slot) ?? true) && (search?.(slot) ?? true);
}

/** What parts the rows into groups, from the outermost. */
export interface GroupLevel extends SortLevel {
  readonly by: GroupKey;
  /** What the rows of the slot's group have in common; of a period its first day. */
  readonly atom: (slot: number) => Atom;
}

/** Keys on fields that are gone are passed over. Groups follow the direction in which rows are sorted by their field. */
export function* groupLevelSteps(
  table: ColumnTable,
  fields: readonly Field[],
  { group = [], sort, locale }: Pick<Query, "group" | "sort" | "locale">,
): Steps<GroupLevel[]> {
  const levels: GroupLevel[] = [];
  for (const by of group) {
    const field = fields.find((each) => each.id === by.field);
    const column = table.columns.get(by.field);
    if (field === undefined || column === undefined) continue;
    const { unit } = by;
    const periods = column.form === "numeric" && field.type.storage === "day" && unit !== undefined;
    const keys = periods ? periodKeys(column, unit) : yield* sortKeySteps(column, field.type, locale);
    const atom = (slot: number): Atom => {
      const own = atomOf(column, slot);
      return periods && typeof own === "number" ? startOf(unit, own, MONDAY) : own;
    };
    const descending = sort.find((key) => key.field === by.field)?.direction === "descending";
    levels.push({ keys, descending, by, atom });
  }
  return levels;
}

/** Sort keys on fields that are gone are passed over. */
function* levelSteps(table: ColumnTable, fields: readonly Field[], query: Query): Steps<SortLevel[]> {
  const levels: SortLevel[] = yield* groupLevelSteps(table, fields, query);
  for (const { field: id, direction } of query.sort) {
    const field = fields.find((each) => each.id === id);
    const column = table.columns.get(id);
    if (field === undefined || column === undefined) continue;
    const keys = yield* sortKeySteps(column, field.type, query.locale);
    levels.push({ keys, descending: direction === "descending" });
  }
  return levels;
}

/** Slots in the order to show them. */
export function* querySteps(table: ColumnTable, fields: readonly Field[], query: Query): Steps<Uint32Array> {
  const slots = yield* selectSteps(table, fields, query);
  const levels = yield* levelSteps(table, fields, query);
  return levels.length === 0 ? slots : sortSlots(slots, levels);
}

export function runQuery(table: ColumnTable, fields: readonly Field[], query: Query): Uint32Array {
  return runNow(querySteps(table, fields, query));
}

/** Compares two rows as a query orders them; 0 for none but a row and itself. */
export function makeComparer(
  table: ColumnTable,
  fields: readonly Field[],
  query: Query,
): (a: number, b: number) => number {
  const levels = runNow(levelSteps(table, fields, query));
  const positions = table.positions();
  return (a, b) => {
    for (const { keys, descending } of levels) {
      const one = keys.keys[keys.codes === null ? a : (keys.codes[a] ?? 0)] ?? EMPTY;
      const other = keys.keys[keys.codes === null ? b : (keys.codes[b] ?? 0)] ?? EMPTY;
      if (one === other) continue;
      if (one === EMPTY) return 1;
      if (other === EMPTY) return -1;
      return one < other === descending ? 1 : -1;
    }
    return (positions[a] ?? 0) - (positions[b] ?? 0);
  };
}
