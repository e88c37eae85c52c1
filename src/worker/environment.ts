/** What an open workbook needs of the world: today, and the kinds of field. */
import type { KindId } from "../core/model/index.ts";
import { kinds } from "../fields/index.ts";

/** Local calendar day, as days since 1970-01-01. */
export function dayOf(time: number): number {
  const date = new Date(time);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

export function newType(kind: KindId) {
  const known = kinds.get(kind);
  if (known === undefined) throw new RangeError(`no kind ${kind}`);
  return known.newType();
}
