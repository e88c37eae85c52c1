/** The views of a new sheet of customers, and what a file's columns make of them. */
import { describe, expect, it } from "vitest";
import { fieldId, firstView, type Sheet, sheetId, type View } from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { buildImport } from "../../../src/engine/session/build.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { sessionOf } from "../../support/oneSheet.ts";

const SHEET: Sheet = customersSheet(sheetId("s"), templateWords(makeTranslate(() => "en")));
const environment = { newType: () => ({ storage: "text" }) as const, today: () => 0 };

const shownIn = ({ columns }: View): readonly string[] =>
  columns.filter(({ hidden }) => !hidden).map(({ field }) => String(field));

describe("a view that asks about columns", () => {
  it("has them behind the name, the first that it is sorted by among them", () => {
    for (const view of SHEET.views.slice(1)) {
      const [, name, ...rest] = shownIn(view);
      expect(name).toBe("name");
      const asked = [...view.sort.map(({ field }) => String(field))];
      expect(rest.slice(0, 3)).toEqual(expect.arrayContaining(asked));
    }
    expect(
      SHEET.views.map(({ sort }) => sort.map(({ field, direction }) => `${field} ${direction}`)),
    ).toEqual([[], ["revenue descending"], ["lastContact ascending"], [], ["revenue descending"]]);
  });

  it("keeps them there when a file brings its own columns in its own order, and shows none that the file lacks", () => {
    const first = firstView(SHEET);
    const order = ["city", "revenue", "code", "name", "points"];
    const columns = [
      ...order.map((id) => ({ field: fieldId(id), width: 100, frozen: false, hidden: false })),
      ...first.columns
        .filter(({ field }) => !order.includes(field))
        .map((each) => ({ ...each, hidden: true })),
    ];
    const session = sessionOf<never>(SHEET, environment, [], () => null);
    const change = buildImport(session, {
      sheet: SHEET.id,
      fields: [],
      columns: new Map(),
      rowCount: 0,
      updates: [],
      view: { ...first, columns },
    });
    const views = change.ops.flatMap((op) => (op.op === "view" && op.edit.after ? [op.edit.after.item] : []));
    expect(views.map((view) => [String(view.id), shownIn(view).join()])).toEqual([
      ["v1", "city,revenue,code,name,points"],
      ["top", "city,code,name,revenue,points"],
      ["silent", "city,code,name,revenue,points"],
      ["birthdays", "city,revenue,code,name,points"],
      ["lost", "city,code,name,revenue,points"],
    ]);
  });
});
