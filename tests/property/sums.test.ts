/** Which rows are totals of those above them is what adding up anew for each of them tells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextColumn } from "../../src/exchange/csv/columns.ts";
import { sumRows } from "../../src/exchange/csv/sums.ts";
import { check } from "../support/property.ts";

/** Null: an empty cell. */
type Cells = readonly (number | null)[];

function columnOf(cells: Cells): TextColumn {
  const dictionary = [...new Set(cells.flatMap((cell) => (cell === null ? [] : [cell.toFixed(2)])))];
  const codes = cells.map((cell) => (cell === null ? 0 : dictionary.indexOf(cell.toFixed(2)) + 1));
  return { dictionary, codes: Uint32Array.from(codes) };
}

/** Of at least two numbers, back to the beginning or to a row aside. */
function isSum(cells: Cells, aside: ReadonlySet<number>, row: number): boolean {
  const wanted = cells[row] ?? 0;
  if (wanted === 0) return false;
  const starts = [...aside, -1].filter((start) => start < row);
  return starts.some((start) => {
    const numbers = cells.filter((cell, at) => at > start && at < row && !aside.has(at) && cell !== null);
    const sum = numbers.reduce((all: number, each) => all + (each ?? 0), 0);
    return numbers.length > 1 && Math.abs(sum - wanted) < 0.011;
  });
}

describe("sums in a table", () => {
  it("are found as if each was added up by itself", () => {
    let found = 0;
    const cell = fc.option(fc.integer({ min: -2, max: 6 }), { freq: 5 });
    const column = fc.array(cell, { minLength: 12, maxLength: 12 });
    const places = fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 6 });
    check(
      fc.property(fc.array(column, { maxLength: 3 }), places, places, (columns, totals, others) => {
        const aside = new Set([...totals, ...others]);
        const naive = totals.filter((row) => columns.some((cells) => isSum(cells, aside, row)));
        const sums = sumRows(columns.map(columnOf), aside, new Set(totals));
        expect([...sums].sort()).toEqual(naive.sort());
        found += naive.length;
      }),
      2000,
    );
    expect(found).toBeGreaterThan(200);
  });

  it("are those of their own part only where very many rows are named like one", () => {
    const cells = Array.from({ length: 300 }, () => 0.5);
    const totals = new Set(cells.keys());
    totals.delete(0);
    expect(sumRows([columnOf([1, 2, 3])], new Set([2]), new Set([2]))).toEqual(new Set([2]));
    expect(sumRows([columnOf(cells)], totals, totals)).toEqual(new Set());
    const parts = columnOf([...Array.from({ length: 250 }, () => [1, 2, 3]).flat(), 750]);
    const named = new Set(Array.from({ length: 251 }, (_, at) => Math.min(at * 3 + 2, 750)));
    expect(sumRows([parts], named, named).size).toBe(250);
  });
});
