/** What hands do in the grid, put together: the cursor, keys, mouse, clipboard, and what is drawn of it. */

import type { GridApi } from "ag-grid-community";
import { createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { fieldId, localDay, type Value } from "../../core/model/index.ts";
import { kinds } from "../../fields/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import type { FillRequest, PasteRequest, Picked } from "../../worker/api.ts";
import { nextTask } from "../kit/tasks.ts";
import { type Bulk, makeBulk } from "./bulk.ts";
import { cellActions } from "./cellActions.ts";
import { askForClip, copyCells, LONG, readClip, tellPasted } from "./clipboard/clipboard.ts";
import type { GridRow } from "./rows.ts";
import { nameActive } from "./selection/active.ts";
import { makeCatcher } from "./selection/catcher.ts";
import { type Cursor, makeCursor } from "./selection/cursor.ts";
import { makeGeometry } from "./selection/geometry.ts";
import { activeLead, leave, listenToHeaders, takeKey, takeText } from "./selection/keyboard.ts";
import { makeOpeners } from "./selection/openers.ts";
import { makeOverlay } from "./selection/overlay.ts";
import { listenToPointer } from "./selection/pointer.ts";
import {
  afterReorder,
  type Box,
  boxesOf,
  clamped,
  isSingle,
  lastRange,
  only,
  type Place,
  type Selection,
  samePlace,
} from "./selection/ranges.ts";
import { listenToTouch } from "./selection/touch.ts";
import type { GridSession } from "./session.ts";

export interface Hands extends Bulk {
  readonly session: GridSession;
  readonly cursor: Cursor;
  /** The column that Tabs began in. */
  readonly tabs: { from: number | null };
  /** Ctrl+D and Ctrl+R: the first row or column over the others, or the one before a single one over it. */
  readonly fillFrom: (side: "above" | "before") => void;
  /** From a menu: without the event that a key press brings. */
  readonly copy: (cut: boolean) => void;
  readonly paste: () => void;
  /** Opens the menu of what is selected, at the active cell. */
  readonly offer: () => void;
  /** Today as the active column would have it typed. */
  readonly today: () => string;
  /** What was copied is no longer shown. */
  readonly forgetClip: () => void;
  /** In the past: opens what can be restored from the active cell. */
  readonly restore: () => boolean;
}

interface Around {
  readonly session: GridSession;
  readonly api: GridApi<GridRow>;
  readonly host: HTMLElement;
  readonly rows: () => { readonly matching: number; readonly all: number };
}

/** Keys that come while one before them waits for the worker are taken after it, in their order. */
function inOrder(take: (event: KeyboardEvent) => boolean | Promise<void>) {
  let busy = false;
  const waiting: KeyboardEvent[] = [];
  const run = async (first: Promise<void>): Promise<void> => {
    busy = true;
    await first.catch(() => undefined);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const taken = take(next);
      if (typeof taken === "object") await taken.catch(() => undefined);
    }
    busy = false;
  };
  return (event: KeyboardEvent): boolean => {
    if (busy) {
      const clipboard = (event.ctrlKey || event.metaKey) && /^[cxv]$/i.test(event.key);
      if (!clipboard) waiting.push(event);
      return !clipboard;
    }
    const taken = take(event);
    if (typeof taken === "boolean") return taken;
    void run(taken);
    return true;
  };
}

function makeFill(cursor: Cursor) {
  const { app } = cursor;
  return async (from: Box, to: Box | null, how: FillRequest["how"]): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null || app.past() !== null) return;
    cursor.expect();
    const done = await app.worker.fillCells(sheet.id, { fields: cursor.fields(), from, to, how });
    if (!done.ok) app.notify(refusalText(app.t, done.refusal), "wrong");
    else if (how !== "copy") cursor.select(ofBox(done.box));
  };
}

const boxAt = ({ row, column }: Place): Box => ({ top: row, bottom: row, left: column, right: column });

const ofBox = ({ top, left, bottom, right }: Box): Selection => {
  const from = { row: top, column: left };
  return { active: from, ranges: [{ span: "cells", from, to: { row: bottom, column: right } }] };
};

