/** What each key does in the grid while no cell is edited, as Excel has it; on a Mac the command key stands for Ctrl. */
import type { Field, Value } from "../../../core/model/index.ts";
import { leadOf } from "../../../fields/cell.ts";
import { cellOf } from "../../../fields/grid.ts";
import { kindOf } from "../../../fields/index.ts";
import { followLead } from "../../kit/lead.ts";
import type { Hands } from "../hands.ts";
import { writeCell } from "../session.ts";
import type { Cursor } from "./cursor.ts";
import type { Opened } from "./openers.ts";
import {
  clamped,
  cycled,
  everything,
  extended,
  isSingle,
  lastRange,
  only,
  type Place,
  span,
} from "./ranges.ts";

interface Step {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

export const isMod = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** A character, also where a keyboard makes it with AltGr, which comes as Ctrl and Alt. */
const isCharacter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 && (!isMod(event) || event.getModifierState("AltGraph"));

const moved = ({ row, column }: Place, { rows, columns }: Step): Place => ({
  row: row + rows,
  column: column + columns,
});

/** To a place, or with Shift the last range up to it. */
function arrive(cursor: Cursor, to: Place, event: KeyboardEvent, select = cursor.select): void {
  if (!event.shiftKey) select(only(clamped(to, cursor.reach())));
  else {
    const place = clamped(to, cursor.size());
    select(extended(cursor.selection(), place), place);
  }
}

/** Where a movement begins: with Shift at the corner that moves. */
const origin = (cursor: Cursor, event: KeyboardEvent): Place =>
  event.shiftKey ? lastRange(cursor.selection()).to : cursor.selection().active;

async function toEdge(cursor: Cursor, step: Step, event: KeyboardEvent): Promise<void> {
  const sheet = cursor.app.sheet();
  if (sheet === null) return;
  const from = origin(cursor, event);
  const axis = step.rows === 0 ? "column" : "row";
  const asked = cursor.asks();
  const to = await cursor.app.worker.edge(sheet.id, {
    ...from,
    fields: cursor.fields(),
    axis,
    step: step.rows + step.columns < 0 ? -1 : 1,
  });
  arrive(cursor, to, event, asked.select);
  await cursor.loaded(cursor.selection().active.row);
}

/** Movements; a promise where the worker has to be asked. */
function move({ cursor }: Hands, event: KeyboardEvent): boolean | Promise<void> {
  const from = origin(cursor, event);
  const { rows, columns } = cursor.size();
  const step = ARROWS[event.key];
  if (step !== undefined) {
    if (event.altKey) return false;
    if (isMod(event)) return toEdge(cursor, step, event);
    if (step.rows < 0 && from.row === 0 && !event.shiftKey) {
      const id = cursor.columnId(from.column);
      if (id !== undefined) cursor.api.setFocusedHeader(id);
      return true;
    }
    arrive(cursor, moved(from, step), event);
    return true;
  }
  const far = (to: Place): Promise<void> => {
    arrive(cursor, to, event);
    return cursor.loaded(cursor.selection().active.row);
  };
  switch (event.key) {
    case "Home":
      return isMod(event) ? far({ row: 0, column: 0 }) : far({ ...from, column: 0 });
    case "End":
      return far({ row: isMod(event) ? rows - 1 : from.row, column: columns - 1 });
    case "PageUp":
      return far({ ...from, row: from.row - cursor.geometry.rowsPerPage() });
    case "PageDown":
      return far({ ...from, row: from.row + cursor.geometry.rowsPerPage() });
    default:
      return false;
  }
}

/** Enter and Tab: on through a selection, else to the next cell; after Tabs, Enter goes back to their first column. */
export function leave({ cursor, tabs }: Hands, event: KeyboardEvent): void {
  const back = event.shiftKey ? -1 : 1;
  const selection = cursor.selection();
  if (!isSingle(selection)) {
    cursor.select(cycled(selection, cursor.size(), event.key === "Tab" ? "across" : "down", back));
    return;
  }
  const { row, column } = selection.active;
  if (event.key === "Tab") {
    tabs.from ??= column;
    cursor.select(only(clamped({ row, column: column + back }, cursor.reach())));
    return;
  }
  const home = tabs.from ?? column;
  tabs.from = null;
  cursor.go({ row: row + back, column: home });
}

/** At the sheet's first and last cell Tab leaves the grid. */
function atEnd({ cursor }: Hands, event: KeyboardEvent): boolean {
  const { row, column } = cursor.selection().active;
  const { rows, columns } = cursor.reach();
  if (!isSingle(cursor.selection())) return false;
  return event.shiftKey ? row === 0 && column === 0 : row === rows - 1 && column === columns - 1;
}

/** Forward to what comes after the grid; back to the headers, from where it goes on. AG Grid's own way back leads in again. */
function leaveGrid({ cursor }: Hands, event: KeyboardEvent): boolean {
  const id = cursor.columnId(0);
  if (!event.shiftKey || id === undefined) return false;
  cursor.api.setFocusedHeader(id);
  return true;
}

function chooseRange({ cursor }: Hands, event: KeyboardEvent): boolean {
  const selection = cursor.selection();
  const { from, to } = lastRange(selection);
  if (event.key === " " && (isMod(event) || event.shiftKey)) {
    const both = isMod(event) && event.shiftKey;
    const wide = { ...span(isMod(event) ? "columns" : "rows", from, to), active: selection.active };
    cursor.widen(both ? everything(selection) : wide);
    return true;
  }
  if (event.key.toLowerCase() === "a" && isMod(event) && !event.altKey) {
    cursor.widen(everything(selection));
    return true;
  }
  return false;
}

export function activeCell({ cursor, session }: Hands) {
  const { active } = cursor.selection();
  const field: Field | undefined = session.app.fieldOf(cursor.columnId(active.column) ?? "");
  const node = cursor.api.getDisplayedRowAtIndex(active.row);
  const row = node?.data;
  if (field === undefined || node === undefined || row === undefined || row.head !== undefined) return null;
  const index = session.app.sheet()?.fields.findIndex((each) => each.id === field.id) ?? -1;
  const value: Value = row.values[index] ?? null;
  return { field, node, row, value };
}

/** A key that writes at once in this kind of cell: Space in a checkbox, a digit in a rating. */
export function pressKey(hands: Hands, key: string): boolean {
  const cell = activeCell(hands);
  if (cell === null) return false;
  const written = cellOf(cell.field).press?.(key, cell.value);
  if (written === undefined) return false;
  if (!isSingle(hands.cursor.selection())) {
    hands.session.fillSelection(kindOf(cell.field).editText(written, cell.field, hands.session.app.locale()));
    return true;
  }
  void writeCell(hands.session, cell.node, cell.field, written, undefined, cell.row);
  return true;
}

/** Where the active cell's text leads to outside of Tierbook. */
export function activeLead(hands: Hands): Opened["lead"] {
  const cell = activeCell(hands);
  const lead = cell === null ? null : leadOf(cellOf(cell.field), cell.value);
  return lead === null ? null : { lead, text: String(cell?.value ?? "") };
}

function follow(hands: Hands): boolean {
  const found = activeLead(hands);
  if (found !== null) followLead(found.lead, found.text, hands.session.app.t);
  return true;
}

/** Opens the cell's editor with what it holds, or with a text in its place. False: the cell takes no text. */
export function edit(hands: Hands, typed: string | null, list = false): boolean {
  const { cursor, session } = hands;
  const cell = activeCell(hands);
  const input = cell === null ? null : cellOf(cell.field).input;
  if (cell === null || session.app.past() !== null || input === null) return false;
  if (typed !== null && input.input === "stars") return false;
  session.seed = { typed, list };
  hands.forgetClip();
  cursor.api.startEditingCell({ rowIndex: cursor.selection().active.row, colKey: cell.field.id });
  return true;
}

export function clear(hands: Hands): void {
  const cell = activeCell(hands);
  if (isSingle(hands.cursor.selection())) {
    if (cell !== null) void writeCell(hands.session, cell.node, cell.field, null, undefined, cell.row);
  } else hands.clear();
}

/** Ctrl with a letter or sign. */
function command(hands: Hands, event: KeyboardEvent): boolean {
  const { app } = hands.session;
  switch (event.key.toLowerCase()) {
    case "z":
      void (event.shiftKey ? app.redo() : app.undo());
      return true;
    case "y":
      void app.redo();
      return true;
    case "d":
      hands.fillFrom("above");
      return true;
    case "r":
      hands.fillFrom("before");
      return true;
    case ";":
      return edit(hands, hands.today());
    case "+":
    case "=":
      hands.insertRows("above");
      return true;
    case "-":
    case "_":
      hands.deleteRows();
      return true;
    default:
      return false;
  }
}

/** A text that came without a key of its own, from an input method or a phone's keyboard, or a Space. */
export function takeText(hands: Hands, text: string): boolean {
  const key = text.trim() === "" ? " " : text;
  if (hands.session.app.past() === null && pressKey(hands, key)) return true;
  if (key !== " ") return edit(hands, text);
  if (headAt(hands) !== undefined) return true;
  hands.session.openRecord();
  return true;
}

function write(hands: Hands, event: KeyboardEvent): boolean {
  // Shift+F2 is the window's to know.
  if (event.key === "F2" && event.shiftKey) return false;
  if (event.key === " " && !isMod(event) && !event.altKey) return takeText(hands, " ");
  if (event.key === "Enter" && event.altKey) return follow(hands);
  if (hands.session.app.past() !== null) {
    if (event.key === "Enter" || event.key === "F2") return hands.restore();
    return event.key === "Delete" || event.key === "Backspace" || isCharacter(event);
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    clear(hands);
    return true;
  }
  if (event.key === "F2") return edit(hands, null);
  if (event.key === "ArrowDown" && event.altKey) return edit(hands, null, true);
  if (isMod(event) && !event.getModifierState("AltGraph")) return !event.altKey && command(hands, event);
  if (!isCharacter(event)) return false;
  return takeText(hands, event.key);
}

const headAt = ({ cursor }: Hands) =>
  cursor.api.getDisplayedRowAtIndex(cursor.selection().active.row)?.data?.head;

/** On the head of a group: Space and Enter fold it and open it again, arrows do either; then they go on as ever. */
function fold(hands: Hands, event: KeyboardEvent): boolean {
  const { cursor, session } = hands;
  if (isMod(event) || event.altKey || event.shiftKey || !isSingle(cursor.selection())) return false;
  const head = headAt(hands);
  if (head === undefined) return false;
  const turns =
    event.key === " " ||
    event.key === "Enter" ||
    event.key === "F2" ||
    (event.key === "ArrowLeft" && !head.folded) ||
    (event.key === "ArrowRight" && head.folded);
  if (turns) void session.fold(head);
  return turns;
}

/** Down from a header into its column. Returns what ends it. */
export function listenToHeaders(cursor: Cursor, host: HTMLElement): () => void {
  const down = (event: KeyboardEvent): void => {
    const header = event.target instanceof Element ? event.target.closest(".ag-header-cell") : null;
    if (header === null || event.key !== "ArrowDown" || isMod(event) || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    cursor.go({ row: 0, column: cursor.columnOf(header.getAttribute("col-id")) });
  };
  host.addEventListener("keydown", down, { capture: true });
  return () => host.removeEventListener("keydown", down, { capture: true });
}

/** A key that was pressed before the editor that it is meant for was there. */
function pressIn(input: HTMLInputElement | HTMLTextAreaElement, event: KeyboardEvent): void {
  const unheard = input.dispatchEvent(new KeyboardEvent(event.type, event));
  const text = isCharacter(event) ? event.key : event.key === "Backspace" ? "" : null;
  const { selectionStart: from, selectionEnd: to } = input;
  if (!unheard || text === null || from === null || to === null) return;
  const before = text === "" && from === to ? Math.max(0, from - 1) : from;
  input.setRangeText(text, before, to, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** As `takeKey`, of a key that may have waited; one before it may have opened an editor. */
export function takeNext(hands: Hands, event: KeyboardEvent): boolean | Promise<void> {
  const { activeElement } = document;
  const isInput = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  if (!isInput || activeElement.closest(".cell-editor") === null) return takeKey(hands, event);
  pressIn(activeElement, event);
  return true;
}

/** True: the key is dealt with. A promise: it will be, and what comes meanwhile waits. */
export function takeKey(hands: Hands, event: KeyboardEvent): boolean | Promise<void> {
  if (event.key === "Escape") {
    hands.forgetClip();
    return false;
  }
  if (event.key === "F10" && event.shiftKey && hands.session.app.past() === null) {
    hands.offer();
    return true;
  }
  if (fold(hands, event) || chooseRange(hands, event)) return true;
  const going = event.key === "Enter" && hands.session.app.past() !== null ? false : move(hands, event);
  if (going !== false) {
    hands.tabs.from = null;
    return going;
  }
  const leaving = event.key === "Tab" || (event.key === "Enter" && hands.session.app.past() === null);
  if (leaving && !isMod(event) && !event.altKey) {
    if (event.key === "Tab" && atEnd(hands, event)) return leaveGrid(hands, event);
    leave(hands, event);
    return true;
  }
  return write(hands, event);
}
