/** Keys and clicks on a focused cell that do not need an editor: clearing, toggling, rating, going to the ends. */
import type {
  CellClickedEvent,
  CellContextMenuEvent,
  GridApi,
  IRowNode,
  SuppressKeyboardEventParams,
} from "ag-grid-community";
import type { Field, Value } from "../../core/model/index.ts";
import { cellOf } from "../../fields/grid.ts";
import { nextTask } from "../kit/tasks.ts";
import { NUMBERS } from "./layout.ts";
import type { GridRow } from "./rows.ts";
import { type GridSession, writeCell } from "./session.ts";

function cellValue(session: GridSession, row: GridRow, field: Field): Value {
  const index = session.app.sheet()?.fields.findIndex((each) => each.id === field.id) ?? -1;
  return row.values[index] ?? null;
}

function press(session: GridSession, node: IRowNode<GridRow>, field: Field, key: string): boolean {
  const row = node.data;
  if (row === undefined) return false;
  const written = cellOf(field).press?.(key, cellValue(session, row, field));
  if (written === undefined) return false;
  void writeCell(session, node, field, written, undefined, row);
  return true;
}

/**
 * To the sheet's first or last cell. AG Grid leaves these two to the browser, which would glide there and have
 * every screen on the way drawn, and leave the cursor where it was.
 */
function jump({ app }: GridSession, api: GridApi<GridRow>, key: "Home" | "End"): void {
  const fields = api.getAllDisplayedColumns().filter((column) => column.getColId() !== NUMBERS);
  const column = key === "Home" ? fields[0] : fields.at(-1);
  const rows = app.counts()?.matching ?? 0;
  if (column === undefined || rows === 0) return;
  const row = key === "Home" ? 0 : rows - 1;
  api.ensureIndexVisible(row);
  // Drawing new rows is work enough for a task; new columns are another's.
  void nextTask().then(() => {
    if (api.isDestroyed()) return;
    api.ensureColumnVisible(column);
    api.setFocusedCell(row, column);
  });
}

/** True: the key is dealt with, and AG Grid leaves it alone. */
export function takeKey(
  session: GridSession,
  field: Field,
  params: SuppressKeyboardEventParams<GridRow, Value>,
): boolean {
  const { event, node, editing } = params;
  if (editing || event.altKey || node.data === undefined) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey || (event.key !== "Home" && event.key !== "End")) return false;
    event.preventDefault();
    jump(session, params.api, event.key);
    return true;
  }
  if (session.app.past() !== null) return takePastKey(session, field, params);
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    void writeCell(session, node, field, null, undefined, node.data);
    return true;
  }
  if (press(session, node, field, event.key)) {
    event.preventDefault();
    return true;
  }
  // AG Grid keeps Space for selecting rows; in a spreadsheet it is a character like any other.
  if (event.key === " " && cellOf(field).input !== null && node.rowIndex !== null) {
    event.preventDefault();
    params.api.startEditingCell({ rowIndex: node.rowIndex, colKey: params.column, key: " " });
    return true;
  }
  return false;
}

/** A place in the window where a menu may open. */
interface Place {
  readonly x: number;
  readonly y: number;
}

function below(target: EventTarget | null): Place {
  const cell = target instanceof Element ? target.closest("[col-id]") : null;
  const { left, bottom } = cell?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
  return { x: left, y: bottom };
}

function openRestoring(session: GridSession, node: IRowNode<GridRow>, column: string, place: Place): boolean {
  const row = node.data?.id ?? null;
  if (row === null || node.rowIndex === null) return false;
  const field = session.app.fieldOf(column) ?? null;
  session.openRestoring({ row, field, ...place, rowIndex: node.rowIndex, column });
  return true;
}

/** In the past nothing is edited: Enter opens what can be restored, and keys that would write do nothing. */
function takePastKey(
  session: GridSession,
  field: Field,
  { event, node }: SuppressKeyboardEventParams<GridRow, Value>,
): boolean {
  if (["Delete", "Backspace", " "].includes(event.key)) return true;
  if (event.key !== "Enter" && event.key !== "F2") return false;
  event.preventDefault();
  return openRestoring(session, node, field.id, below(event.target));
}

export function takeContextMenu(session: GridSession, event: CellContextMenuEvent<GridRow>): void {
  const { event: press, node, column } = event;
  if (session.app.past() === null || !(press instanceof MouseEvent)) return;
  press.preventDefault();
  openRestoring(session, node, column.getColId(), { x: press.clientX, y: press.clientY });
}

export function takeClick(session: GridSession, event: CellClickedEvent<GridRow, Value>): void {
  const target = event.event?.target;
  if (session.app.past() !== null) {
    // The number stands for the whole row.
    const column = event.column.getColId();
    if (session.app.fieldOf(column) === undefined)
      openRestoring(session, event.node, column, below(target ?? null));
    return;
  }
  const field = session.app.fieldOf(event.column.getColId());
  if (!(target instanceof HTMLElement) || field === undefined) return;
  const key = target.dataset["press"];
  if (key !== undefined) press(session, event.node, field, key);
}
