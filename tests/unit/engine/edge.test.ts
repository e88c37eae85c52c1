import { expect, it } from "vitest";
import { edgeFrom } from "../../../src/engine/query/edge.ts";

const go = (cells: string, from: number, step: 1 | -1) =>
  edgeFrom((place) => cells[place] === "x", cells.length, from, step);

it("goes to the end of a run, over a gap to the next cell, and else to the sheet's end", () => {
  expect(go("xxx..xx", 0, 1)).toBe(2);
  expect(go("xxx..xx", 2, 1)).toBe(5);
  expect(go("xxx..xx", 5, 1)).toBe(6);
  expect(go("xxx....", 2, 1)).toBe(6);
  expect(go("xxx..xx", 6, -1)).toBe(5);
  expect(go("xxx..xx", 5, -1)).toBe(2);
  expect(go("...xx", 3, -1)).toBe(0);
  expect(go("x", 0, 1)).toBe(0);
  expect(go("", 0, 1)).toBe(0);
});
