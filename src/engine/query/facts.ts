/** What the conditions of one filter ask of its columns, found out once for all of them. Lives as long as one evaluation. */
import { conditionsOf, type Field, type FieldId, type Filter } from "../../core/model/index.ts";
import type { Column, NumericColumn } from "../columns/column.ts";
import { ExactSum } from "../columns/sum.ts";
import type { Steps } from "../steps.ts";
import { conditionHaystack } from "./haystack.ts";
import { numberReader } from "./masks.ts";

/** What "today" and "this week" mean. */
export interface FilterContext {
  /** Days since 1970-01-01. */
  readonly today: number;
  /** 0 is Sunday. */
  readonly weekStart: number;
}

/** Of the cells that have a value. */
export interface Sum {
  readonly total: bigint;
  readonly count: number;
}

function sumOf(values: Float64Array): Sum {
  const sum = new ExactSum();
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum.add(value);
    count += 1;
  }
  return { total: sum.total, count };
}

function memo<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

const TEXTS_PER_STEP = 1 << 14;

export class Facts {
  readonly context: FilterContext;
  private readonly sums = new Map<NumericColumn, Sum>();
  private readonly orders = new Map<NumericColumn, Float64Array>();
  private readonly texts = new Map<Column, readonly string[]>();
  /** Fields whose texts several conditions read. */
  private readonly reread: ReadonlySet<FieldId>;

  constructor(filter: Filter | null, context: FilterContext) {
    this.context = context;
    const read = new Set<FieldId>();
    const reread = new Set<FieldId>();
    for (const condition of conditionsOf(filter)) {
      if (!("text" in condition)) continue;
      if (read.has(condition.field)) reread.add(condition.field);
      read.add(condition.field);
    }
    this.reread = reread;
  }

  /** Of all rows: slots without a row hold no value. */
  sum(column: NumericColumn): Sum {
    return memo(this.sums, column, () => sumOf(column.values));
  }

  /** What is known already of the order of a column's values. */
  keepSorted(column: NumericColumn, sorted: Float64Array): void {
    this.orders.set(column, sorted);
  }

  /** The values of all rows that have one, ascending. */
  sorted(column: NumericColumn): Float64Array {
    return memo(this.orders, column, () => column.values.filter((value) => !Number.isNaN(value)).sort());
  }

  /**
   * Reads a text as a search sees it, without spaces around it, by code of a coded column and by slot of a numeric
   * one. Kept only where it is read again: a million texts are a lot to hold for one condition.
   */
  *reader(column: Column, { id, type }: Field): Steps<(at: number) => string> {
    const read = yield* readSteps(column, type);
    if (!this.reread.has(id)) return read;
    const known = this.texts.get(column);
    if (known !== undefined) return (at) => known[at] ?? "";
    const total = column.form === "coded" ? column.dictionary.length + 1 : column.values.length;
    const texts: string[] = [];
    for (let at = 0; at < total; at++) {
      texts.push(read(at));
      if (at % TEXTS_PER_STEP === TEXTS_PER_STEP - 1) yield { done: at, total };
    }
    this.texts.set(column, texts);
    return (at) => texts[at] ?? "";
  }
}

function* readSteps(column: Column, type: Field["type"]): Steps<(at: number) => string> {
  if (column.form === "coded") {
    const haystack = yield* conditionHaystack(column, type);
    return (code) => (code === 0 ? "" : haystack.at(code).trim());
  }
  return numberReader(column, type);
}
