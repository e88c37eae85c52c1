/** What the grid's parts share: the app, the columns' menu and names, and the one way a cell is written. */
import type { ColDef, IRowNode } from "ag-grid-community";
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
import type { GroupHead } from "../../worker/api.ts";
import type { ColumnTasks } from "../columns/tasks.ts";
import { type ComingRow, ComingRows } from "./coming.ts";
import { type GridRow, sameRow } from "./rows.ts";

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

/** What can be done to what is selected, open at a place in the window. */
export interface OpenCellMenu {
  readonly x: number;
  readonly y: number;
  /** In groups, with a line between. */
  readonly groups: readonly (readonly CellAction[])[];
}

export interface CellAction {
  readonly label: string;
  readonly possible: boolean;
  readonly run: () => void;
}

/** Pasted columns that do not fit, until it is said what becomes of them. */
export interface Overflow {
  readonly columns: number;
  /** There are not too many of them. */
  readonly addable: boolean;
  readonly answer: (overflow: "add" | "leaveOut") => void;
}

/** What the next editor begins with. */
export interface Seed {
  /** Replaces what the cell holds; null: it goes on from there. */
  readonly typed: string | null;
  /** Opens its list or calendar at once. */
  readonly list: boolean;
}

const NO_SEED: Seed = { typed: null, list: false };
const nothing = (): void => undefined;

/** A class, because AG Grid copies plain objects that it is given as parameters, and what is set later must be seen. */
export class GridSession {
  readonly app: App;
  readonly tasks: ColumnTasks;
  readonly restoring: Accessor<OpenRestoring | null>;
  readonly openRestoring: (what: OpenRestoring | null) => void;
  readonly menu: Accessor<OpenMenu | null>;
  readonly openMenu: Setter<OpenMenu | null>;
  /** The column whose name is being typed into its header. */
  readonly renaming: Accessor<FieldId | null>;
  readonly rename: Setter<FieldId | null>;
  readonly cellMenu: Accessor<OpenCellMenu | null>;
  readonly openCellMenu: Setter<OpenCellMenu | null>;
  readonly overflow: Accessor<Overflow | null>;
  readonly askOverflow: Setter<Overflow | null>;
  /** A cell's editor is open. */
  readonly editing: Accessor<boolean>;
  readonly setEditing: (open: boolean) => void;
  /** Resolves when the editor that is open is closed. */
  readonly edited: () => Promise<void>;
  /** Grows when rows or columns may show something else. */
  readonly drawn: Accessor<number>;
  readonly redrawn: () => void;
  /** Called before a cell is written, with the number of its row on the screen. */
  onWriting: (rowIndex: number | null) => void = nothing;
  /**
   * Called when a row is being added, so that the cursor has a row to move down to, or with null when one was refused.
   * Returns the place of that row on the screen.
   */
  onAdding: (row: ComingRow | null) => number | null = () => null;
  readonly coming: ComingRows;
  /** Gives the keyboard back to a column's header. */
  focusHeader: (field: FieldId) => void = nothing;
  /** Scrolls sideways to a column. */
  showColumn: (field: FieldId) => void = nothing;
  focusCell: (rowIndex: number, column: string) => void = nothing;
  /** The number of the row that the cursor is in. */
  cursorRow: () => number | null = () => null;
  /**
   * With the rows that come next the cursor stays in its row, if that comes to another place in sight, or at the place it was
   * sent to; null: as those are that it is in.
   */
  stays: "row" | "place" | null = null;
  /** Puts the cursor into another row; the keyboard stays where it is. */
  carry: (rowIndex: number) => void = nothing;
  /** Called when the cursor has moved. */
  onMoved: () => void = nothing;
  /** The keyboard goes to what catches it while no cell is edited. */
  takeKeyboard: () => void = nothing;
  /** Puts the cursor there and leaves the keyboard where it is. */
  markCell: (rowIndex: number, column: string) => void = nothing;
  /** Gives the keyboard back to the active cell. */
  focusActive: () => void = nothing;
  /** Opens the menu of what is selected. */
  offer: (x: number, y: number) => void = nothing;
  /** What the next editor begins with. */
  seed: Seed = NO_SEED;
  /** The columns' definitions as AG Grid has them, by all that they are made of. */
  defined: ReadonlyMap<string, ColDef<GridRow>> = new Map();
  /** Ends an edit with a key that moves the cursor. */
  leaveEditor: (event: KeyboardEvent) => void = nothing;
  /** Makes columns as wide as what is in them; without any given, all that are shown. */
  fit: (fields?: readonly FieldId[]) => void = nothing;
  /** Opens the card of the active cell's row. */
  openRecord: () => void = nothing;
  /** Folds a group away, or opens it. */
  fold: (head: GroupHead) => Promise<void> = async () => undefined;
  /** Writes a text into every selected cell. */
  fillSelection: (text: string) => void = nothing;

