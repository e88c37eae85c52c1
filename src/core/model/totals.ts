/** What a view says of its rows together: one measure below each column, and the fields its rows are grouped by. */
import type { Field } from "./field.ts";
import type { PeriodUnit } from "./filter.ts";
import type { FieldId } from "./ids.ts";

/** In the order in which they are offered. */
export const TOTALS = [
  "none",
  "count",
  "filled",
  "empty",
  "distinct",
  "sum",
  "average",
  "median",
  "minimum",
  "maximum",
] as const;
export type Total = (typeof TOTALS)[number];

/** Chosen for a column; the others have the one that goes with their kind. */
export interface ColumnTotal {
  readonly field: FieldId;
  readonly total: Total;
}

export interface GroupKey {
  readonly field: FieldId;
  /** Of days: the period they lie in. Left out: each day by itself. */
  readonly unit?: PeriodUnit;
}

/** More than this would be no overview. */
export const MOST_GROUP_KEYS = 2;

const ADDING: ReadonlySet<Total> = new Set(["sum", "average"]);
const ORDERING: ReadonlySet<Total> = new Set(["median", "minimum", "maximum"]);

/** What can be said of a column. */
export function totalsOf({ type }: Field): readonly Total[] {
  const adds = type.storage === "integer";
  const ordered = adds || type.storage === "day";
  return TOTALS.filter((total) => (adds || !ADDING.has(total)) && (ordered || !ORDERING.has(total)));
}

/** What stands below a column as long as nothing is chosen for it. */
export const usualTotal = ({ kind }: Field): Total =>
  kind === "money" || kind === "number" ? "sum" : "none";

/** What stands below a column. A choice that no longer fits its kind gives way to the usual one. */
export function totalOf(totals: readonly ColumnTotal[], field: Field): Total {
  const chosen = totals.find((each) => each.field === field.id)?.total;
  return chosen !== undefined && totalsOf(field).includes(chosen) ? chosen : usualTotal(field);
}

/** The choices with another for one column. */
export function withTotal(
  totals: readonly ColumnTotal[],
  field: Field,
  total: Total,
): readonly ColumnTotal[] {
  const others = totals.filter((each) => each.field !== field.id);
  return total === usualTotal(field) ? others : [...others, { field: field.id, total }];
}

/** How rows are grouped by a field at first: days of the same month together. */
export const groupKey = ({ id, type }: Field): GroupKey =>
  type.storage === "day" ? { field: id, unit: "month" } : { field: id };
