/** Filling: cells go on as they begin, or are copied over their neighbours. */
import { refusalText } from "../../i18n/wording.ts";
import type { FillRequest } from "../../worker/api.ts";
import type { Cursor } from "./selection/cursor.ts";
import { type Box, ofBox } from "./selection/ranges.ts";

export interface Filling {
  /** From cells over others, or as far down as there are neighbours. */
  readonly fill: (from: Box, to: Box | null, how: FillRequest["how"]) => Promise<void>;
  /** Ctrl+D and Ctrl+R: the first row or column over the others, or the one before a single one over it. */
  readonly fillFrom: (side: "above" | "before") => void;
}

/** What Ctrl+D or Ctrl+R copies and how far; null where there is nothing before it. */
function copyAlong(box: Box, side: "above" | "before"): { readonly from: Box; readonly to: Box } | null {
  const [first, last] =
    side === "above" ? ([box.top, box.bottom] as const) : ([box.left, box.right] as const);
  const source = first === last ? first - 1 : first;
  if (source < 0) return null;
  return side === "above"
    ? { from: { ...box, top: source, bottom: source }, to: { ...box, top: source } }
    : { from: { ...box, left: source, right: source }, to: { ...box, left: source } };
}

export function makeFilling(cursor: Cursor): Filling {
  const { app } = cursor;
  const fill: Filling["fill"] = async (from, to, how) => {
    const sheet = app.sheet();
    if (sheet === null || app.past() !== null) return;
    cursor.expect();
    const asked = cursor.asks();
    const done = await app.worker.fillCells(sheet.id, { fields: cursor.fields(), from, to, how });
    if (!done.ok) app.notify(refusalText(app.t, done.refusal), "wrong");
    else if (how !== "copy") asked.select(ofBox(done.box));
  };
  return {
    fill,
    fillFrom: (side) => {
      for (const box of cursor.boxes()) {
        const along = copyAlong(box, side);
        if (along !== null) void fill(along.from, along.to, "copy");
      }
    },
  };
}
