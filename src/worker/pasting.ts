/** From what is on the clipboard and what is selected to the one command that a paste is. */
import {
  type Atom,
  emptyVector,
  type Field,
  type FieldId,
  fieldId,
  findField,
  freshId,
  isNumeric,
  type SheetId,
} from "../core/model/index.ts";
import type { AddedRows, ColumnCells, Command } from "../engine/session/command.ts";
import type { Screen } from "../engine/session/screens.ts";
import type { Steps } from "../engine/steps.ts";
import { Taker } from "../exchange/clipboard/take.ts";
import { readTsvSteps } from "../exchange/clipboard/tsv.ts";
import { guessField, type LocaleFormat } from "../fields/index.ts";
import type { Pasted, PasteRequest, PickedBox, Unread } from "./api.ts";

type Table = readonly (readonly string[])[];

/** Cells that were cut: the next paste of that text takes them away. */
export interface Cut {
  readonly sheet: SheetId;
  readonly text: string;
  readonly columns: readonly { readonly field: FieldId; readonly rows: Uint32Array }[];
}

export const emptied = (field: Field, rows: Uint32Array): ColumnCells => ({
  field: field.id,
  rows,
  values: emptyVector(isNumeric(field.type), rows.length),
});

export interface Pasting {
  readonly screen: Screen;
  readonly request: PasteRequest;
  /** What the same text was cut from. */
  readonly cut: Cut | null;
  readonly locale: LocaleFormat;
  readonly most: number;
}

export type Prepared =
  | {
      readonly type: "ready";
      readonly command: Command;
      readonly pasted: Extract<Pasted, { type: "pasted" }>;
    }
  | Exclude<Pasted, { type: "pasted" }>
  | { readonly type: "none" };

/** Unread cells that are told of one by one. */
const FIRST_UNREAD = 20;
/** More new columns than this are a mistake, not a table. */
const MOST_NEW_COLUMNS = 200;
/** Cells read between two chances to pause. */
const STEP = 1 << 12;

interface Target {
  readonly box: PickedBox;
  readonly height: number;
  readonly width: number;
}

/** A selection that is a multiple of what was copied is filled with it; else only its first corner counts. */
function targetOf(box: PickedBox, height: number, width: number): Target {
  const [rows, columns] = [box.bottom - box.top + 1, box.right - box.left + 1];
  const tall = rows % height === 0 ? rows : height;
  const wide = columns % width === 0 ? columns : width;
  return {
    box: { ...box, bottom: box.top + tall - 1, right: box.left + wide - 1 },
    height: tall,
    width: wide,
  };
}

/** Of several targets none adds rows. */
function withoutNew(target: Target, rows: number): readonly Target[] {
  const height = Math.min(target.height, rows - target.box.top);
  return height > 0 ? [{ ...target, height }] : [];
}

/** Columns for what does not fit, of the kind their texts look like. */
function newFields(sheet: Screen["sheet"], table: Table, first: number, count: number): readonly Field[] {
  const taken = sheet.fields.map(({ id }) => id as string);
  return Array.from({ length: count }, (_, index) => {
    const texts = table.map((row) => row[first + index] ?? "").filter((text) => text !== "");
    const { kind, guess } = guessField([...new Set(texts)], texts.length);
    const id = fieldId(freshId("f", taken));
    taken.push(id);
    return { id, name: `${sheet.fields.length + index + 1}`, kind, type: guess.type };
  });
}

class Columns {
  readonly columns: ColumnCells[] = [];
  readonly added: AddedRows["columns"][number][] = [];
  readonly unread: Unread[] = [];
  unreadCount = 0;
  cells = 0;
  private readonly pasting: Pasting;
  private readonly table: Table;

  constructor(pasting: Pasting, table: Table) {
    this.pasting = pasting;
    this.table = table;
  }

