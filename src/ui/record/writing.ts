/** What the record card writes into the row it shows; one that is not there yet is added by the first of it. */
import { untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Choice,
  type Field,
  type FieldId,
  type SheetId,
  toAtom,
  type Value,
} from "../../core/model/index.ts";
import type { Dispatched } from "../../worker/api.ts";
import type { Showing, Shown } from "./showing.ts";

export type Write = (field: Field, value: Value, choices: readonly Choice[] | undefined) => void;

interface Cell {
  readonly sheet: SheetId;
  readonly field: FieldId;
  readonly value: Value;
  readonly choices?: readonly Choice[];
}

export interface Writing {
  readonly write: Write;
  /** What is shown from now on has been read: no row is being added. */
  readonly settle: () => void;
}

export function createWriting(
  app: App,
  { shown, show }: Pick<Showing, "shown" | "show">,
  readAgain: () => Promise<void>,
): Writing {
  let adding: Promise<Dispatched> | null = null;
  /** The grid's cell shows it at once. A row that has only just been made is not there yet, and need not keep its place. */
  const mirror = ({ sheet, row, place }: Shown, field: FieldId, value: Value): void => {
    if (sheet !== app.sheet()?.id || row === null || place === null || adding !== null) return;
    app.editBeside({ place, written: { row, field, value } });
  };
  const add = async (visit: number, cell: Cell): Promise<Dispatched> => {
    adding = app.dispatch({ type: "addRow", ...cell });
    const done = await adding;
    const made = done.ok ? (done.row ?? null) : null;
    const now = untrack(shown);
    if (now?.visit === visit && made !== null) {
      show({ ...now, row: made });
      await readAgain();
    }
    if (!done.ok) adding = null;
    return done;
  };
  const send = async ({ row, visit }: Shown, cell: Cell): Promise<Dispatched> => {
    if (row !== null) return app.dispatch({ type: "setCell", row, ...cell });
    if (adding === null) return add(visit, cell);
    const added = await adding;
    const made = added.ok ? added.row : undefined;
    return made === undefined ? added : app.dispatch({ type: "setCell", row: made, ...cell });
  };
  return {
    settle: () => {
      adding = null;
    },
    write: ({ id }, value, choices) => {
      const now = shown();
      if (now === null || app.past() !== null) return;
      const written = toAtom(value) === null ? null : value;
      const cell = { sheet: now.sheet, field: id, value: written };
      // Into a row that is gone nothing is written: it is refused, with what was typed.
      if (!now.gone) show({ ...now, values: new Map(now.values).set(id, written) });
      mirror(now, id, written);
      void app.following(async () => {
        const done = await send(now, choices === undefined ? cell : { ...cell, choices });
        if (done.ok) return;
        mirror(now, id, now.values.get(id) ?? null);
        await readAgain();
      });
    },
  };
}