/** What Ctrl+D or Ctrl+R copies and how far; null where there is nothing before it. */
function copyAlong(box: Box, side: "above" | "before"): { readonly from: Box; readonly to: Box } | null {
  const [first, last] =
    side === "above" ? ([box.top, box.bottom] as const) : ([box.left, box.right] as const);
  const source = first === last ? first - 1 : first;
  if (source < 0) return null;
  return side === "above"
    ? { from: { ...box, top: source, bottom: source }, to: { ...box, top: source } }
    : { from: { ...box, left: source, right: source }, to: { ...box, left: source } };
}

function makePaste(cursor: Cursor, session: GridSession, forgetClip: () => void) {
  const { app } = cursor;
  const run = async (request: PasteRequest): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null) return;
    cursor.expect();
    const pasted = await app.worker.pasteCells(sheet.id, request);
    if (pasted.type === "overflow") {
      session.askOverflow({
        columns: pasted.columns,
        addable: pasted.addable,
        answer: (overflow) => void run({ ...request, overflow }),
      });
      return;
    }
    tellPasted(cursor, pasted);
    if (pasted.type !== "pasted") return;
    forgetClip();
    if (request.boxes.length === 1) cursor.select(ofBox(pasted.box));
  };
  return run;
}

/** Where a paste goes: what is selected, and the row for adding when the cursor stands on it. */
function pasteTarget(cursor: Cursor): Picked {
  const boxes = boxesOf(cursor.selection(), cursor.size());
  return { fields: cursor.fields(), boxes: boxes.length === 0 ? [boxAt(cursor.selection().active)] : boxes };
}

/** Must be called inside a reactive owner, once the grid is there. */
export function createHands({ session, api, host, rows }: Around): Hands {
  const { app } = session;
  const geometry = makeGeometry(api, host);
  const cursor = makeCursor({ app, api, geometry, rows, keyboard: () => catcher.take() });
  const overlay = makeOverlay(geometry);
  const [clip, setClip] = createSignal<readonly Box[]>([]);
  const forgetClip = (): void => void (clip().length > 0 && setClip([]));
  const [target, setTarget] = createSignal<Box | null>(null);
  const [touched, setTouched] = createSignal(false);
  const fill = makeFill(cursor);
  const paste = makePaste(cursor, session, forgetClip);
  const copy = (data: DataTransfer | null, cut: boolean): void => {
    if (copyCells(cursor, data, cut && app.past() === null)) setClip(cursor.boxes());
  };
  const take = async (clip: PasteRequest["clip"] | null): Promise<void> => {
    if (clip === null) {
      app.notify(app.t("clip.nothing"), "wrong");
      return;
    }
    const request: PasteRequest = { ...pasteTarget(cursor), clip, overflow: "ask" };
    // Getting millions of letters from the browser and handing them to the worker are two tasks' work.
    if (clip.length > LONG) await nextTask();
    await paste(request);
  };
  const hands: Hands = {
    session,
    cursor,
    tabs: { from: null },
    ...makeBulk(cursor),
    copy: (cut) => copy(null, cut),
    paste: () =>
      void askForClip().then((found) => {
        if (found === "refused") app.notify(app.t("clip.askedInVain"), "wrong");
        else void take(found);
      }),
    offer: () => {
      const { left, bottom } = activeRectangle(cursor);
      session.offer(left, bottom);
    },
    fillFrom: (side) => {
      for (const box of cursor.boxes()) {
        const along = copyAlong(box, side);
        if (along !== null) void fill(along.from, along.to, "copy");
      }
    },
    today: () => {
      const date = kinds.get("date");
      const field = app.fieldOf(cursor.columnId(cursor.selection().active.column) ?? "");
      const today: Value = localDay(Date.now());
      return date === undefined || field === undefined ? "" : date.editText(today, field, app.locale());
    },
    forgetClip,
    restore: () => openRestoring(cursor, session),
  };
  const catcher = makeCatcher(cursor, host, app.t("grid.cells"), {
    key: inOrder((event) => takeKey(hands, event)),
    typed: (text) => takeText(hands, text),
    copy: (event, cut) => {
      event.preventDefault();
      if (event.clipboardData !== null) copy(event.clipboardData, cut);
    },
    paste: (event) => {
      event.preventDefault();
      if (app.past() !== null) app.notify(refusalText(app.t, { refused: "past" }), "wrong");
      else if (event.clipboardData !== null) void take(readClip(event.clipboardData));
    },
    menu: () => (app.past() === null ? hands.offer() : void hands.restore()),
    // Who comes by the Tab key sees where.
    arrived: () => cursor.marked() || cursor.widen(cursor.selection()),
  });
  session.leaveEditor = (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === "Tab") leave(hands, event);
    else void takeKey(hands, event);
  };
  session.fillSelection = (text) =>
    void paste({ ...pasteTarget(cursor), clip: [[text]], overflow: "leaveOut" });
  session.markCell = (row, column) => cursor.mark({ row, column: cursor.columnOf(column) });
  session.focusCell = (row, column) =>
    queueMicrotask(() => cursor.go({ row, column: cursor.columnOf(column) }));
  session.takeKeyboard = catcher.take;
  session.carry = (row) => {
    const { active } = cursor.selection();
    if (row !== active.row && isSingle(cursor.selection())) cursor.replace(only({ ...active, row }));
  };
  session.cursorRow = () => (cursor.marked() ? cursor.selection().active.row : null);
  session.offer = (x, y) => session.openCellMenu({ x, y, groups: cellActions(hands) });
  session.fold = async ({ path, folded }) => {
    // The head stays where it is, and the cursor on it.
    cursor.expect();
    await app.fold(path, !folded);
  };
  session.focusActive = () => cursor.select(cursor.selection());
  const ends = [
    listenToPointer(cursor, host, {
      show: setTarget,
      fill: (...how) => void fill(...how),
      pressed: () => {
        hands.tabs.from = null;
      },
      open: () => session.openRecord(),
    }),
    listenToTouch(cursor, host, { touched: setTouched, menu: session.offer }),
    catcher.remove,
    overlay.remove,
    showOpeners(hands),
    nameActive(cursor, session.drawn, host, catcher.element),
    listenToHeaders(cursor, host),
  ];
  createEffect(() => app.pick(cursor.picked(), cursor.marked() ? cursor.selection().active : null));
  createEffect(on(cursor.selection, () => session.onMoved(), { defer: true }));
  createEffect(() => {
    // Columns and rows may be of other sizes now.
    session.drawn();
    const boxes = cursor.boxes();
    const { active } = cursor.selection();
    overlay.draw({
      boxes: isSingle(cursor.selection()) ? [] : boxes,
      active:
        cursor.marked() && !session.editing() && active.row < cursor.reach().rows ? boxAt(active) : null,
      clip: clip(),
      fill: target(),
      handle:
        cursor.marked() && !session.editing() && !touched() && boxes.length === 1 && app.past() === null
          ? (boxes[0] ?? null)
          : null,
      grips: cursor.marked() && touched() ? (boxes.at(-1) ?? null) : null,
    });
  });
  followRows(cursor, session, forgetClip);
  onCleanup(() => {
    for (const end of ends) end();
    app.pick(null, null);
  });
  return hands;
}

