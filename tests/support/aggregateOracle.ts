/** The naive truth about facets, groups, measures and totals: plain arrays and big integers, one row at a time. */
import { type Atom, choicesOf, type Field, type PeriodUnit, squeezed } from "../../src/core/model/index.ts";
import type { Exact } from "../../src/engine/aggregate/exact.ts";
import type { FacetQuery } from "../../src/engine/aggregate/facet.ts";
import type { Group, GroupBy } from "../../src/engine/aggregate/group.ts";
import type { Measure, Result } from "../../src/engine/aggregate/measures.ts";
import type { Share } from "../../src/engine/aggregate/quantile.ts";
import type { Totals } from "../../src/engine/aggregate/totals.ts";
import { collation } from "../../src/engine/query/collation.ts";
import { type Row, textOf } from "./filterOracle.ts";

/** What a cell counts under: each of several choices, else its one value; nothing if it is empty. */
function valuesOf(field: Field, atom: Atom): readonly Atom[] {
  if (atom === null) return [];
  return field.type.storage === "choices" ? String(atom).split(" ") : [atom];
}

export function compareValues(field: Field, locale: string, a: Atom, b: Atom): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (field.type.storage === "text") return collation(locale).compare(String(a), String(b));
  const places = choicesOf(field.type).map((choice) => String(choice.id));
  return places.indexOf(String(a)) - places.indexOf(String(b));
}

export interface NaiveFacet {
  /** Every value that matches, and its count. */
  readonly counts: ReadonlyMap<Atom, number>;
  /** Those within the limit, in order. */
  readonly shown: readonly (readonly [Atom, number])[];
  readonly empty: number;
}

