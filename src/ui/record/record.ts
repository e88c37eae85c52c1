/**
 * The row that the record card shows: the one at the grid's cursor. Who has the keyboard leads: the card goes where the
 * grid's cursor goes, and the cursor goes where the card does.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Choice,
  type Field,
  type FieldId,
  type RowId,
  type SheetId,
  toAtom,
  type Value,
} from "../../core/model/index.ts";
import type { Dispatched, Stray, WindowRow } from "../../worker/api.ts";

export interface Shown {
  readonly sheet: SheetId;
  /** Another number for another row; the same where a row that was not there yet has been added. */
  readonly visit: number;
  /** Null: a row that is not there yet. */
  readonly row: RowId | null;
  readonly values: ReadonlyMap<FieldId, Value>;
  /** Among the rows that are shown; null where it is not one of them. */
  readonly place: number | null;
  /** In groups: where it stands among the rows. */
  readonly number?: number;
  readonly stray: Stray | null;
  /** Deleted while it was shown. */
  readonly gone: boolean;
}

export interface RecordModel {
  readonly shown: Accessor<Shown | null>;
  readonly value: (field: FieldId) => Value;
  readonly editable: Accessor<boolean>;
  /** How many places there are to go through, heads of groups too. */
  readonly count: Accessor<number>;
  readonly canStep: (step: 1 | -1) => boolean;
  readonly step: (step: 1 | -1) => Promise<void>;
  readonly write: (field: Field, value: Value, choices: readonly Choice[] | undefined) => void;
  /** Has the keyboard; the cursor stands in its column then. */
  readonly touch: (field: FieldId) => void;
  /** Gives the keyboard back to the cell. */
  readonly backToCell: () => void;
}

/** As many heads, of folded groups, are passed over in search of the next row. */
const HEADS = 500;

