/** What the grid's parts share: the app, the columns' menu and names, and the one way a cell is written. */
import type { IRowNode } from "ag-grid-community";
import { type Accessor, createSignal, type Setter } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Choice,
  type Field,
  type FieldId,
  type RowId,
  sameValue,
  toAtom,
  type Value,
} from "../../core/model/index.ts";
import type { GridRow } from "./rows.ts";

/** A column's menu, open at a place in the window. */
export interface OpenMenu {
  readonly field: FieldId;
  readonly x: number;
  readonly y: number;
}

/** What can be restored from a cell of the past, open at a place in the window. */
export interface OpenRestoring {
  readonly row: RowId;
  /** Null: opened on the row's number. */
  readonly field: Field | null;
  readonly x: number;
  readonly y: number;
  /** Where the keyboard goes back to. */
  readonly rowIndex: number;
  readonly column: string;
}

export interface GridSession {
  readonly app: App;
  readonly restoring: Accessor<OpenRestoring | null>;
  readonly openRestoring: Setter<OpenRestoring | null>;
  readonly menu: Accessor<OpenMenu | null>;
  readonly openMenu: Setter<OpenMenu | null>;
  /** The column whose name is being typed into its header. */
  readonly renaming: Accessor<FieldId | null>;
  readonly rename: Setter<FieldId | null>;
  /** Called before a cell is written, with the number of its row on the screen. */
  onWriting: (rowIndex: number | null) => void;
  /** Called before a row is added, so that the cursor has a row to move down to. */
  onAdding: () => void;
  /** Gives the keyboard back to a column's header. */
  focusHeader: (field: FieldId) => void;
  focusCell: (rowIndex: number, column: string) => void;
}

export function createSession(app: App): GridSession {
  const [menu, openMenu] = createSignal<OpenMenu | null>(null);
  const [restoring, openRestoring] = createSignal<OpenRestoring | null>(null);
  const [renaming, rename] = createSignal<FieldId | null>(null);
  const nothing = (): void => undefined;
  return {
    app,
    menu,
    openMenu,
    restoring,
    openRestoring,
    renaming,
    rename,
    onWriting: nothing,
    onAdding: nothing,
    focusHeader: nothing,
    focusCell: nothing,
  };
}

/** A row with one value replaced; places it does not have yet are empty. */
function withValue(row: GridRow, index: number, value: Value): GridRow {
  const length = Math.max(row.values.length, index + 1);
  const values = Array.from({ length }, (_, place) =>
    place === index ? value : (row.values[place] ?? null),
  );
  return { ...row, values };
}

/**
 * Writes a cell: shown at once, sent to the worker, and taken back when it refuses (the app says why).
 * Writing what is there already does nothing. `row` is the row that is meant: by now the node may show another.
 */
export async function writeCell(
  session: GridSession,
  node: IRowNode<GridRow>,
  field: Field,
  value: Value,
  choices: readonly Choice[] | undefined,
  row: GridRow,
): Promise<void> {
  const { app } = session;
  const sheet = app.sheet();
  if (sheet === null || app.past() !== null) return;
  const index = sheet.fields.findIndex((each) => each.id === field.id);
  const current = node.data?.id === row.id ? node.data : row;
  if (index < 0 || sameValue(current.values[index] ?? null, value)) return;
  const written = toAtom(value) === null ? null : value;
  const cell = {
    sheet: sheet.id,
    field: field.id,
    value: written,
    ...(choices === undefined ? {} : { choices }),
  };
  const shown = withValue(current, index, written);
  session.onWriting(node.rowIndex);
  if (current.id !== null) {
    show(node, current, shown);
    const done = await app.dispatch({ type: "setCell", row: current.id, ...cell });
    if (!done.ok) show(node, shown, current);
  } else if (current.adding === undefined) {
    const adding = app.dispatch({ type: "addRow", ...cell });
    const added: GridRow = { ...shown, adding };
    show(node, current, added);
    session.onAdding();
    if (!(await adding).ok) show(node, added, current);
  } else {
    show(node, current, shown);
    const done = await current.adding;
    if (done.ok && done.row !== undefined) await app.dispatch({ type: "setCell", row: done.row, ...cell });
  }
}

function show(node: IRowNode<GridRow>, before: GridRow, after: GridRow): void {
  if (node.data === before) node.setData(after);
}