function activeRectangle({ selection, columnId, geometry }: Cursor): {
  readonly left: number;
  readonly bottom: number;
} {
  const { row, column } = selection().active;
  const cell = geometry.content.querySelector(`[row-index="${row}"] [col-id="${columnId(column)}"]`);
  return (cell ?? geometry.viewport).getBoundingClientRect();
}

function openRestoring(cursor: Cursor, session: GridSession): boolean {
  const { row, column } = cursor.selection().active;
  const id = cursor.columnId(column);
  const data = cursor.api.getDisplayedRowAtIndex(row)?.data;
  if (id === undefined || data === undefined || data.id === null || data.head !== undefined) return false;
  const { left, bottom } = activeRectangle(cursor);
  const field = session.app.fieldOf(id) ?? null;
  session.openRestoring({ row: data.id, field, x: left, y: bottom, rowIndex: row, column: fieldId(id) });
  return true;
}

/** Returns what ends it. */
function showOpeners(hands: Hands): () => void {
  const { cursor, session } = hands;
  const openers = makeOpeners(cursor.geometry, session.app.t, () => session.openRecord());
  const show = (): void => {
    const place = cursor.selection().active;
    const shown = cursor.marked() && !session.editing();
    openers.show(shown ? { place, lead: activeLead(hands) } : null);
  };
  createEffect(
    on([cursor.selection, cursor.marked, session.editing, session.drawn, session.app.refresh], show),
  );
  return openers.remove;
}

/** Where rows move to other places, only what does not depend on places stays selected. */
function followRows(cursor: Cursor, session: GridSession, forgetClip: () => void): void {
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
