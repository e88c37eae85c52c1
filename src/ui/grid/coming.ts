/**
 * Rows that hands are adding. The worker tells of a row when it can; until what it says of the rows counts this one in, it
 * stands below them as it was typed, and nothing that is read meanwhile is written over it.
 */
import type { App } from "../../app/app.ts";
import type { RowId, SheetId } from "../../core/model/index.ts";
import type { Dispatched } from "../../worker/api.ts";
import type { GridRow } from "./rows.ts";

/** What of the app tells whether a row has been counted in. */
export interface Counting extends Pick<App, "asked" | "counts" | "settle"> {
  readonly sheet: () => { readonly id: SheetId } | null;
}

export class ComingRow {
  readonly sheet: SheetId;
  /** Tells it from others that have no id either. */
  readonly nth: number;
  readonly added: Promise<Dispatched>;
  /** As it looks by now. */
  shown: GridRow;
  /** Once it is added. */
  row: RowId | null = null;
  /** How often the worker had been asked for rows when it answered that this one is there: later answers count it in. */
  #since: number | null = null;
  #refused = false;

  constructor(app: Counting, sheet: SheetId, nth: number, shown: GridRow, added: Promise<Dispatched>) {
    this.sheet = sheet;
    this.nth = nth;
    this.added = added;
    this.shown = { ...shown, coming: this };
    const asked = app.asked();
    void added.then((done) => {
      this.#refused = !done.ok;
      if (!done.ok || done.row === undefined) return;
      this.row = done.row;
      this.#since = app.asked();
      // Asked between, it may have counted this one in or not.
      if (this.#since !== asked) app.settle();
    });
  }

  /** Whether it still stands below the rows of an answer to question number `asked`. */
  comes(asked: number): boolean {
    return !this.#refused && (this.#since === null || asked <= this.#since);
  }
}

export class ComingRows {
  readonly #app: Counting;
  #rows: readonly ComingRow[] = [];
  #count = 0;

  constructor(app: Counting) {
    this.#app = app;
  }

  add(sheet: SheetId, shown: GridRow, added: Promise<Dispatched>): ComingRow {
    this.#count += 1;
    const row = new ComingRow(this.#app, sheet, this.#count, shown, added);
    this.#rows = [...this.#rows, row];
    return row;
  }

  /** Of the sheet on the screen, in the order they were typed. */
  list(): readonly ComingRow[] {
    const asked = this.#app.counts()?.asked ?? 0;
    this.#rows = this.#rows.filter((row) => row.comes(asked));
    const sheet = this.#app.sheet()?.id;
    return this.#rows.filter((row) => row.sheet === sheet);
  }
}
