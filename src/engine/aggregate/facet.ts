/** The distinct values of a column in some rows, with how often each is there: what a checklist shows. */
import { type Atom, choicesOf, type Field } from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { collation } from "../query/collation.ts";
import type { Han } from "../query/han.ts";
import { searchHaystack, searchWriter } from "../query/haystack.ts";
import { knownRanks, rankSteps } from "../query/ranks.ts";
import { containsSought, type NumberSigns, numberTest, type Sought, soughtIn } from "../query/search.ts";
import { runNow, type Steps } from "../steps.ts";
import { columnOf, countCodes, filledNumbers, present, tally } from "./cells.ts";

export interface FacetValue {
  readonly atom: Atom;
  readonly count: number;
}

export interface Facet {
  /** Texts by the locale's order, choices as the owner ordered them, numbers and days ascending. */
  readonly values: readonly FacetValue[];
  /** Rows whose cell is empty. */
  readonly empty: number;
  /** Distinct values that match. */
  readonly distinct: number;
  /** There are more than the limit: `values` are the most frequent, of equally frequent ones the first. */
  readonly truncated: boolean;
}

export interface FacetQuery {
  readonly limit: number;
  /** Only values that a search for this would find; blank for all. */
  readonly search: string;
  /** Without it, texts are searched as they are written. */
  readonly han?: Han | null;
  /** Without them, numbers are searched as they are written plain. */
  readonly signs?: NumberSigns | null;
  /** BCP 47. */
  readonly locale: string;
}

/** Distinct values by a small number: how often each is there (0: it is not, or does not match). */
interface Candidates {
  readonly empty: number;
  readonly counts: Uint32Array;
  readonly atomOf: (number: number) => Atom;
  /** Numbers in the order of their values, given how many values there are. */
  readonly order: (distinct: number) => Steps<Uint32Array>;
}

const VALUES_PER_STEP = 1 << 14;

function* textCandidates(
  column: CodedColumn,
  field: Field,
  slots: Uint32Array,
  { limit, locale }: FacetQuery,
  sought: Sought | null,
): Steps<Candidates> {
  const { dictionary } = column;
  const counts = countCodes(column, slots);
  const empty = counts[0] ?? 0;
  counts[0] = 0;
  if (sought !== null) {
    const haystack = yield* searchHaystack(column, field.type);
    const verdicts = yield* haystack.verdicts(sought.text, sought.inHan);
    for (let code = 1; code < counts.length; code++) if (verdicts[code] !== 1) counts[code] = 0;
  }
  function* order(distinct: number): Steps<Uint32Array> {
    // Ranks of every text are worth making only where they decide which texts are shown at all.
    if (distinct > limit || knownRanks(column, locale) !== null)
      return (yield* rankSteps(column, locale)).order;
    const { compare } = collation(locale);
    const text = (code: number): string => dictionary[code - 1] ?? "";
    return present(counts).sort((a, b) => compare(text(a), text(b)));
  }
  return { empty, counts, atomOf: (code) => dictionary[code - 1] ?? null, order };
}

/** A row of several choices counts under each. Choices that the field no longer has come last. */
function choiceCandidates(
  column: CodedColumn,
  { type }: Field,
  slots: Uint32Array,
  sought: Sought | null,
): Candidates {
  const byCode = countCodes(column, slots);
  const found = new Map<string, number>(choicesOf(type).map((choice) => [choice.id, 0]));
  for (let code = 1; code < byCode.length; code++) {
    const count = byCode[code] ?? 0;
    if (count === 0) continue;
    for (const id of (column.dictionary[code - 1] ?? "").split(" "))
      found.set(id, (found.get(id) ?? 0) + count);
  }
  const write = searchWriter(type);
  const ids = [...found.keys()];
  const counts = Uint32Array.from(found, ([id, count]) =>
    sought === null || containsSought(write(id), sought) ? count : 0,
  );
  return {
    empty: byCode[0] ?? 0,
    counts,
    atomOf: (number) => ids[number] ?? null,
    order: () => inPlace(counts),
  };
}

function* numberCandidates(
  column: NumericColumn,
  { type }: Field,
  slots: Uint32Array,
  sought: Sought | null,
): Steps<Candidates> {
  const numbers = filledNumbers(column, slots);
  const { values, counts } = tally(numbers);
  if (sought !== null) {
    const passes = numberTest(sought, type) ?? (() => false);
    for (let number = 0; number < values.length; number++) {
      if (!passes(values[number] ?? 0)) counts[number] = 0;
      if (number % VALUES_PER_STEP === VALUES_PER_STEP - 1) yield { done: number, total: values.length };
    }
  }
  const empty = slots.length - numbers.length;
  return { empty, counts, atomOf: (number) => values[number] ?? null, order: () => inPlace(counts) };
}

/** Of values that are numbered in their order already. */
// biome-ignore lint/correctness/useYield: the others pause
function* inPlace(counts: Uint32Array): Steps<Uint32Array> {
  return present(counts);
}

/** The least count with which a value is among the `limit` most frequent, and how many of just that count are. */
function threshold(counts: Uint32Array, limit: number): { readonly least: number; readonly ties: number } {
  let most = 0;
  for (let number = 0; number < counts.length; number++) most = Math.max(most, counts[number] ?? 0);
  const having = new Uint32Array(most + 1);
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    having[count] = (having[count] ?? 0) + 1;
  }
  let left = limit;
  for (let count = most; count > 0; count--) {
    const values = having[count] ?? 0;
    if (values > left) return { least: count, ties: left };
    left -= values;
  }
  return { least: 1, ties: counts.length };
}

function pick({ counts, atomOf }: Candidates, order: Uint32Array, limit: number): FacetValue[] {
  const { least, ties } = threshold(counts, limit);
  const values: FacetValue[] = [];
  let left = ties;
  for (let at = 0; at < order.length; at++) {
    const number = order[at] ?? 0;
    const count = counts[number] ?? 0;
    if (count < least) continue;
    if (count === least) {
      if (left === 0) continue;
      left -= 1;
    }
    values.push({ atom: atomOf(number), count });
  }
  return values;
}

/**
 * At most `limit` values of the rows in `slots`. Long only where texts must be ranked or made searchable for the
 * first time. The table must not change between two steps.
 */
export function* facetSteps(
  table: ColumnTable,
  field: Field,
  slots: Uint32Array,
  query: FacetQuery,
): Steps<Facet> {
  const column = columnOf(table, field);
  const sought = soughtIn(query.search, query.han ?? null, query.signs);
  let candidates: Candidates;
  if (column.form === "numeric") candidates = yield* numberCandidates(column, field, slots, sought);
  else if (field.type.storage === "text")
    candidates = yield* textCandidates(column, field, slots, query, sought);
  else candidates = choiceCandidates(column, field, slots, sought);
  const { counts, empty } = candidates;
  let distinct = 0;
  for (let number = 0; number < counts.length; number++) if (counts[number] !== 0) distinct += 1;
  const order = yield* candidates.order(distinct);
  return { values: pick(candidates, order, query.limit), empty, distinct, truncated: distinct > query.limit };
}

export function facet(table: ColumnTable, field: Field, slots: Uint32Array, query: FacetQuery): Facet {
  return runNow(facetSteps(table, field, slots, query));
}
