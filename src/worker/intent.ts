/**
 * What was meant by an edit, so that it can be done again on a state that another tab has changed: built anew, never
 * patched. Ids that come out differently are noted, and what follows is aimed at the new ones.
 */
import { type Action, type Cause, type Change, invert } from "../core/change/index.ts";
import {
  type FieldId,
  fieldId,
  mapChartFields,
  type RowId,
  rowId,
  type SavedExport,
  type SentFile,
  type SheetId,
  sheetId,
} from "../core/model/index.ts";
import { type Built, build, isRefusal } from "../engine/session/build.ts";
import type { Command, Refusal } from "../engine/session/command.ts";
import type { Session } from "../engine/session/session.ts";

export type Edit = Exclude<Command, { type: "undo" | "redo" }>;

export type Intent =
  | { readonly type: "edit"; readonly edit: Edit }
  /** Of one step, whatever was done since; `change` is what the step did. `cancelled`: an import, undone for good. */
  | {
      readonly type: "undo" | "redo";
      readonly seq: number;
      readonly change: Change;
      readonly cancelled?: true;
    }
  | { readonly type: "build"; readonly build: (session: Session) => Built | Refusal };

/** Ready to be committed. */
export interface Step {
  readonly change: Change;
  readonly cause: Cause;
  readonly action: Action;
  /** Filled cells that are not written, because another tab deleted their row or column. */
  readonly missed?: number;
}

/** What is named by an id of its own within a sheet, or is a sheet, as one key. */
const sheetKey = (sheet: string): string => sheet;
const fieldKey = (sheet: string, field: string): string => `${sheet}/${field}`;
const rowKey = (sheet: string, row: number): string => `${sheet}#${row}`;
const lastPart = (key: string): string => key.slice(Math.max(key.lastIndexOf("/"), key.lastIndexOf("#")) + 1);

/** Ids as they were given, and as they are since the edits that gave them were done again. */
export class Aims {
  private readonly keys = new Map<string, string>();
  private readonly steps = new Map<number, { readonly seq: number; readonly change: Change } | null>();

  get none(): boolean {
    return this.keys.size === 0;
  }

  sheet(id: SheetId): SheetId {
    return sheetId(this.keys.get(sheetKey(id)) ?? id);
  }

  field(sheet: SheetId, id: FieldId): FieldId {
    return fieldId(lastPart(this.keys.get(fieldKey(sheet, id)) ?? id));
  }

  row(sheet: SheetId, id: RowId): RowId {
    const key = this.keys.get(rowKey(sheet, id));
    return key === undefined ? id : (Number(lastPart(key)) as RowId);
  }

  /** What became of an own step; null where it was not done again, undefined where it is none. */
  step(seq: number): { readonly seq: number; readonly change: Change } | null | undefined {
    return this.steps.get(seq);
  }

  stepMoved(from: number, to: { readonly seq: number; readonly change: Change } | null): void {
    this.steps.set(from, to);
  }

  /** The same edit before and after: what it made has the same place in both. */
  note(before: Change, after: Change): void {
    for (const [index, was] of before.ops.entries()) {
      const is = after.ops[index];
      if (was.op === "sheet" && is?.op === "sheet" && was.edit.before === null) {
        this.set(was.edit.after?.item.id, is.edit.after?.item.id, (id) => sheetKey(id));
      } else if (was.op === "field" && is?.op === "field" && was.edit.before === null) {
        this.set(was.edit.after?.item.id, is.edit.after?.item.id, (id) => fieldKey(was.sheet, id));
      } else if (was.op === "insertRows" && is?.op === "insertRows") {
        const now = is.blocks.flatMap(({ ids }) => Array.from(ids));
        const then = was.blocks.flatMap(({ ids }) => Array.from(ids));
        for (const [place, id] of then.entries()) this.set(id, now[place], (row) => rowKey(was.sheet, row));
      }
    }
  }

  private set<T>(before: T | undefined, after: T | undefined, key: (id: T) => string): void {
    if (before !== undefined && after !== undefined && before !== after)
      this.keys.set(key(before), key(after));
  }

  /** What was noted here, and later in `next`. */
  follow(next: Aims): void {
    for (const [from, to] of this.keys) this.keys.set(from, next.keys.get(to) ?? to);
    for (const [from, to] of next.keys) if (!this.keys.has(from)) this.keys.set(from, to);
  }

  clear(): void {
    this.keys.clear();
  }
}

function aimedCells(edit: Extract<Edit, { type: "setCells" }>, aims: Aims): Edit {
  if (aims.none) return edit;
  const columns = edit.columns.map((column) => ({
    ...column,
    field: aims.field(edit.sheet, column.field),
    rows: column.rows.map((row) => aims.row(edit.sheet, rowId(row))),
  }));
  const added = edit.added && {
    ...edit.added,
    columns: edit.added.columns.map((column) => ({ ...column, field: aims.field(edit.sheet, column.field) })),
  };
  return { ...edit, sheet: aims.sheet(edit.sheet), columns, ...(added === undefined ? {} : { added }) };
}

