/** Which lines of the file are rows: what is decided about one takes the place of what was. */
import type { ImportHints } from "../../worker/api.ts";

export type ReadingDecisions = Pick<ImportHints, "keep" | "leave">;

export function lineTurned(
  { keep, leave }: ReadingDecisions,
  line: number,
  to: "keep" | "leave",
): ReadingDecisions {
  const others = (lines: readonly number[] | undefined) => (lines ?? []).filter((each) => each !== line);
  return to === "keep"
    ? { keep: [...others(keep), line], leave: others(leave) }
    : { keep: others(keep), leave: [...others(leave), line] };
}
