/**
 * A view over a table: which rows, in which order.
 *
 * Q1: the result equals a naive filter, search and sort. Q2: sorting is stable, empties last in both directions.
 */
import type { Field, Filter, SortKey } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { filterMask } from "./filter.ts";
import { sortKeys } from "./keys.ts";
import { searchMask } from "./search.ts";
import { type SortLevel, sortSlots } from "./sort.ts";

export interface Query {
  readonly filter: Filter | null;
  readonly sort: readonly SortKey[];
  readonly search: string;
  /** Fields the search looks at. */
  readonly searched: readonly Field[];
  /** BCP 47, for the order of text. */
  readonly locale: string;
}

/** The slots that pass, in the sheet's own order. A copy. */
export function selectSlots(
  table: ColumnTable,
  fields: readonly Field[],
  query: Pick<Query, "filter" | "search" | "searched">,
): Uint32Array {
  const filter = filterMask(table, new Map(fields.map((field) => [field.id, field])), query.filter);
  const search = searchMask(table, query.searched, query.search);
  if (filter === null && search === null) return table.order.slice();
  return table.order.filter((slot) => (filter?.[slot] ?? 1) === 1 && (search?.[slot] ?? 1) === 1);
}

/** Slots in the order to show them. Sort keys on fields that are gone are passed over. */
export function runQuery(table: ColumnTable, fields: readonly Field[], query: Query): Uint32Array {
  const slots = selectSlots(table, fields, query);
  const levels: SortLevel[] = [];
  for (const key of query.sort) {
    const field = fields.find((each) => each.id === key.field);
    const column = table.columns.get(key.field);
    if (field === undefined || column === undefined) continue;
    levels.push({
      keys: sortKeys(column, field.type, slots, query.locale),
      descending: key.direction === "descending",
    });
  }
  return levels.length === 0 ? slots : sortSlots(slots, levels);
}
