/** Names of files that are handed to the person. */
import { expect, it } from "vitest";
import { fileName, today } from "../../../src/ui/kit/download.ts";

it.each([
  ["Customers 2026-11-23.csv", "Customers 2026-11-23.csv"],
  ["客户 2026-11-23.csv", "客户 2026-11-23.csv"],
  ['a/b\\c:d*e?f"g<h>i|j.csv', "a b c d e f g h i j.csv"],
  ["..\u0000..csv", "csv"],
  ["   ", "tierbook.csv"],
])("%j becomes %j", (wanted, name) => {
  expect(fileName(wanted)).toBe(name);
});

it("the day is the one on the machine's clock", () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