  constructor(app: App, tasks: ColumnTasks) {
    this.app = app;
    this.tasks = tasks;
    this.coming = new ComingRows(app);
    [this.menu, this.openMenu] = createSignal<OpenMenu | null>(null);
    const [restoring, setRestoring] = createSignal<OpenRestoring | null>(null);
    this.restoring = restoring;
    this.openRestoring = (what) => setRestoring(app.restorable() ? what : null);
    [this.renaming, this.rename] = createSignal<FieldId | null>(null);
    const [editing, setEditing] = createSignal(false);
    let waiting: (() => void)[] = [];
    this.editing = editing;
    this.setEditing = (open) => {
      setEditing(open);
      if (open) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    };
    this.edited = () => new Promise((resolve) => waiting.push(resolve));
    const [drawn, setDrawn] = createSignal(0);
    this.drawn = drawn;
    this.redrawn = () => void setDrawn((count) => count + 1);
    [this.cellMenu, this.openCellMenu] = createSignal<OpenCellMenu | null>(null);
    [this.overflow, this.askOverflow] = createSignal<Overflow | null>(null);
  }

  takeSeed(): Seed {
    const { seed } = this;
    this.seed = NO_SEED;
    return seed;
  }
}

/** A row with one value replaced; places it does not have yet are empty. */
export function withValue(row: GridRow, index: number, value: Value): GridRow {
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
  if (sheet === null || app.past() !== null || row.head !== undefined) return;
  const index = sheet.fields.findIndex((each) => each.id === field.id);
  const meant = row.coming?.shown ?? row;
  const current = node.data !== undefined && sameRow(node.data, row) ? node.data : meant;
  if (index < 0 || sameValue(current.values[index] ?? null, value)) return;
  const written = toAtom(value) === null ? null : value;
  const cell = {
    sheet: sheet.id,
    field: field.id,
    value: written,
    ...(choices === undefined ? {} : { choices }),
  };
  const shown = withValue(current, index, written);
  if (current.id !== null) {
    session.onWriting(node.rowIndex);
    show(node, current, shown);
    const done = await app.dispatch({ type: "setCell", row: current.id, ...cell });
    if (!done.ok) show(node, shown, current);
  } else if (current.coming === undefined) {
    const here = session.cursorRow() === node.rowIndex;
    const coming = session.coming.add(sheet.id, shown, app.dispatch({ type: "addRow", ...cell }));
    const place = session.onAdding(coming);
    session.onWriting(place);
    // Another tab's rows may have come before it while it was typed.
    if (here && place !== null) session.carry(place);
    if (!(await coming.added).ok) session.onAdding(null);
  } else {
    session.onWriting(node.rowIndex);
    const { coming } = current;
    coming.shown = shown;
    show(node, current, shown);
    await app.following(async () => {
      const done = await coming.added;
      if (done.ok && done.row !== undefined) await app.dispatch({ type: "setCell", row: done.row, ...cell });
    });
  }
}

function show(node: IRowNode<GridRow>, before: GridRow, after: GridRow): void {
  if (node.data === before) node.setData(after);
}
