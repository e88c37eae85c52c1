/** The window of rows the grid gets, with the row for adding behind the last. */
import { describe, expect, it } from "vitest";
import { rowId } from "../../../src/core/model/index.ts";
import { gridRows, NEW_ROW, nodeId, rowCountOf } from "../../../src/ui/grid/rows.ts";

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: rowId(from + index + 1), values: [], stray: null }));

describe("the row in which typing adds a row", () => {
  it("follows the last row, in the block that reaches beyond it", () => {
    const extent = { matching: 150, coming: [], adds: true };
    expect(gridRows(rows(100, 150), extent, 100, 200)).toHaveLength(51);
    expect(gridRows(rows(100, 150), extent, 100, 200).at(-1)).toBe(NEW_ROW);
    expect(gridRows(rows(0, 100), extent, 0, 100)).toHaveLength(100);
    expect(rowCountOf(extent)).toBe(151);
  });

  it("stands alone in a block when the rows fill the one before", () => {
    expect(gridRows([], { matching: 100, coming: [], adds: true }, 100, 200)).toEqual([NEW_ROW]);
    expect(gridRows(rows(0, 100), { matching: 100, coming: [], adds: true }, 0, 100)).toHaveLength(100);
  });

  it("is not there while the sheet is filtered", () => {
    expect(gridRows(rows(0, 5), { matching: 5, coming: [], adds: false }, 0, 100)).toHaveLength(5);
    expect(rowCountOf({ matching: 5, coming: [], adds: false })).toBe(5);
  });

  it("has a name no row has", () => {
    expect(nodeId(NEW_ROW)).toBe("new");
    expect(nodeId({ id: rowId(7), values: [], stray: null })).toBe("7");
  });
});
