/**
 * When the rows on the screen are read again. A row must not move away under the hands that edit it: while an
 * editor is open, and while the cursor stays in a row just written, an order that changed waits.
 */
import type { Extent } from "../../worker/api.ts";

/** What of the grid this needs to see and do. */
export interface Surface {
  readonly editing: () => boolean;
  /** The row the cursor is in; null while the grid does not have the focus. */
  readonly cursorRow: () => number | null;
  /** Reads the window again without blanking it. `moved`: rows may stand at other places. */
  readonly reread: (moved: boolean) => void;
  /** Takes over the number of rows. */
  readonly resize: () => void;
  /** Rows that hands have left go where they belong: the cursor stays on the row it is in, wherever that moves to. */
  readonly follow: () => void;
  /** Asks for the order anew; "order" will follow. */
  readonly settle: () => void;
}

export interface Refreshing {
  /** A cell of the row with this number is being written; the next change is its own. */
  readonly wrote: (rowIndex: number | null) => void;
  /** Rows are out of date, by as much as `extent` says. */
  readonly outdated: (extent: Extent) => void;
  /** The cursor moved, or an edit ended: what waited may be due. */
  readonly moved: () => void;
}

export function makeRefreshing(surface: Surface): Refreshing {
  let waiting: "nothing" | "strays" | "order" = "nothing";
  /** So many changes are still to be told that hands made here. */
  let own = 0;
  let writtenRow: number | null = null;

  const holding = (): boolean => writtenRow !== null && surface.cursorRow() === writtenRow;
  const apply = (due: "strays" | "order"): void => {
    waiting = "nothing";
    if (due === "strays") {
      surface.settle();
      return;
    }
    writtenRow = null;
    own = 0;
    surface.resize();
    surface.reread(true);
  };
  return {
    wrote: (rowIndex) => {
      own += 1;
      writtenRow = rowIndex;
    },
    outdated: (extent) => {
      const foreign = own === 0;
      own = Math.max(0, own - 1);
      if (extent === "cells") {
        // An order that waits would be read together with old places.
        if (waiting !== "order") surface.reread(false);
        else if (foreign && !surface.editing()) apply("order");
        return;
      }
      if (!surface.editing() && (foreign || !holding())) {
        if (!foreign) surface.follow();
        apply(extent);
        return;
      }
      if (waiting === "order") return;
      waiting = extent;
      // Shows which rows are about to move.
      if (extent === "strays") surface.reread(false);
    },
    moved: () => {
      if (waiting === "nothing" || surface.editing() || holding()) return;
      surface.follow();
      apply(waiting);
    },
  };
}