function aimedExport(saved: SavedExport, aims: Aims): SavedExport {
  const field = (id: FieldId): FieldId => aims.field(saved.sheet, id);
  const { fields, fills } = saved;
  return {
    ...saved,
    sheet: aims.sheet(saved.sheet),
    ...(fields === undefined ? {} : { fields: fields.map(field) }),
    ...(fills === undefined
      ? {}
      : {
          fills: fills.map((fill) =>
            fill.fill === "field"
              ? {
                  ...fill,
                  field: field(fill.field),
                  ...(fill.or === undefined ? {} : { or: field(fill.or) }),
                }
              : fill,
          ),
        }),
  };
}

/** The same edit, aimed at the ids as they are now. */
function aimed(edit: Edit, aims: Aims): Edit {
  switch (edit.type) {
    case "setCell": {
      const { row, field } = edit;
      return {
        ...edit,
        sheet: aims.sheet(edit.sheet),
        row: aims.row(edit.sheet, row),
        field: aims.field(edit.sheet, field),
      };
    }
    case "addRow": {
      const sheet = aims.sheet(edit.sheet);
      return edit.field === undefined
        ? { ...edit, sheet }
        : { ...edit, sheet, field: aims.field(edit.sheet, edit.field) };
    }
    case "setCells":
      return aimedCells(edit, aims);
    case "insertRows": {
      const { before } = edit;
      return {
        ...edit,
        sheet: aims.sheet(edit.sheet),
        before: before === null ? null : aims.row(edit.sheet, before),
      };
    }
    case "deleteRows":
    case "duplicateRows":
    case "keepApart":
    case "forgetApart":
      return {
        ...edit,
        sheet: aims.sheet(edit.sheet),
        rows: edit.rows.map((row) => aims.row(edit.sheet, row)),
      };
    case "addField": {
      const { beside } = edit;
      const sheet = aims.sheet(edit.sheet);
      if (beside === undefined) return { ...edit, sheet };
      return { ...edit, sheet, beside: { ...beside, field: aims.field(edit.sheet, beside.field) } };
    }
    case "renameField":
    case "duplicateField":
    case "deleteField":
    case "setChoices":
      return { ...edit, sheet: aims.sheet(edit.sheet), field: aims.field(edit.sheet, edit.field) };
    case "addChart":
    case "changeChart": {
      const recipe = mapChartFields(edit.chart.recipe, (id) => aims.field(edit.sheet, id));
      return { ...edit, sheet: aims.sheet(edit.sheet), chart: { ...edit.chart, recipe } };
    }
    case "moveChart":
    case "removeChart":
    case "setClassifier":
    case "removeClassifier":
    case "setView":
    case "addView":
    case "renameView":
    case "moveView":
    case "deleteView":
    case "saveView":
    case "revertView":
    case "lockView":
    case "renameSheet":
    case "moveSheet":
    case "duplicateSheet":
    case "deleteSheet":
      return { ...edit, sheet: aims.sheet(edit.sheet) };
    case "saveExport":
      return { ...edit, saved: aimedExport(edit.saved, aims) };
    case "mergeRows":
      return {
        ...edit,
        sheet: aims.sheet(edit.sheet),
        keep: aims.row(edit.sheet, edit.keep),
        drop: edit.drop.map((row) => aims.row(edit.sheet, row)),
        take: edit.take.map(({ field, from }) => ({
          field: aims.field(edit.sheet, field),
          from: from === null ? null : aims.row(edit.sheet, from),
        })),
      };
    case "noteSent": {
      const aimedNote = (sent: SentFile): SentFile => ({ ...sent, sheet: aims.sheet(sent.sheet) });
      const [first, ...others] = edit.sent;
      return { ...edit, sent: [aimedNote(first), ...others.map(aimedNote)] };
    }
    case "removeExport":
      return { ...edit, sheet: aims.sheet(edit.sheet) };
    case "addSheet":
    case "classify":
    case "setHanOrder":
    case "renameWorkbook":
    case "setFormats":
    case "setUndoReach":
      return edit;
  }
}

/** Null: there is nothing to do, or another tab did it. */
function turnBack(
  session: Session,
  { type, seq, change, cancelled }: Extract<Intent, { type: "undo" | "redo" }>,
): Step | Refusal | null {
  const step = session.history[type];
  if (step?.seq !== seq) {
    const opposite = session.history[type === "undo" ? "redo" : "undo"];
    return opposite?.seq === seq ? null : { refused: "overtaken", turn: type };
  }
  const cause = cancelled && step.cause.type === "import" ? { ...step.cause, cancelled } : step.cause;
  return { change: type === "undo" ? invert(change) : change, cause, action: { type, seq } };
}

export const isRefused = (result: object): result is Refusal => "refused" in result;

/** What the intent comes to on the state as it is. */
export function stepOf(session: Session, intent: Intent): Step | Refusal | null {
  if ("seq" in intent) return turnBack(session, intent);
  const built = intent.type === "edit" ? build(session, intent.edit) : intent.build(session);
  if (isRefusal(built)) return built;
  if (built.change.ops.length === 0) return null;
  return { ...built, action: { type: "do", change: built.change } };
}

/** The intent on a state where `aims` says what became of ids. Null: what it would turn back was never done. */
export function reaim(intent: Intent, aims: Aims): Intent | null {
  switch (intent.type) {
    case "edit":
      return { type: "edit", edit: aimed(intent.edit, aims) };
    case "undo":
    case "redo": {
      const step = aims.step(intent.seq);
      return step === null ? null : { ...intent, ...step };
    }
    case "build":
      return intent;
  }
}
