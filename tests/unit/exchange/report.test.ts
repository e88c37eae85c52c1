/** What is told of how a file was read: however many lines are no rows, each can be shown. */
import { expect, test } from "vitest";
import type { CsvTable } from "../../../src/exchange/csv/table.ts";
import { linesTold, readTable, reportOf } from "../../../src/exchange/index.ts";

function tableOf(text: string, hints: Parameters<typeof readTable>[1] = {}): CsvTable {
  const read = readTable(new TextEncoder().encode(text), hints);
  if (read.type === "refused") throw new Error(read.why.reason);
  return read;
}

/** Names, then so many rows with the names again below each. */
const repeated = (count: number): string =>
  `Code,Name\r\n${Array.from({ length: count }, (_, row) => `${row + 1},Name ${row + 1}\r\nCode,Name\r\n`).join("")}`;

test("the first lines that are no rows are told at once, and as many more as are asked for", () => {
  const table = tableOf(repeated(90), { leave: [180] });
  expect(reportOf(table, null).excluded).toHaveLength(61);
  expect(reportOf(table, null).excludedCounts).toContainEqual({ why: "repeatedHeader", count: 90 });
  expect(linesTold(table, 60)).toEqual({
    excluded: reportOf(table, null).excluded,
    doubtful: reportOf(table, null).doubtful,
  });
  const all = linesTold(table, 200).excluded;
  expect(all).toHaveLength(91);
  expect(all.at(-1)).toEqual({ line: 181, text: "Code · Name", why: "repeatedHeader" });
  expect(all.filter(({ why }) => why === "chosen")).toHaveLength(1);
});

test("rows that may be none are counted, and told as far as is asked", () => {
  const rows = Array.from({ length: 90 }, (_, row) => `${row},Ann,${row}.00\r\n,Total,7.00\r\n`).join("");
  const table = tableOf(`Code,Name,Revenue\r\n${rows}`);
  const { doubtful, doubtfulCount } = reportOf(table, null);
  expect(doubtful).toHaveLength(60);
  expect(doubtfulCount).toBeGreaterThan(60);
  expect(linesTold(table, 500).doubtful).toHaveLength(doubtfulCount);
});
