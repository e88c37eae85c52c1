/** Columns as a list that is put in order: frozen ones first, as the grid shows them. Pure. */
import type { FieldId, ViewColumn } from "../../core/model/index.ts";

/** In the order on the screen, hidden ones at their places among them. */
export function inShownOrder(columns: readonly ViewColumn[]): readonly ViewColumn[] {
  return [...columns.filter(({ frozen }) => frozen), ...columns.filter(({ frozen }) => !frozen)];
}

/**
 * With a column put at another place of that order. Among frozen columns it is frozen too, as where its header is
 * dragged there, and among the others it is not. Null: there it stands already.
 */
export function moved(
  columns: readonly ViewColumn[],
  field: FieldId,
  to: number,
): readonly ViewColumn[] | null {
  const order = inShownOrder(columns);
  const from = order.findIndex((column) => column.field === field);
  const column = order[from];
  const at = Math.max(0, Math.min(to, order.length - 1));
  if (column === undefined || at === from) return null;
  const others = order.toSpliced(from, 1);
  const [before, after] = [others[at - 1], others[at]];
  const frozen = after?.frozen === true || (before?.frozen !== false && column.frozen);
  return others.toSpliced(at, 0, { ...column, frozen });
}
