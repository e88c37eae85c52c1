/** What an open workbook needs of the world: today, and the kinds of field. */
import type { KindId } from "../core/model/index.ts";
import { kinds } from "../fields/index.ts";

export function newType(kind: KindId) {
  const known = kinds.get(kind);
  if (known === undefined) throw new RangeError(`no kind ${kind}`);
  return known.newType();
}
