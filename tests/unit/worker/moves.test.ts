/** How a row came to its class: each move with its day and what moved it, newest first, as far back as is looked. */
import { describe, expect, it } from "vitest";
import { type ChoiceId, fieldId, type RowId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { MOST_LOOKED } from "../../../src/worker/moves.ts";
import { NOW, setup, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const [TIER, REVENUE, NAME] = [fieldId("tier"), fieldId("revenue"), fieldId("name")];
const DAY = 86_400_000;
const ROW = 1 as RowId;

describe("the moves of a row", () => {
  it("are told with day and cause, undone ones too, and what was not looked at is said", async () => {
    const tabs = new Tabs({ random: makeRandom(1) });
    const { host } = await tabs.open();
    await host.create("blank", setup);
    const moves = (limit = 20) => host.past.rowMoves(host.ground, SHEET, ROW, [TIER], limit);
    await host.dispatch({ type: "addRow", sheet: SHEET, field: REVENUE, value: 10 });
    expect(await moves()).toEqual({ moves: [], whole: true });
    await host.dispatch({
      type: "setClassifier",
      sheet: SHEET,
      classifier: {
        field: TIER,
        classes: ["vip", "small"] as ChoiceId[],
        method: { by: "amount", amount: REVENUE, from: [1000] },
        byHand: "by hand",
      },
      reasonName: "Why",
    });
    tabs.now = NOW + DAY;
    await host.dispatch({ type: "setCell", sheet: SHEET, row: ROW, field: REVENUE, value: 2000 });
    tabs.now = NOW + 2 * DAY;
    await host.dispatch({ type: "undo" });
    const told = ({
      cause,
      action,
      before,
      after,
      time,
    }: Awaited<ReturnType<typeof moves>>["moves"][number]) => [
      cause.type,
      action,
      before,
      after,
      (time - NOW) / DAY,
    ];
    expect((await moves()).moves.map(told)).toEqual([
      ["edit", "undo", "vip", "small", 2],
      ["edit", "do", "small", "vip", 1],
      ["setClassifier", "do", null, "small", 0],
    ]);
    expect((await moves()).whole).toBe(true);
    const cut = await moves(2);
    expect([cut.moves.length, cut.whole]).toEqual([2, false]);
    for (let n = 0; n < MOST_LOOKED; n++)
      await host.dispatch({ type: "setCell", sheet: SHEET, row: ROW, field: NAME, value: `${n}` });
    expect(await moves()).toEqual({ moves: [], whole: false });
  });
});
