/** Pasting into what is selected, by key and by menu, and one text into all of it. */
import { refusalText } from "../../../i18n/wording.ts";
import type { PasteRequest, Picked } from "../../../worker/api.ts";
import { nextTask } from "../../kit/tasks.ts";
import type { Cursor } from "../selection/cursor.ts";
import type { InOrder } from "../selection/inOrder.ts";
import { boxAt, boxesOf, ofBox } from "../selection/ranges.ts";
import type { GridSession } from "../session.ts";
import { askForClip, LONG, readClip, tellPasted } from "./clipboard.ts";

export interface Pasting {
  /** What a key press brought along. */
  readonly pasteFrom: (data: DataTransfer | null) => void;
  /** From a menu: without the event that a key press brings. */
  readonly paste: () => void;
  /** One text into every selected cell. */
  readonly pasteText: (text: string) => void;
}

/** Where a paste goes: what is selected, and the row for adding when the cursor stands on it. */
function pasteTarget(cursor: Cursor): Picked {
  const boxes = boxesOf(cursor.selection(), cursor.size());
  return { fields: cursor.fields(), boxes: boxes.length === 0 ? [boxAt(cursor.selection().active)] : boxes };
}

export function makePasting(
  cursor: Cursor,
  session: GridSession,
  forgetClip: () => void,
  order: InOrder,
): Pasting {
  const { app } = cursor;
  const run = async (request: PasteRequest): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null) return;
    cursor.expect();
    const asked = cursor.asks();
    const pasted = await app.worker.pasteCells(sheet.id, request);
    if (pasted.type === "overflow") {
      session.askOverflow({
        columns: pasted.columns,
        addable: pasted.addable,
        answer: (overflow) => void run({ ...request, overflow }),
      });
      return;
    }
    tellPasted(cursor, pasted);
    if (pasted.type !== "pasted") return;
    forgetClip();
    if (request.boxes.length === 1) asked.select(ofBox(pasted.box));
  };
  const take = async (clip: PasteRequest["clip"] | null): Promise<void> => {
    if (clip === null) {
      app.notify(app.t("clip.nothing"), "wrong");
      return;
    }
    const request: PasteRequest = { ...pasteTarget(cursor), clip, overflow: "ask" };
    // Getting millions of letters from the browser and handing them to the worker are two tasks' work.
    if (clip.length > LONG) await nextTask();
    await run(request);
  };
  return {
    pasteFrom: (data) => {
      if (app.past() !== null) app.notify(refusalText(app.t, { refused: "past" }), "wrong");
      else if (data !== null) {
        const clip = readClip(data);
        order.inTurn(() => void take(clip));
      }
    },
    paste: () =>
      void askForClip().then((found) => {
        if (found === "refused") app.notify(app.t("clip.askedInVain"), "wrong");
        else void take(found);
      }),
    pasteText: (text) => void run({ ...pasteTarget(cursor), clip: [[text]], overflow: "leaveOut" }),
  };
}
