/** What clicks on headers make of the sort keys. */
import { describe, expect, it } from "vitest";
import { fieldId, type SortKey } from "../../../src/core/model/index.ts";
import { nextSort, sortPlace } from "../../../src/ui/grid/sorting.ts";

const city = fieldId("city");
const tier = fieldId("tier");
const up = (field: typeof city): SortKey => ({ field, direction: "ascending" });
const down = (field: typeof city): SortKey => ({ field, direction: "descending" });

describe("clicks on a header", () => {
  it("go round: ascending, descending, none", () => {
    expect(nextSort([], city, false)).toEqual([up(city)]);
    expect(nextSort([up(city)], city, false)).toEqual([down(city)]);
    expect(nextSort([down(city)], city, false)).toEqual([]);
  });

  it("replace the other keys", () => {
    expect(nextSort([up(tier), down(city)], city, false)).toEqual([]);
    expect(nextSort([up(tier)], city, false)).toEqual([up(city)]);
  });

  it("with Shift add a key, turn it in its place, and take it out", () => {
    expect(nextSort([up(tier)], city, true)).toEqual([up(tier), up(city)]);
    expect(nextSort([up(tier), up(city)], tier, true)).toEqual([down(tier), up(city)]);
    expect(nextSort([down(tier), up(city)], tier, true)).toEqual([up(city)]);
  });
});

describe("a header's place in the sort", () => {
  it("is its rank among all keys", () => {
    expect(sortPlace([up(tier), down(city)], city)).toEqual({ direction: "descending", rank: 2, keys: 2 });
  });

  it("is nothing for a column that does not sort", () => {
    expect(sortPlace([up(tier)], city)).toBeNull();
  });
});
