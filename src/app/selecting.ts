/** What is selected in the grid, and what it comes to: counted by the worker, which gives up for a newer selection. */
import { type Accessor, batch, createEffect, createMemo, createSignal, on } from "solid-js";
import type { FieldId, RowId, SheetId, Value } from "../core/model/index.ts";
import type { DataWorker, Picked, PickedPlace, Totals } from "../worker/api.ts";

const countOf = ({ boxes }: Picked): number =>
  boxes.reduce((sum, box) => sum + (box.bottom - box.top + 1) * (box.right - box.left + 1), 0);

/** A row that is edited elsewhere than in the grid, by its place, and what is about to be written to it there. */
export interface Beside {
  readonly place: number;
  readonly written: { readonly row: RowId; readonly field: FieldId; readonly value: Value } | null;
}

/** `changed` is told of whenever cells may hold something else. */
export function createSelecting(worker: DataWorker, sheet: () => SheetId | null, changed: Accessor<unknown>) {
  const [picked, setPicked] = createSignal<Picked | null>(null);
  const [at, setAt] = createSignal<PickedPlace | null>(null, {
    equals: (a, b) => a?.row === b?.row && a?.column === b?.column,
  });
  const [beside, editBeside] = createSignal<Beside | null>(null);
  const pick = (now: Picked | null, active: PickedPlace | null): void =>
    batch(() => {
      setPicked(now);
      setAt(active);
    });
  const [totals, setTotals] = createSignal<Totals | null>(null);
  /** One cell shows itself. */
  const several = createMemo(() => {
    const now = picked();
    return now === null || countOf(now) < 2 ? null : now;
  });
  let asked = 0;
  const ask = async (now: Picked): Promise<void> => {
    const id = sheet();
    if (id === null) return;
    asked += 1;
    const own = asked;
    const found = await worker.summarise(id, now).catch(() => null);
    if (own === asked && found !== null) setTotals(found);
  };
  createEffect(
    on([several, changed], ([now]) => {
      if (now !== null) {
        void ask(now);
        return;
      }
      asked += 1;
      setTotals(null);
    }),
  );
  return { pick, picked, at, totals, beside, editBeside };
}
