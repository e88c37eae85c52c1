import { describe, expect, it } from "vitest";
import {
  added,
  afterReorder,
  boxesOf,
  cycled,
  everything,
  extended,
  isSingle,
  only,
  span,
} from "../../../src/ui/grid/selection/ranges.ts";

const size = { rows: 1_000_000, columns: 13 };
const at = (row: number, column: number) => ({ row, column });

describe("a selection", () => {
  it("is one cell, then a range to whichever corner it is extended to", () => {
    const cell = only(at(5, 2));
    expect(isSingle(cell)).toBe(true);
    const up = extended(cell, at(3, 4));
    expect(boxesOf(up, size)).toEqual([{ top: 3, left: 2, bottom: 5, right: 4 }]);
    expect(up.active).toEqual(at(5, 2));
    expect(boxesOf(extended(up, at(6, 0)), size)).toEqual([{ top: 5, left: 0, bottom: 6, right: 2 }]);
  });

  it("of whole rows, columns and everything is whole at any size, and as small as one of a cell", () => {
    const rows = extended(span("rows", at(4, 3)), at(6, 3));
    expect(boxesOf(rows, size)).toEqual([{ top: 4, left: 0, bottom: 6, right: 12 }]);
    const columns = span("columns", at(9, 1), at(9, 2));
    expect(boxesOf(columns, size)).toEqual([{ top: 0, left: 1, bottom: 999_999, right: 2 }]);
    expect(boxesOf(columns, { rows: 0, columns: 13 })).toEqual([]);
    const all = everything(only(at(7, 7)));
    expect(boxesOf(all, { rows: 3, columns: 2 })).toEqual([{ top: 0, left: 0, bottom: 2, right: 1 }]);
    expect(all.active).toEqual(at(7, 7));
  });

  it("lets Tab and Enter go round through all its ranges", () => {
    const both = extended(added(extended(only(at(0, 0)), at(1, 1)), "cells", at(5, 5)), at(5, 6));
    const across: string[] = [];
    let now = both;
    for (let n = 0; n < 7; n++) {
      across.push(`${now.active.row}${now.active.column}`);
      now = cycled(now, size, "across", 1);
    }
    expect(across).toEqual(["55", "56", "00", "01", "10", "11", "55"]);
    expect(cycled(both, size, "across", -1).active).toEqual(at(1, 1));
    const down = cycled(extended(only(at(0, 0)), at(1, 1)), size, "down", 1);
    expect(down.active).toEqual(at(1, 0));
    expect(cycled(down, size, "down", 1).active).toEqual(at(0, 1));
  });

  it("keeps columns where rows move, and of cells only the one with the cursor", () => {
    const columns = span("columns", at(9, 1));
    expect(afterReorder(columns)).toBe(columns);
    expect(afterReorder(extended(only(at(2, 2)), at(8, 8)))).toEqual(only(at(2, 2)));
  });
});
