/** Columns put in another order in their panel. */
import { describe, expect, it } from "vitest";
import { fieldId, type ViewColumn } from "../../../src/core/model/index.ts";
import { inShownOrder, moved } from "../../../src/ui/columns/arrange.ts";

/** A capital letter is a frozen column. */
const columns = (letters: string): readonly ViewColumn[] =>
  [...letters].map((letter) => ({
    field: fieldId(letter.toLowerCase()),
    width: 100,
    frozen: letter !== letter.toLowerCase(),
    hidden: false,
  }));
const letters = (list: readonly ViewColumn[] | null): string | null =>
  list?.map(({ field, frozen }) => (frozen ? field.toUpperCase() : field)).join("") ?? null;

describe("the order of columns", () => {
  it("has frozen ones first, as the grid shows them", () => {
    expect(letters(inShownOrder(columns("aBcD")))).toBe("BDac");
  });

  it("a column moves by itself, and not beyond the ends", () => {
    expect(letters(moved(columns("abcd"), fieldId("a"), 2))).toBe("bcad");
    expect(letters(moved(columns("abcd"), fieldId("d"), -5))).toBe("dabc");
    expect(moved(columns("abcd"), fieldId("d"), 9)).toBeNull();
  });

  it("among frozen ones it is frozen, among others it is not, and between the two it stays as it was", () => {
    expect(letters(moved(columns("ABcd"), fieldId("d"), 1))).toBe("ADBc");
    expect(letters(moved(columns("ABcd"), fieldId("a"), 3))).toBe("Bcda");
    expect(letters(moved(columns("ABcd"), fieldId("d"), 2))).toBe("ABdc");
    expect(letters(moved(columns("ABCd"), fieldId("a"), 2))).toBe("BCAd");
  });
});
