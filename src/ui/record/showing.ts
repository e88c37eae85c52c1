/** Which row the record card shows, and what is in it; read anew where it may have changed. */
import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId, RowId, SheetId, Value } from "../../core/model/index.ts";
import type { Stray, WindowRow } from "../../worker/api.ts";

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

/** As many heads, of folded groups, are passed over in search of the next row. */
const HEADS = 500;

/** The next place with a row: between groups stand their heads. */
export async function rowPlace(app: App, from: number, step: 1 | -1): Promise<number | null> {
  const start = step > 0 ? from : Math.max(0, from - HEADS);
  const rows = await app.rows(start, step > 0 ? from + HEADS + 1 : from + 1);
  const isRow = ({ head }: WindowRow): boolean => head === undefined;
  const at = step > 0 ? rows.findIndex(isRow) : rows.findLastIndex(isRow);
  return at < 0 ? null : start + at;
}

export interface Showing {
  readonly shown: Accessor<Shown | null>;
  readonly show: (next: Shown) => void;
  /** The last place it stood at, from where it goes on when it is not shown any more. */
  readonly last: () => number;
  readonly count: Accessor<number>;
  /** Resolves to whether there is something to show. */
  readonly showPlace: (place: number) => Promise<boolean>;
  /** Resolves to the place where the row stands now, if that is not where the cursor is. */
  readonly readAgain: () => Promise<number | null>;
}

interface Hearing {
  /** Another row is about to be shown; the one before still is. */
  readonly leave: () => void;
  /** What stands at a place is shown now, be it the same row. */
  readonly onPlace: () => void;
}

export function createShowing(app: App, { leave, onPlace }: Hearing): Showing {
  const [shown, setShown] = createSignal<Shown | null>(null);
  let last = 0;
  let asked = 0;
  const count = createMemo((): number => app.counts()?.places ?? 0);
  const valuesOf = (values: readonly Value[]): ReadonlyMap<FieldId, Value> =>
    new Map((app.sheet()?.fields ?? []).map(({ id }, index) => [id, values[index] ?? null]));
  const show = (next: Shown): void => {
    if (next.place !== null) last = next.place;
    setShown(next);
  };
  const place = (sheet: SheetId, at: number, fresh: number, row: WindowRow | undefined): void => {
    const now = untrack(shown);
    const stays = now !== null && now.sheet === sheet && now.row !== null && now.row === row?.id;
    if (!stays) leave();
    onPlace();
    show({
      sheet,
      visit: stays ? now.visit : fresh,
      row: row?.id ?? null,
      values: valuesOf(row?.values ?? []),
      place: row === undefined ? count() : at,
      stray: row?.stray ?? null,
      ...(row?.number === undefined ? {} : { number: row.number }),
      gone: false,
    });
    app.editBeside({ place: last, written: null });
  };
  return {
    shown,
    show,
    last: () => last,
    count,
    showPlace: async (at) => {
      const sheet = app.sheet()?.id;
      if (sheet === undefined) return false;
      asked += 1;
      const own = asked;
      const [row] = await app.rows(at, at + 1);
      // Above a group stands no row: the card goes on showing the one before.
      if (own !== asked || row?.head !== undefined) return false;
      const adds = row === undefined && at >= count() && app.past() === null;
      if (row === undefined && !adds) return false;
      place(sheet, at, own, row);
      return true;
    },
    readAgain: async () => {
      const now = untrack(shown);
      if (now === null || now.row === null) return null;
      const own = asked;
      const row = await app.worker.record(now.sheet, now.row);
      if (own !== asked || untrack(shown)?.row !== now.row) return null;
      if (row === null) {
        show({ ...now, place: null, gone: true });
        return null;
      }
      show({ ...now, ...row, row: row.id, values: valuesOf(row.values), gone: false });
      return row.place === app.at()?.row ? null : row.place;
    },
  };
}
