/** Who moved between the choices of a field since an earlier day. */
import { type Atom, choicesOf } from "../../core/model/index.ts";
import type { Moves } from "./answer.ts";
import { type ChartGround, fieldIn } from "./ground.ts";

/** Of rows that are shown now and were there then; null of a field whose values have no order of worth. */
export function movesOf(now: ChartGround, then: ChartGround, id: string): Moves | null {
  const by = fieldIn(now.sheet, id);
  if (by.type.storage !== "choice") return null;
  const places = new Map<Atom, number>(choicesOf(by.type).map((choice, place) => [choice.id, place]));
  const place = (atom: Atom): number => places.get(atom) ?? places.size;
  let [up, down] = [0, 0];
  for (const slot of now.slots([by])) {
    const old = then.table.slotOf(now.table.idOf(slot));
    if (old === null) continue;
    const [was, is] = [place(then.table.atom(by.id, old)), place(now.table.atom(by.id, slot))];
    if (is < was) up += 1;
    if (is > was) down += 1;
  }
  return { up, down };
}
