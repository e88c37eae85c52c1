/** The filter tree of a view: and/or groups over typed conditions, each on one field. */
import type { FieldId } from "./ids.ts";
import type { Atom } from "./value.ts";

/** Text compared normalised: blind to case, width, accents and runs of spaces. */
export const TEXT_OPS = ["contains", "notContains", "startsWith", "endsWith", "is", "isNot"] as const;
/** Of scaled integers and days. */
export const COMPARISONS = ["equal", "notEqual", "less", "lessOrEqual", "greater", "greaterOrEqual"] as const;
export const LIST_OPS = ["oneOf", "allOf", "noneOf"] as const;
export const PERIOD_UNITS = ["day", "week", "month", "quarter", "year"] as const;

export type TextOp = (typeof TEXT_OPS)[number];
export type Comparison = (typeof COMPARISONS)[number];
export type ListOp = (typeof LIST_OPS)[number];
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Whole calendar units around today, both ends included: 0 is the present one, -1 the one before. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly from: number;
  readonly to: number;
}

export type Condition =
  | { readonly op: "empty" | "notEmpty"; readonly field: FieldId }
  | { readonly op: TextOp; readonly field: FieldId; readonly text: string }
  /** Null among the atoms stands for the empty cell. A cell of several choices is asked for each of them. */
  | { readonly op: ListOp; readonly field: FieldId; readonly atoms: readonly Atom[] }
  | { readonly op: Comparison; readonly field: FieldId; readonly value: number }
  /** Both ends included; null leaves an end open. Scaled integers or days. */
  | {
      readonly op: "between";
      readonly field: FieldId;
      readonly low: number | null;
      readonly high: number | null;
    }
  /** Among all rows of the sheet that have a value. Ties with the last one are in. */
  | {
      readonly op: "top" | "bottom";
      readonly field: FieldId;
      readonly count: number;
      readonly unit: "rows" | "percent";
    }
  /** Of all rows of the sheet that have a value. */
  | { readonly op: "aboveAverage" | "belowAverage"; readonly field: FieldId }
  /** The day lies in the period; for "anniversary" its month and day do, in whatever year. */
  | { readonly op: "within" | "anniversary"; readonly field: FieldId; readonly period: Period };

export type Filter = { readonly op: "and" | "or"; readonly parts: readonly Filter[] } | Condition;

/** Groups within groups: enough for any question a person asks, little enough to walk without harm. */
export const DEEPEST_FILTER = 32;

export function conditionsOf(filter: Filter | null): readonly Condition[] {
  if (filter === null) return [];
  return "parts" in filter ? filter.parts.flatMap(conditionsOf) : [filter];
}

export function depthOf(filter: Filter): number {
  return "parts" in filter ? 1 + filter.parts.reduce((most, part) => Math.max(most, depthOf(part)), 0) : 0;
}

/**
 * The filter with each condition changed; null takes one away, and with it a group that nothing is left of. The very
 * filter where nothing changed. Null: no filter is left.
 */
export function mapConditions(
  filter: Filter | null,
  change: (condition: Condition) => Condition | null,
): Filter | null {
  if (filter === null) return null;
  if (!("parts" in filter)) return change(filter);
  const parts = filter.parts.map((part) => mapConditions(part, change));
  if (parts.every((part, index) => part === filter.parts[index])) return filter;
  const kept = parts.filter((part) => part !== null);
  return kept.length === 0 ? null : { ...filter, parts: kept };
}

export const filterWithout = (filter: Filter | null, field: FieldId): Filter | null =>
  mapConditions(filter, (condition) => (condition.field === field ? null : condition));
