/** Columns dragged, sized, frozen and hidden, as the view they make. */
import { describe, expect, it } from "vitest";
import {
  columnsOf,
  type Field,
  fieldId,
  type Sheet,
  sheetId,
  type View,
  viewId,
} from "../../../src/core/model/index.ts";
import { changeColumn, placeColumns, sameColumns, shownColumns } from "../../../src/ui/grid/layout.ts";

const text = (id: string): Field => ({ id: fieldId(id), name: id, kind: "text", type: { storage: "text" } });
const column = (id: string, width = 100) => ({ field: fieldId(id), width, frozen: false, hidden: false });
const sheet: Sheet = {
  id: sheetId("s1"),
  name: "Sheet",
  fields: [text("a"), text("b"), text("c"), text("d")],
  views: [],
};
const view: View = {
  id: viewId("v1"),
  name: "All",
  columns: [column("a"), { ...column("b"), hidden: true }, column("c"), column("d")],
  sort: [],
  filter: null,
};
const names = (of: View): string => of.columns.map((each) => each.field).join("");
const place = (id: string, width = 100, frozen = false) => ({ field: fieldId(id), width, frozen });

describe("columns moved by hand", () => {
  it("leave hidden columns where they were", () => {
    const moved = placeColumns(sheet, view, [place("d"), place("a"), place("c")]);
    expect(names(moved)).toBe("dbac");
    expect(moved.columns.find((each) => each.field === "b")?.hidden).toBe(true);
  });

  it("take widths and freezing over", () => {
    const moved = placeColumns(sheet, view, [place("a", 222, true), place("c"), place("d")]);
    expect(moved.columns[0]).toEqual({ field: "a", width: 222, frozen: true, hidden: false });
  });

  it("are no change when nothing moved", () => {
    const moved = placeColumns(sheet, view, [place("a"), place("c"), place("d")]);
    expect(sameColumns(moved.columns, columnsOf(sheet, view))).toBe(true);
    expect(
      sameColumns(placeColumns(sheet, view, [place("c"), place("a"), place("d")]).columns, view.columns),
    ).toBe(false);
  });
});

describe("a column's menu", () => {
  it("hides one column and shows it again at its place", () => {
    const hidden = changeColumn(sheet, view, fieldId("c"), { hidden: true });
    expect(shownColumns(sheet, hidden).map((each) => each.field)).toEqual(["a", "d"]);
    const shown = changeColumn(sheet, hidden, fieldId("c"), { hidden: false });
    expect(sameColumns(shown.columns, view.columns)).toBe(true);
  });

  it("names columns the view did not name yet", () => {
    const bare: View = { ...view, columns: [] };
    expect(names(changeColumn(sheet, bare, fieldId("d"), { frozen: true }))).toBe("abcd");
  });
});