export function naiveFacet(field: Field, atoms: readonly Atom[], query: FacetQuery): NaiveFacet {
  const counts = new Map<Atom, number>();
  const sought = squeezed(query.search);
  const integer = field.type.storage === "integer";
  for (const value of atoms.flatMap((atom) => valuesOf(field, atom))) {
    const text = squeezed(textOf(field, value));
    if (text.includes(integer ? sought.replaceAll(",", "") : sought)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const compare = (a: Atom, b: Atom) => compareValues(field, query.locale, a, b);
  const shown = [...counts]
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .slice(0, query.limit)
    .sort((a, b) => compare(a[0], b[0]) || a[1] - b[1]);
  return { counts, shown, empty: atoms.filter((atom) => atom === null).length };
}

/** `dividend` / `divisor` (above 0) with two more digits, rounded half away from zero. */
function rounded(dividend: bigint, divisor: bigint, decimals: number): Exact {
  const truncated = (dividend * 100n) / divisor;
  const rest = dividend * 100n - truncated * divisor;
  const away = rest < 0n ? -rest * 2n >= divisor : rest * 2n >= divisor;
  const step = rest < 0n ? -1n : 1n;
  return { value: away ? truncated + step : truncated, decimals: decimals + 2 };
}

const bigs = (atoms: readonly Atom[]): bigint[] =>
  atoms.filter((atom) => atom !== null).map((atom) => BigInt(atom));

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

function naiveQuantile(values: readonly bigint[], { part, of }: Share, decimals: number): Exact | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rank = (values.length - 1) * part;
  const low = sorted[Math.floor(rank / of)] ?? 0n;
  const high = sorted[Math.ceil(rank / of)] ?? 0n;
  const share = BigInt(rank % of);
  return rounded(low * (BigInt(of) - share) + high * share, BigInt(of), decimals);
}

function decimalsFor(measure: Measure & { readonly field: Field }): number | null {
  const { type } = measure.field;
  if (type.storage === "integer") return type.decimals;
  return type.storage === "day" && measure.type !== "sum" && measure.type !== "average" ? 0 : null;
}

export function naiveMeasure(fields: readonly Field[], rows: readonly Row[], measure: Measure): Result {
  if (measure.type === "count") return { type: "count", count: rows.length };
  const { field } = measure;
  const atoms = rows.map((row) => row[fields.indexOf(field)] ?? null);
  const there = atoms.filter((atom) => atom !== null);
  switch (measure.type) {
    case "filled":
      return { type: "count", count: there.length };
    case "empty":
      return { type: "count", count: atoms.length - there.length };
    case "distinct":
      return { type: "count", count: new Set(there.flatMap((atom) => valuesOf(field, atom))).size };
    default:
  }
  const decimals = decimalsFor(measure);
  if (decimals === null) return { type: "unfit" };
  const values = bigs(atoms);
  const sorted = values.toSorted((a, b) => (a < b ? -1 : 1));
  const exact = (value: bigint | undefined): Result => ({
    type: "amount",
    amount: value === undefined ? null : { value, decimals },
  });
  switch (measure.type) {
    case "sum":
      return exact(sumOf(values));
    case "minimum":
      return exact(sorted[0]);
    case "maximum":
      return exact(sorted.at(-1));
    case "average": {
      const average = values.length === 0 ? null : rounded(sumOf(values), BigInt(values.length), decimals);
      return { type: "amount", amount: average };
    }
    case "median":
      return { type: "amount", amount: naiveQuantile(values, { part: 1, of: 2 }, decimals) };
    case "quantile":
      return { type: "amount", amount: naiveQuantile(values, measure.share, decimals) };
  }
}

const DAY_MS = 86_400_000;

/** First day of the period: walks back day by day until a calendar says that one begins. */
export function naiveStart(day: number, unit: PeriodUnit): number {
  for (let first = day; ; first--) {
    const date = new Date(first * DAY_MS);
    const [, month, dayOfMonth] = date.toISOString().slice(0, 10).split("-").map(Number);
    const begins =
      unit === "day" ||
      (unit === "week" && date.getUTCDay() === 1) ||
      (unit !== "week" && dayOfMonth === 1 && (unit === "month" || month === 1)) ||
      (unit === "quarter" && dayOfMonth === 1 && (month ?? 0) % 3 === 1);
    if (begins) return first;
  }
}

/** Keys in the order in which they come: `from` are those of each row. */
function orderedKeys(field: Field, from: readonly (readonly Atom[])[]): readonly Atom[] {
  const found = [...new Set(from.flat())];
  const there = found.filter((atom) => atom !== null);
  if (field.type.storage !== "text") there.sort((a, b) => compareValues(field, "en", a, b));
  return found.includes(null) ? [...there, null] : there;
}

export function naiveGroups(
  fields: readonly Field[],
  rows: readonly Row[],
  by: readonly GroupBy[],
  measures: readonly Measure[],
): readonly Group[] {
  const [first, ...others] = by;
  if (first === undefined) {
    return [{ keys: [], results: measures.map((measure) => naiveMeasure(fields, rows, measure)) }];
  }
  const { field, unit } = first;
  const place = fields.indexOf(field);
  const keysOf = (row: Row): readonly Atom[] => {
    const atom = row[place] ?? null;
    if (atom === null) return [null];
    if (field.type.storage === "day") return [naiveStart(Number(atom), unit ?? "day")];
    return valuesOf(field, atom);
  };
  const groups = orderedKeys(field, rows.map(keysOf)).flatMap((key) => {
    const own = rows.filter((row) => keysOf(row).includes(key));
    return naiveGroups(fields, own, others, measures).map(({ keys, results }) => ({
      keys: [key, ...keys],
      results,
    }));
  });
  const [second] = others;
  if (second?.field.type.storage !== "text") return groups;
  // Texts come as they do among all rows, not among those of their group.
  const texts = rows.map((row) => row[fields.indexOf(second.field)] ?? null);
  const inner = orderedKeys(second.field, [texts]);
  const placeOf = (key: Atom | undefined) => inner.indexOf(key ?? null);
  return groups.sort((a, b) => (a.keys[0] === b.keys[0] ? placeOf(a.keys[1]) - placeOf(b.keys[1]) : 0));
}

export function naiveTotals(fields: readonly Field[], rows: readonly Row[]): Totals {
  const atoms = (field: Field): Atom[] => rows.map((row) => row[fields.indexOf(field)] ?? null);
  const decimalsOf = ({ type }: Field): number => (type.storage === "integer" ? type.decimals : 0);
  const numeric = fields.filter((field) => field.type.storage === "integer" && bigs(atoms(field)).length > 0);
  const decimals = Math.max(0, ...numeric.map(decimalsOf));
  const values = numeric.flatMap((field) =>
    bigs(atoms(field)).map((value) => value * 10n ** BigInt(decimals - decimalsOf(field))),
  );
  values.sort((a, b) => (a < b ? -1 : 1));
  const days = fields
    .filter((field) => field.type.storage === "day")
    .flatMap((field) => bigs(atoms(field)).map(Number));
  const [least, most] = [values[0], values.at(-1)];
  return {
    cells: fields.length * rows.length,
    filled: fields.flatMap(atoms).filter((atom) => atom !== null).length,
    numeric: values.length,
    numbers:
      least === undefined || most === undefined
        ? null
        : {
            sum: { value: sumOf(values), decimals },
            average: rounded(sumOf(values), BigInt(values.length), decimals),
            minimum: { value: least, decimals },
            maximum: { value: most, decimals },
          },
    days: days.length === 0 ? null : { minimum: Math.min(...days), maximum: Math.max(...days) },
  };
}
