/** The distinct values of a column in some rows, with how often each is there: what a checklist shows. */
import { type Atom, choicesOf, type Field, normalise } from "../../core/model/index.ts";
import type { Column } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { collation } from "../query/collation.ts";
import { searchWriter } from "../query/haystack.ts";
import { numberText } from "../query/masks.ts";

export interface FacetValue {
  readonly atom: Atom;
  readonly count: number;
}

export interface Facet {
  /** Texts by the locale's order, choices as the owner ordered them, numbers and days ascending. */
  readonly values: readonly FacetValue[];
  /** Rows whose cell is empty. */
  readonly empty: number;
  /** Distinct values that match; where there are more than the limit, `values` are the most frequent. */
  readonly distinct: number;
}

export interface FacetQuery {
  readonly limit: number;
  /** Only values whose text contains this, normalised; blank for all. */
  readonly search: string;
  /** BCP 47. */
  readonly locale: string;
}

function countCodes(codes: Uint32Array, size: number, slots: Uint32Array): Uint32Array {
  const counts = new Uint32Array(size + 1);
  for (let i = 0; i < slots.length; i++) {
    const code = codes[slots[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** By value; a row of several choices counts for each of them. The empty cell is null. */
function countValues(column: Column, field: Field, slots: Uint32Array): Map<Atom, number> {
  const counts = new Map<Atom, number>();
  const add = (atom: Atom, count: number): void => void counts.set(atom, (counts.get(atom) ?? 0) + count);
  if (column.form === "numeric") {
    for (const slot of slots) {
      const value = column.values[slot] ?? Number.NaN;
      add(Number.isNaN(value) ? null : value, 1);
    }
    return counts;
  }
  const byCode = countCodes(column.codes, column.dictionary.length, slots);
  for (let code = 0; code < byCode.length; code++) {
    const count = byCode[code] ?? 0;
    if (count === 0) continue;
    const text = code === 0 ? null : (column.dictionary[code - 1] ?? null);
    const atoms = text !== null && field.type.storage === "choices" ? text.split(" ") : [text];
    for (const atom of atoms) add(atom, count);
  }
  return counts;
}

/** What a search within the values looks at. */
function writerOf(field: Field): (atom: Atom) => string {
  const ofText = searchWriter(field.type);
  const ofNumber = numberText(field.type);
  return (atom) => (typeof atom === "number" ? (ofNumber?.(atom) ?? "") : ofText(atom ?? ""));
}

function comparerOf(field: Field, locale: string): (a: Atom, b: Atom) => number {
  const places = new Map<Atom, number>(choicesOf(field.type).map((choice, place) => [choice.id, place]));
  const { compare } = collation(locale);
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (field.type.storage === "text") return compare(String(a), String(b));
    return (places.get(a) ?? places.size) - (places.get(b) ?? places.size);
  };
}

/** No values of a field that is gone. */
export function facetOf(
  table: ColumnTable,
  field: Field,
  slots: Uint32Array,
  { limit, search, locale }: FacetQuery,
): Facet {
  const column = table.columns.get(field.id);
  if (column === undefined) return { values: [], empty: 0, distinct: 0 };
  const counts = countValues(column, field, slots);
  const empty = counts.get(null) ?? 0;
  counts.delete(null);
  const sought = normalise(search).trim();
  const write = writerOf(field);
  let values = Array.from(counts, ([atom, count]): FacetValue => ({ atom, count }));
  if (sought !== "") values = values.filter(({ atom }) => write(atom).includes(sought));
  const distinct = values.length;
  if (distinct > limit) values = values.sort((a, b) => b.count - a.count).slice(0, limit);
  const compare = comparerOf(field, locale);
  return { values: values.sort((a, b) => compare(a.atom, b.atom)), empty, distinct };
}
