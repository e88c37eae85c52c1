/** What the grid shall bring into sight: a place of the past, or a row that was found elsewhere. */
import { type Accessor, batch, createSignal } from "solid-js";
import type { RowId, SheetId } from "../core/model/index.ts";
import type { DataWorker, MarkedPlace } from "../worker/api.ts";

export interface Jump extends MarkedPlace {
  readonly sheet: SheetId;
  /** Whether the cursor goes there too, and the keyboard with it. */
  readonly takes: "nothing" | "cursor" | "keyboard";
}

interface JumpBase {
  readonly worker: DataWorker;
  readonly selectSheet: (id: SheetId) => void;
  readonly setSearch: (text: string) => void;
  /** Resolves once the rows that are now shown have been asked for. */
  readonly askAgain: () => Promise<void>;
  /** Whether rows stand in groups. */
  readonly grouped: () => boolean;
}

export interface Jumps {
  readonly jump: Accessor<Jump | null>;
  readonly jumpTo: (jump: Jump) => void;
  /** Shows a row of any sheet. False: its sheet's filter leaves it out, or it is gone. */
  readonly showRow: (sheet: SheetId, row: RowId) => Promise<boolean>;
}

export function createJumps({ worker, selectSheet, setSearch, askAgain, grouped }: JumpBase): Jumps {
  const [jump, setJump] = createSignal<Jump | null>(null);
  const showRow = async (sheet: SheetId, row: RowId): Promise<boolean> => {
    batch(() => {
      selectSheet(sheet);
      setSearch("");
    });
    await askAgain();
    const place = await worker.placeOf(sheet, row);
    // It may have been folded away.
    if (grouped()) await askAgain();
    if (place !== null) setJump({ sheet, place, field: null, takes: "keyboard" });
    return place !== null;
  };
  return { jump, jumpTo: setJump, showRow };
}