  /** One column of a target, from the clipboard's column `from`. */
  *take(field: Field, { box, height }: Target, from: number): Steps<void> {
    const { slots, table } = this.pasting.screen;
    const taker = new Taker(field, this.pasting.locale);
    const there = Math.max(0, Math.min(height, slots.length - box.top));
    const rows: number[] = [];
    const atoms: Atom[] = [];
    const below: Atom[] = [];
    for (let place = 0; place < height; place++) {
      const taken = taker.take(this.table[place % this.table.length]?.[from] ?? "");
      if (!taken.ok) this.miss({ field: field.id, row: box.top + place, problem: taken.problem });
      if (place >= there) below.push(taken.ok ? taken.atom : null);
      else if (taken.ok) {
        rows.push(table.idOf(slots[box.top + place] ?? 0));
        atoms.push(taken.atom);
      }
      if (taken.ok) this.cells += 1;
      if (place % STEP === STEP - 1) yield { done: this.cells, total: this.cells };
    }
    const choices = taker.choices === undefined ? {} : { choices: taker.choices };
    const into = { field: field.id, ...choices };
    if (rows.length > 0)
      this.columns.push({ ...into, rows: Uint32Array.from(rows), values: taker.pack(atoms) });
    if (below.length > 0) this.added.push({ ...into, values: taker.pack(below) });
  }

  private miss(unread: Unread): void {
    this.unreadCount += 1;
    if (this.unread.length < FIRST_UNREAD) this.unread.push(unread);
  }
}

/** What was cut, but for cells that something is pasted over. */
function cleared({ cut, screen }: Pasting, written: readonly ColumnCells[]): readonly ColumnCells[] {
  if (cut === null) return [];
  return cut.columns.flatMap(({ field: id, rows }) => {
    const field = findField(screen.sheet, id);
    if (field === undefined) return [];
    const over = new Set<number>();
    for (const each of written) if (each.field === id) for (const row of each.rows) over.add(row);
    return [
      emptied(
        field,
        rows.filter((row) => !over.has(row)),
      ),
    ];
  });
}

export function* pasteSteps(pasting: Pasting): Steps<Prepared> {
  const { screen, request, most } = pasting;
  const table = typeof request.clip === "string" ? yield* readTsvSteps(request.clip) : request.clip;
  const height = table.length;
  const width = table.reduce((widest, row) => Math.max(widest, row.length), 0);
  const single = height === 1 && width === 1;
  const boxes = single ? request.boxes : request.boxes.slice(0, 1);
  const all = boxes.map((box) => targetOf(box, height, width));
  const targets = all.length === 1 ? all : all.flatMap((target) => withoutNew(target, screen.slots.length));
  const [first] = targets;
  if (first === undefined || height === 0) return { type: "none" };
  if (targets.reduce((sum, each) => sum + each.height * each.width, 0) > most)
    return { type: "tooMany", most };
  const over = Math.max(0, first.box.left + first.width - request.fields.length);
  if (over > 0 && request.overflow === "ask") {
    return { type: "overflow", columns: over, addable: over <= MOST_NEW_COLUMNS };
  }
  const grown = request.overflow === "add" && over <= MOST_NEW_COLUMNS ? over : 0;
  const fields = newFields(screen.sheet, table, width - over, grown);
  const find = (column: number): Field | undefined =>
    column < request.fields.length
      ? findField(screen.sheet, request.fields[column] ?? ("" as FieldId))
      : fields[column - request.fields.length];
  const taking = new Columns(pasting, table);
  let added = 0;
  for (const target of targets) {
    added = Math.max(added, target.box.top + target.height - screen.slots.length);
    for (let column = 0; column < target.width; column++) {
      const field = find(target.box.left + column);
      if (field !== undefined) yield* taking.take(field, target, column % width);
    }
  }
  return finish(pasting, taking, { fields, added: Math.max(0, added), over: over - grown, box: first.box });
}

interface Fitted {
  readonly fields: readonly Field[];
  readonly added: number;
  readonly over: number;
  readonly box: PickedBox;
}

function finish(pasting: Pasting, taking: Columns, { fields, added, over, box }: Fitted): Prepared {
  const { columns } = taking;
  const sheet: SheetId = pasting.screen.sheet.id;
  const command: Command = {
    type: "setCells",
    sheet,
    columns: [...columns, ...cleared(pasting, columns)],
    ...(added > 0 ? { added: { count: added, columns: taking.added } } : {}),
    ...(fields.length > 0 ? { fields } : {}),
  };
  const last = pasting.request.fields.length + fields.length - 1;
  return {
    type: "ready",
    command,
    pasted: {
      type: "pasted",
      cells: taking.cells,
      addedRows: added,
      unread: { count: taking.unreadCount, first: taking.unread },
      leftOut: over,
      missed: 0,
      box: { ...box, right: Math.min(box.right, last) },
    },
  };
}
