/** Which view each sheet is shown in, in this tab, and whether it looks as it was saved. */
import { type Accessor, createMemo, createSignal } from "solid-js";
import {
  firstView,
  type Sheet,
  type SheetId,
  savedForm,
  type View,
  type ViewId,
} from "../core/model/index.ts";

export interface Views {
  /** As stored. */
  readonly stored: Accessor<View | null>;
  /** Null: the first. */
  readonly viewId: Accessor<ViewId | null>;
  readonly chooseView: (id: ViewId) => void;
}

export function createViews(sheet: Accessor<Sheet | null>): Views {
  const [chosen, setChosen] = createSignal<ReadonlyMap<SheetId, ViewId>>(new Map());
  const stored = (): View | null => {
    const open = sheet();
    if (open === null) return null;
    const wanted = chosen().get(open.id);
    return open.views.find(({ id }) => id === wanted) ?? firstView(open);
  };
  const viewId = createMemo(() => {
    const open = sheet();
    const id = stored()?.id ?? null;
    return open === null || id === firstView(open).id ? null : id;
  });
  const chooseView = (id: ViewId): void => {
    const open = sheet();
    if (open !== null) setChosen((before) => new Map(before).set(open.id, id));
  };
  return { stored, viewId, chooseView };
}

/** Whether there is something to save or to go back from. */
export const deviates = (view: View, search: string): boolean =>
  view.saved !== undefined || search !== (savedForm(view).search ?? "");
