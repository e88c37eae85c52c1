/** Sort keys of a column's periods: days of the same month, quarter or year are the same there. */
import type { PeriodUnit } from "../../core/model/index.ts";
import type { NumericColumn } from "../columns/column.ts";
import { rangeOf } from "../columns/sorted.ts";
import { MONDAY, startOf } from "./calendar.ts";
import type { SortKeys } from "./keys.ts";
import { EMPTY } from "./ranks.ts";

interface Known {
  readonly version: number;
  readonly unit: PeriodUnit;
  readonly keys: SortKeys;
}

const known = new WeakMap<NumericColumn, Known>();

function keysOf({ values }: NumericColumn, unit: PeriodUnit): SortKeys {
  const keys = new Uint32Array(values.length).fill(EMPTY);
  const [low, high] = rangeOf(values);
  if (!(low <= high)) return { limit: 0, keys, codes: null };
  const starts = new Map<number, number>();
  const base = startOf(unit, low, MONDAY);
  for (let slot = 0; slot < values.length; slot++) {
    const day = values[slot] ?? Number.NaN;
    if (Number.isNaN(day)) continue;
    let start = starts.get(day);
    if (start === undefined) {
      start = startOf(unit, day, MONDAY);
      starts.set(day, start);
    }
    keys[slot] = start - base;
  }
  return { limit: startOf(unit, high, MONDAY) - base + 1, keys, codes: null };
}

/** Of a column of days; kept until the column changes or another unit is asked for. */
export function periodKeys(column: NumericColumn, unit: PeriodUnit): SortKeys {
  const before = known.get(column);
  const fresh = before?.version === column.version && before.keys.keys.length === column.values.length;
  if (before !== undefined && fresh && before.unit === unit) return before.keys;
  const keys = keysOf(column, unit);
  known.set(column, { version: column.version, unit, keys });
  return keys;
}
