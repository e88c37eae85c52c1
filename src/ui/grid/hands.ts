/** What hands do in the grid, put together: the cursor, keys, mouse, clipboard, and what is drawn of it. */

import type { GridApi } from "ag-grid-community";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { fieldId, localDay, type Value } from "../../core/model/index.ts";
import { kinds } from "../../fields/index.ts";
import { type Bulk, makeBulk } from "./bulk.ts";
import { cellActions } from "./cellActions.ts";
import { copyCells } from "./clipboard/clipboard.ts";
import { makePasting, type Pasting } from "./clipboard/paste.ts";
import { type Filling, makeFilling } from "./filling.ts";
import type { GridRow } from "./rows.ts";
import { nameActive } from "./selection/active.ts";
import { type Catcher, makeCatcher } from "./selection/catcher.ts";
import { type Cursor, makeCursor } from "./selection/cursor.ts";
import { makeGeometry } from "./selection/geometry.ts";
import { type InOrder, inOrder } from "./selection/inOrder.ts";
import { keepSelection } from "./selection/keep.ts";
import { activeLead, leave, listenToHeaders, takeKey, takeNext, takeText } from "./selection/keyboard.ts";
import { makeOpeners } from "./selection/openers.ts";
import { makeOverlay, type Overlay } from "./selection/overlay.ts";
import { listenToPointer } from "./selection/pointer.ts";
import { type Box, boxAt, isSingle, only } from "./selection/ranges.ts";
import { listenToTouch } from "./selection/touch.ts";
import type { GridSession } from "./session.ts";

export interface Hands extends Bulk, Filling, Pasting {
  readonly session: GridSession;
  readonly cursor: Cursor;
  /** The column that Tabs began in. */
  readonly tabs: { from: number | null };
  /** `data` is what a key press brings along; a menu brings none. */
  readonly copy: (data: DataTransfer | null, cut: boolean) => void;
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

/** What is drawn beside the selection itself. */
interface Shown {
  /** What was copied. */
  readonly clip: () => readonly Box[];
  /** What is being filled. */
  readonly target: () => Box | null;
  /** By a finger. */
  readonly touched: () => boolean;
}

function makeCatching(hands: Hands, host: HTMLElement, order: InOrder): Catcher {
  const { cursor, session } = hands;
  const { app } = session;
  return makeCatcher(cursor, host, app.t("grid.cells"), {
    key: order.key,
    typed: (text) => takeText(hands, text),
    copy: (event, cut) => {
      event.preventDefault();
      order.inTurn((late) => hands.copy(late ? null : event.clipboardData, cut));
    },
    paste: (event) => {
      event.preventDefault();
      hands.pasteFrom(event.clipboardData);
    },
    menu: () => (app.past() === null ? hands.offer() : void hands.restore()),
    // Who comes by the Tab key sees where.
    arrived: () => cursor.marked() || cursor.widen(cursor.selection()),
  });
}

/** What the grid's other parts ask of the cursor. */
function serve(session: GridSession, hands: Hands, catcher: Catcher): void {
  const { cursor } = hands;
  session.leaveEditor = (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === "Tab") leave(hands, event);
    else void takeKey(hands, event);
  };
  session.fillSelection = hands.pasteText;
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
    await session.app.fold(path, !folded);
  };
  session.focusActive = () => cursor.select(cursor.selection());
}

function drawSelection(session: GridSession, cursor: Cursor, overlay: Overlay, shown: Shown): void {
  createEffect(() => {
    // Columns and rows may be of other sizes now.
    session.drawn();
    const boxes = cursor.boxes();
    const { active } = cursor.selection();
    const free = cursor.marked() && !session.editing();
    const filled = free && !shown.touched() && boxes.length === 1 && session.app.past() === null;
    overlay.draw({
      boxes: isSingle(cursor.selection()) ? [] : boxes,
      active: free && active.row < cursor.reach().rows ? boxAt(active) : null,
      clip: shown.clip(),
      fill: shown.target(),
      handle: filled ? (boxes[0] ?? null) : null,
      grips: cursor.marked() && shown.touched() ? (boxes.at(-1) ?? null) : null,
    });
  });
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
  const order = inOrder((event) => takeNext(hands, event));
  const hands: Hands = {
    session,
    cursor,
    tabs: { from: null },
    ...makeBulk(cursor),
    ...makeFilling(cursor),
    ...makePasting(cursor, session, forgetClip, order),
    copy: (data, cut) => {
      if (copyCells(cursor, data, cut && app.past() === null)) setClip(cursor.boxes());
    },
    offer: () => {
      const { left, bottom } = activeRectangle(cursor);
      session.offer(left, bottom);
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
  const catcher = makeCatching(hands, host, order);
  serve(session, hands, catcher);
  const ends = [
    listenToPointer(cursor, host, {
      show: setTarget,
      fill: (...how) => void hands.fill(...how),
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
  drawSelection(session, cursor, overlay, { clip, target, touched });
  keepSelection(cursor, session, forgetClip);
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
