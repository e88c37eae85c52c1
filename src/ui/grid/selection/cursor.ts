/** The selection of the grid on the screen: what it is, how it moves, and what of it the worker is told. */
import type { GridApi } from "ag-grid-community";
import { type Accessor, createSignal } from "solid-js";
import type { App } from "../../../app/app.ts";
import type { FieldId } from "../../../core/model/index.ts";
import type { Picked } from "../../../worker/api.ts";
import { KEYBOARD_HOME } from "../../kit/returning.ts";
import { nextTask } from "../../kit/tasks.ts";
import type { GridRow } from "../rows.ts";
import type { Geometry } from "./geometry.ts";
import {
  type Box,
  boxesOf,
  clamped,
  extended,
  only,
  type Place,
  type Selection,
  type Size,
} from "./ranges.ts";

/** What the worker was asked for, while hands may go on to something else. */
export interface Asked {
  /** Hands are still there, and the keyboard with them. */
  readonly waits: () => boolean;
  /** As the cursor's own, but hands that have gone on are let be, and the keyboard stays where else it is. */
  readonly select: Cursor["select"];
}

export interface Cursor {
  readonly app: App;
  readonly api: GridApi<GridRow>;
  readonly geometry: Geometry;
  readonly selection: Accessor<Selection>;
  /** Takes the keyboard too, and brings `seen` (else the active cell) into sight. */
  readonly select: (next: Selection, seen?: Place) => void;
  /** The last range reaches to there; the keyboard stays where it is, and nothing scrolls. */
  readonly stretch: (to: Place) => void;
  /** More around the active cell; nothing scrolls. */
  readonly widen: (next: Selection) => void;
  /** Another selection, without taking the keyboard or scrolling. */
  readonly replace: (next: Selection) => void;
  /** Whether a cell of this sheet has been marked yet. */
  readonly marked: () => boolean;
  /** Puts the cursor there and leaves the keyboard where it is. */
  readonly mark: (place: Place) => void;
  /** To be called when the worker is asked for something that leads to a selection. */
  readonly asks: () => Asked;
  /** Rows are in another order: what was asked for before is elsewhere. */
  readonly reordered: () => void;
  /** Nothing is marked any more, as in a sheet that has just been opened. */
  readonly release: () => void;
  /** To the one cell nearest to a place. */
  readonly go: (place: Place) => void;
  /** Of what can be selected. */
  readonly size: () => Size;
  /** Of where the cursor may stand: the row for adding too. */
  readonly reach: () => Size;
  readonly fields: () => readonly FieldId[];
  readonly boxes: () => readonly Box[];
  readonly picked: () => Picked;
  readonly columnId: (index: number) => string | undefined;
  /** -1: it is not shown, or none of a field. */
  readonly columnOf: (id: string | null) => number;
  /** The rows that come next are there because of what was done here. */
  readonly expect: () => void;
  readonly expected: () => boolean;
  /** Resolves when the row's cells are there to be read. */
  readonly loaded: (row: number) => Promise<void>;
}

/** Milliseconds after which a row that does not come is waited for no more. */
const PATIENCE = 2000;

interface Around {
  readonly app: App;
  readonly api: GridApi<GridRow>;
  readonly geometry: Geometry;
  /** Rows of the query, and rows of the grid. */
  readonly rows: () => { readonly matching: number; readonly all: number };
  /** Takes the keyboard to the active cell. */
  readonly keyboard: () => void;
}

/** Drawing new rows is work enough for a task; new columns are another's. */
function makeReveal({ api, geometry, rows }: Around, columnId: (index: number) => string | undefined) {
  /** Further than the rows that are in sight reach. */
  const isFar = (row: number): boolean => {
    const { top, bottom } = api.getVerticalPixelRange();
    return Math.abs(geometry.rowTop(row) - (top + bottom) / 2) > 1.5 * (bottom - top);
  };
  return (place: Place): void => {
    if (geometry.inSight(place)) return;
    // Asked after the rows are drawn, the page would be laid out for it in the same task.
    const far = isFar(place.row);
    // The row may have been found and not have come yet.
    const { all } = rows();
    if (api.getDisplayedRowCount() <= place.row && place.row < all) api.setRowCount(all, true);
    if (place.row < api.getDisplayedRowCount()) api.ensureIndexVisible(place.row);
    const id = columnId(place.column);
    const across = (): void => {
      if (api.isDestroyed()) return;
      if (id !== undefined) api.ensureColumnVisible(id);
    };
    if (far) void nextTask().then(across);
    else across();
  };
}

/** Where the keyboard is. What a menu that is about to close has, or leaves to nobody, is the cells' to take. */
function keyboardAt(): "cells" | "editor" | "elsewhere" {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return "cells";
  if (activeElement.closest(`[${KEYBOARD_HOME}], [role="menu"]`) !== null) return "cells";
  return activeElement.closest(".cell-editor, .grid-float") === null ? "elsewhere" : "editor";
}

export function makeCursor(around: Around): Cursor {
  const { app, api, geometry, rows, keyboard } = around;
  const [selection, setSelection] = createSignal<Selection>(only({ row: 0, column: 0 }));
  const [marked, setMarked] = createSignal(false);
  const fields = (): readonly FieldId[] => geometry.columns().flatMap(({ id }) => app.fieldOf(id)?.id ?? []);
  const columnId = (index: number): string | undefined => geometry.columns()[index]?.id;
  const size = (): Size => ({ rows: rows().matching, columns: geometry.columns().length });
  const reach = (): Size => ({ rows: rows().all, columns: geometry.columns().length });
  const reveal = makeReveal(around, columnId);
  let own = false;
  /** How often hands have gone on. */
  let steps = 0;
  const show = (next: Selection, seen: Place = next.active): void => {
    setSelection(next);
    setMarked(true);
    reveal(seen);
    keyboard();
  };
  const select = (next: Selection, seen?: Place): void => {
    if (next !== selection()) steps += 1;
    show(next, seen);
  };
  const boxes = (): readonly Box[] => boxesOf(selection(), size());
  return {
    app,
    api,
    geometry,
    selection,
    select,
    marked,
    replace: setSelection,
    widen: (next) => {
      steps += 1;
      setSelection(next);
      setMarked(true);
    },
    mark: (place) => {
      steps += 1;
      setSelection(only(clamped(place, reach())));
      setMarked(true);
    },
    asks: () => {
      const before = steps;
      const there = (): boolean => before === steps && !api.isDestroyed();
      return {
        waits: () => there() && keyboardAt() === "cells",
        select: (next, seen) => {
          const at = keyboardAt();
          if (!there() || at === "editor") return;
          if (at === "cells") show(next, seen);
          else setSelection(next);
        },
      };
    },
    reordered: () => {
      steps += 1;
    },
    release: () => {
      steps += 1;
      setSelection(only({ row: 0, column: 0 }));
      setMarked(false);
    },
    stretch: (to) => {
      steps += 1;
      setSelection(extended(selection(), to));
    },
    go: (place) => select(only(clamped(place, reach()))),
    size,
    reach,
    fields,
    boxes,
    picked: () => ({ fields: fields(), boxes: boxes() }),
    columnId,
    columnOf: (id) => geometry.columns().findIndex((each) => each.id === id),
    expect: () => {
      own = true;
    },
    expected: () => {
      const was = own;
      own = false;
      return was;
    },
    loaded: async (row) => {
      const until = performance.now() + PATIENCE;
      while (!api.isDestroyed() && api.getDisplayedRowAtIndex(row)?.data === undefined) {
        if (performance.now() > until) return;
        await nextTask();
      }
    },
  };
}
