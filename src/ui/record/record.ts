/**
 * The row that the record card shows: the one at the grid's cursor. Who has the keyboard leads: the card goes where the
 * grid's cursor goes, and the cursor goes where the card does.
 */
import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId, Value } from "../../core/model/index.ts";
import { createShowing, rowPlace, type Shown } from "./showing.ts";
import { createWriting, type Write } from "./writing.ts";

export interface RecordModel {
  readonly shown: Accessor<Shown | null>;
  readonly value: (field: FieldId) => Value;
  readonly editable: Accessor<boolean>;
  /** How many places there are to go through, heads of groups too. */
  readonly count: Accessor<number>;
  readonly canStep: (step: 1 | -1) => boolean;
  readonly step: (step: 1 | -1) => Promise<void>;
  readonly write: Write;
  /** Has the keyboard; the cursor stands in its column then. */
  readonly touch: (field: FieldId) => void;
  /** Gives the keyboard back to the cell. */
  readonly backToCell: () => void;
}

const gridLeads = (): boolean => document.activeElement?.closest(".sheet-grid") != null;

/** Moves the grid's cursor to the row that is shown, in the column that was last touched in the card. */
function createPointing(app: App, shown: Accessor<Shown | null>) {
  const [field, touch] = createSignal<FieldId | null>(null);
  const column = (): FieldId | null => {
    const columns = app.picked()?.fields ?? [];
    const wanted = field();
    if (wanted !== null && columns.includes(wanted)) return wanted;
    return columns[app.at()?.column ?? 0] ?? null;
  };
  const point = (takes: "cursor" | "keyboard"): void => {
    const now = untrack(shown);
    if (now !== null && now.place !== null)
      app.jumpTo({ sheet: now.sheet, place: now.place, field: untrack(column), takes });
  };
  return { touch, point };
}

/** `settled`: nothing that was typed stands in the way of showing another row. `leave`: another is shown all the same. */
export function createRecord(app: App, settled: () => boolean, leave: () => void): RecordModel {
  const showing = createShowing(app, { leave, onPlace: () => writing.settle() });
  const { shown, count, showPlace, last } = showing;
  const { touch, point } = createPointing(app, shown);
  let closed = false;
  /** The row is read anew; it may have moved. */
  const readAgain = async (): Promise<void> => {
    const place = await showing.readAgain();
    if (place === null || closed) return;
    app.editBeside({ place, written: null });
    point("cursor");
  };
  const writing = createWriting(app, showing, readAgain);
  createEffect(
    on(app.at, (at) => {
      if (at === null) return;
      // Where the keyboard is shows only after the press that moved the cursor.
      setTimeout(() => {
        if (!gridLeads() || at !== app.at()) return;
        touch(null);
        if (at.row === shown()?.place) return;
        if (settled()) void showPlace(at.row);
        else point("cursor");
      });
    }),
  );
  const follow = (): void => {
    const at = app.at();
    if (gridLeads() && at !== null && shown() !== null) void showPlace(at.row);
    else void readAgain();
  };
  createEffect(on(app.refresh, follow, { defer: true }));
  createEffect(on([() => app.sheet()?.id, app.past], () => void showPlace(untrack(app.at)?.row ?? 0)));
  onCleanup(() => {
    closed = true;
    app.editBeside(null);
  });
  return {
    shown,
    value: (id) => shown()?.values.get(id) ?? null,
    editable: () => app.past() === null && shown()?.gone === false,
    count,
    canStep: (step) => {
      const from = shown()?.place ?? last();
      return step < 0 ? from > 0 : from < count() - 1;
    },
    step: async (step) => {
      // What took the place of a row that is gone is the next one.
      const to = shown()?.place == null && step > 0 ? last() : last() + step;
      if (to < 0 || to >= count() || !settled()) return;
      const place = app.view()?.group === undefined ? to : await rowPlace(app, to, step);
      if (place !== null && (await showPlace(place))) point("cursor");
    },
    write: writing.write,
    touch: (id) => {
      touch(id);
      if (!gridLeads()) point("cursor");
    },
    backToCell: () => point("keyboard"),
  };
}
