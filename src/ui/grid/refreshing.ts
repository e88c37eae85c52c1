/**
 * When the rows on the screen are read again. A row must not move away under the hands that edit it: while an
 * editor is open, and while the cursor stays in a row just written, an order that changed waits.
 */

/** What of the grid this needs to see and do. */
export interface Surface {
  readonly editing: () => boolean;
  /** The row the cursor is in; null while the grid does not have the focus. */
  readonly cursorRow: () => number | null;
  /** Reads the window again without blanking it. */
  readonly reread: () => void;
  /** Takes over the number of rows. */
  readonly resize: () => void;
}

export interface Refreshing {
  /** A cell of the row with this number is being written; the next reordering is its own. */
  readonly wrote: (rowIndex: number | null) => void;
  /** Rows may be out of date. `reordered`: their places too. */
  readonly outdated: (reordered: boolean) => void;
  /** The cursor moved, or an edit ended: what waited may be due. */
  readonly moved: () => void;
}

export function makeRefreshing(surface: Surface): Refreshing {
  let waiting = false;
  let ownWrite = false;
  let writtenRow: number | null = null;

  const holding = (): boolean => writtenRow !== null && surface.cursorRow() === writtenRow;
  const apply = (): void => {
    waiting = false;
    writtenRow = null;
    surface.resize();
    surface.reread();
  };
  return {
    wrote: (rowIndex) => {
      ownWrite = true;
      writtenRow = rowIndex;
    },
    outdated: (reordered) => {
      const own = ownWrite;
      ownWrite = false;
      if (reordered && !surface.editing() && !(own && holding())) apply();
      else if (reordered) waiting = true;
      else if (!waiting) surface.reread();
    },
    moved: () => {
      if (waiting && !surface.editing() && !holding()) apply();
    },
  };
}