/** `settled`: nothing that was typed stands in the way of showing another row. */
export function createRecord(app: App, settled: () => boolean): RecordModel {
  const [shown, setShown] = createSignal<Shown | null>(null);
  const [field, touch] = createSignal<FieldId | null>(null);
  let adding: Promise<Dispatched> | null = null;
  /** The last place it stood at, from where it goes on when it is not shown any more. */
  let last = 0;
  let asked = 0;
  const count = createMemo((): number => app.counts()?.places ?? 0);
  const gridLeads = (): boolean => document.activeElement?.closest(".sheet-grid") != null;
  const valuesOf = (values: readonly Value[]): ReadonlyMap<FieldId, Value> =>
    new Map((app.sheet()?.fields ?? []).map(({ id }, index) => [id, values[index] ?? null]));
  const show = (next: Shown): void => {
    if (next.place !== null) last = next.place;
    setShown(next);
  };
  /** A column of the grid, where the cursor shall stand. */
  const column = (): FieldId | null => {
    const columns = app.picked()?.fields ?? [];
    const wanted = field();
    if (wanted !== null && columns.includes(wanted)) return wanted;
    return columns[app.at()?.column ?? 0] ?? null;
  };
  const point = (takes: "cursor" | "keyboard"): void => {
    const now = untrack(shown);
    if (now !== null && now.place !== null)
      app.jumpTo({ sheet: now.sheet, place: now.place, field: untrack(column), takes });
  };
  /** The next place with a row: between groups stand their heads. */
  const rowPlace = async (from: number, step: 1 | -1): Promise<number | null> => {
    const start = step > 0 ? from : Math.max(0, from - HEADS);
    const rows = await app.rows(start, step > 0 ? from + HEADS + 1 : from + 1);
    const isRow = ({ head }: WindowRow): boolean => head === undefined;
    const at = step > 0 ? rows.findIndex(isRow) : rows.findLastIndex(isRow);
    return at < 0 ? null : start + at;
  };
  const showPlace = async (place: number): Promise<boolean> => {
    const sheet = app.sheet()?.id;
    if (sheet === undefined) return false;
    asked += 1;
    const own = asked;
    const [row] = await app.rows(place, place + 1);
    // Above a group stands no row: the card goes on showing the one before.
    if (own !== asked || row?.head !== undefined) return false;
    const adds = row === undefined && place >= count() && app.past() === null;
    if (row === undefined && !adds) return false;
    adding = null;
    const now = untrack(shown);
    const stays = now !== null && now.sheet === sheet && now.row !== null && now.row === row?.id;
    show({
      sheet,
      visit: stays ? now.visit : own,
      row: row?.id ?? null,
      values: valuesOf(row?.values ?? []),
      place: row === undefined ? count() : place,
      stray: row?.stray ?? null,
      ...(row?.number === undefined ? {} : { number: row.number }),
      gone: false,
    });
    app.editBeside({ place: last, written: null });
    return true;
  };
  /** The row is read anew; it may have moved. */
  const readAgain = async (): Promise<void> => {
    const now = untrack(shown);
    if (now === null || now.row === null) return;
    const own = asked;
    const row = await app.worker.record(now.sheet, now.row);
    if (own !== asked || untrack(shown)?.row !== now.row) return;
    if (row === null) show({ ...now, place: null, gone: true });
    else show({ ...now, ...row, row: row.id, values: valuesOf(row.values), gone: false });
    if (row !== null && row.place !== null && row.place !== app.at()?.row) {
      app.editBeside({ place: row.place, written: null });
      point("cursor");
    }
  };
  createEffect(
    on(app.at, (at) => {
      if (at === null) return;
      // Where the keyboard is shows only after the press that moved the cursor.
      setTimeout(() => {
        if (!gridLeads() || at !== app.at()) return;
        touch(null);
        if (at.row === shown()?.place) return;
        if (settled()) void showPlace(at.row);
        else point("cursor");
      });
    }),
  );
  createEffect(
    on(
      app.refresh,
      () => {
        const at = app.at();
        const now = shown();
        if (gridLeads() && at !== null && now !== null) void showPlace(at.row);
        else void readAgain();
      },
      { defer: true },
    ),
  );
  createEffect(on([() => app.sheet()?.id, app.past], () => void showPlace(untrack(app.at)?.row ?? 0)));
  onCleanup(() => app.editBeside(null));
  return {
    shown,
    value: (id) => shown()?.values.get(id) ?? null,
    editable: () => app.past() === null && shown()?.gone === false,
    count,
    canStep: (step) => {
      const from = shown()?.place ?? last;
      return step < 0 ? from > 0 : from < count() - 1;
    },
    step: async (step) => {
      const now = shown();
      // What took the place of a row that is gone is the next one.
      const to = now?.place == null && step > 0 ? last : last + step;
      if (to < 0 || to >= count() || !settled()) return;
      const place = app.view()?.group === undefined ? to : await rowPlace(to, step);
      if (place !== null && (await showPlace(place))) point("cursor");
    },
    write: (of, value, choices) => {
      const now = shown();
      if (now === null || app.past() !== null || now.gone) return;
      const written = toAtom(value) === null ? null : value;
      const cell = {
        sheet: now.sheet,
        field: of.id,
        value: written,
        ...(choices === undefined ? {} : { choices }),
      };
      show({ ...now, values: new Map(now.values).set(of.id, written) });
      mirror(now, of.id, written);
      void app.following(async () => {
        const done = await send(now, cell);
        if (done.ok) return;
        mirror(now, of.id, now.values.get(of.id) ?? null);
        await readAgain();
      });
    },
    touch: (id) => {
      touch(id);
      if (!gridLeads()) point("cursor");
    },
    backToCell: () => point("keyboard"),
  };

  /** The grid's cell shows it at once. A row that has only just been made is not there yet, and need not keep its place. */
  function mirror({ row, place }: Shown, of: FieldId, value: Value): void {
    if (row === null || place === null || adding !== null) return;
    app.editBeside({ place, written: { row, field: of, value } });
  }

  async function send(
    { row, visit }: Shown,
    cell: { readonly sheet: SheetId; readonly field: FieldId; readonly value: Value },
  ): Promise<Dispatched> {
    if (row !== null) return app.dispatch({ type: "setCell", row, ...cell });
    if (adding === null) {
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
    }
    const added = await adding;
    const made = added.ok ? added.row : undefined;
    return made === undefined ? added : app.dispatch({ type: "setCell", row: made, ...cell });
  }
}
