/** The view that leads until the worker has answered is the one that the worker will tell of. */
import { describe, expect, it } from "vitest";
import { viewAhead } from "../../../src/app/ahead.ts";
import { fieldId, type Sheet, sheetId, type View, viewId } from "../../../src/core/model/index.ts";
import { give, sessionOf } from "../../support/oneSheet.ts";

const NAME = fieldId("name");
const VIEW: View = { id: viewId("v"), name: "All", columns: [], sort: [], filter: null };
const SHEET: Sheet = {
  id: sheetId("s"),
  name: "Customers",
  fields: [{ id: NAME, name: "Name", kind: "text", type: { storage: "text" } }],
  views: [VIEW],
};
const environment = { newType: () => ({ storage: "text" }) as const, today: () => 0 };
const SORTED: View = { ...VIEW, sort: [{ field: NAME, direction: "ascending" }] };

describe("a view ahead of the worker", () => {
  it.each([
    ["deviates from the one that is stored", [SORTED]],
    [
      "remembers what that was, from one change to the next",
      [SORTED, { ...SORTED, sort: [{ field: NAME, direction: "descending" }] }],
    ],
    ["deviates no more once it is as it was", [SORTED, VIEW]],
  ] satisfies [string, readonly View[]][])("%s", (_, wishes) => {
    const session = sessionOf<never>(SHEET, environment, [], () => null);
    for (const view of wishes) {
      const [sheet = SHEET] = session.workbook.sheets;
      const ahead = viewAhead(sheet, view);
      give(session, { type: "setView", sheet: SHEET.id, view, what: "sort" });
      expect(JSON.stringify(ahead)).toBe(JSON.stringify(session.workbook.sheets[0]?.views[0]));
    }
    const [last] = session.workbook.sheets[0]?.views ?? [];
    expect(last?.saved === undefined).toBe(wishes.at(-1) === VIEW);
  });
});
