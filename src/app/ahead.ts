/**
 * The view as the person left it, ahead of the worker's answer: two quick clicks on headers must build on each
 * other, not both on the view before the first.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import { inForm, type Sheet, type SheetId, type View } from "../core/model/index.ts";
import type { Dispatched } from "../worker/api.ts";

export interface Ahead {
  readonly sheet: SheetId;
  readonly view: View;
}

/** The wanted view as the worker will tell of it: with what it was saved as, where it deviates from that. */
export function viewAhead(sheet: Sheet, wanted: View): View {
  const stored = sheet.views.find(({ id }) => id === wanted.id) ?? wanted;
  return inForm(sheet, stored, wanted);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * `stored` is the view the worker last told of, `told` changes with everything it tells. The newest request leads
 * until the worker has answered it and told of what it did; the two come in either order.
 */
export function createViewAhead(
  sheet: Accessor<SheetId | null>,
  stored: Accessor<View | null>,
  told: Accessor<unknown>,
) {
  const [ahead, setAhead] = createSignal<Ahead | null>(null);
  let answered: Ahead | null = null;
  const view = createMemo(
    () => {
      const leading = ahead();
      const here = leading !== null && leading.sheet === sheet() && leading.view.id === stored()?.id;
      return here ? leading.view : stored();
    },
    null,
    { equals: same },
  );
  const fall = (which: Ahead): void => {
    if (untrack(ahead) === which) setAhead(null);
  };
  createEffect(on(told, () => answered !== null && fall(answered), { defer: true }));
  const lead = async (next: Ahead, request: () => Promise<Dispatched>): Promise<Dispatched> => {
    setAhead(next);
    let done = false;
    try {
      const result = await request();
      done = result.ok;
      return result;
    } finally {
      answered = next;
      if (!done || same(stored(), next.view)) fall(next);
    }
  };
  return { view, lead };
}
