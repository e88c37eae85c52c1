/**
 * Rows that hands are adding. The worker tells of a row when it can; until what it says of the rows counts this one in, it
 * stands below them as it was typed, and nothing that is read meanwhile is written over it.
 */
import type { App } from "../../app/app.ts";
import type { RowId, SheetId } from "../../core/model/index.ts";
import type { Dispatched } from "../../worker/api.ts";
import type { GridRow } from "./rows.ts";

/** What of the app tells whether a row has been counted in. */
export interface Counting extends Pick<App, "counts" | "rowsSent"> {
  readonly sheet: () => { readonly id: SheetId } | null;
}

export class ComingRow {
  readonly sheet: SheetId;
  /** Its number among the rows that were asked to be added: tells it from others that have no id either. */
  readonly nth: number;
  readonly added: Promise<Dispatched>;
  /** As it looks by now. */
  shown: GridRow;
  /** Once it is added; rows that count it in are told of after that, where the disk does not take too long. */
  row: RowId | null = null;
  #refused = false;

  constructor(sheet: SheetId, nth: number, shown: GridRow, added: Promise<Dispatched>) {
    this.sheet = sheet;
    this.nth = nth;
    this.added = added;
    this.shown = { ...shown, coming: this };
    void added.then((done) => {
      this.row = done.ok ? (done.row ?? null) : null;
      this.#refused = this.row === null;
    });
  }

  /** Whether it still stands below rows of which so many were asked to be added. */
  comes(counted: number): boolean {
    return !this.#refused && counted < this.nth;
  }
}

export class ComingRows {
  readonly #app: Counting;
  #rows: readonly ComingRow[] = [];

  constructor(app: Counting) {
    this.#app = app;
  }

  /** `added`: the last that was asked for. */
  add(sheet: SheetId, shown: GridRow, added: Promise<Dispatched>): ComingRow {
    const row = new ComingRow(sheet, this.#app.rowsSent(), shown, added);
    this.#rows = [...this.#rows, row];
    return row;
  }

  /** Of the sheet on the screen, in the order they were typed. */
  list(): readonly ComingRow[] {
    const counted = this.#app.counts()?.added ?? 0;
    this.#rows = this.#rows.filter((row) => row.comes(counted));
    const sheet = this.#app.sheet()?.id;
    return this.#rows.filter((row) => row.sheet === sheet);
  }
}
