/** What stays selected while rows come and go, move, and are ordered anew. */
import { createEffect, createMemo, on } from "solid-js";
import type { GridSession } from "../session.ts";
import type { Cursor } from "./cursor.ts";
import { afterReorder, clamped, lastRange, only, type Selection, samePlace } from "./ranges.ts";

/** Where rows move to other places, only what does not depend on places stays selected. Must be called inside a reactive owner. */
export function keepSelection(cursor: Cursor, session: GridSession, forgetClip: () => void): void {
  const { app } = cursor;
  const collapse = (next: (selection: Selection) => Selection): void => {
    const selection = cursor.selection();
    const after = next(selection);
    forgetClip();
    if (after !== selection && lastRange(after) !== lastRange(selection)) cursor.replace(after);
  };
  const order = (): string =>
    JSON.stringify([app.view()?.sort, app.view()?.filter, app.view()?.group, app.search()]);
  const reorder = (): void => {
    // Who orders the rows anew stays at the place, not in the row.
    session.stays = null;
    cursor.reordered();
    collapse(afterReorder);
  };
  createEffect(on(order, reorder, { defer: true }));
  createEffect(
    on(
      app.refresh,
      ({ extent }) => {
        const own = cursor.expected();
        if (extent === "order" && !own) collapse(afterReorder);
      },
      { defer: true },
    ),
  );
  // Rows may be taken back or searched away, and columns hidden, under the cursor.
  createEffect(
    on(
      [cursor.reach, session.drawn],
      ([reach]) => {
        // Nothing found is no place to go to, and while a question is open it is not known what there is.
        if (reach.columns === 0 || reach.rows === 0 || app.counts()?.asked !== app.asked()) return;
        const { active } = cursor.selection();
        const place = clamped(active, reach);
        if (!samePlace(place, active)) cursor.replace(only(place));
      },
      { defer: true },
    ),
  );
  // The sheet comes anew with each change of its definitions.
  const sheetId = createMemo(() => app.sheet()?.id);
  // What was marked belongs to the sheet before; the keyboard stays where it is.
  createEffect(on(sheetId, cursor.release, { defer: true }));
}
