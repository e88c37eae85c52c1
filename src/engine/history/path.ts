/** Which steps lead from one point of the journal to another, with those left out that only go there and back. */
import type { Recorded } from "./history.ts";

/** One entry's change to be done, or taken back. */
export interface Move {
  readonly seq: number;
  readonly back: boolean;
}

/** What an entry does to the state, in terms of the change that is stored under a number. */
export function moveOf({ seq, action }: Pick<Recorded, "seq" | "action">): Move {
  switch (action.type) {
    case "do":
      return { seq, back: false };
    case "undo":
      return { seq: action.seq, back: true };
    case "redo":
      return { seq: action.seq, back: false };
  }
}

/** A change right before its own inverse does nothing, however large it is. */
function reduced(moves: Iterable<Move>): readonly Move[] {
  const path: Move[] = [];
  for (const move of moves) {
    const last = path.at(-1);
    if (last?.seq === move.seq && last.back !== move.back) path.pop();
    else path.push(move);
  }
  return path;
}

/** From before the first of the entries, which ascend without gaps, to after the last. */
export const pathForth = (entries: readonly Recorded[]): readonly Move[] => reduced(entries.map(moveOf));

/** From after the last of the entries to before the first. */
export const pathBack = (entries: readonly Recorded[]): readonly Move[] =>
  reduced(
    entries.toReversed().map((entry) => {
      const { seq, back } = moveOf(entry);
      return { seq, back: !back };
    }),
  );
