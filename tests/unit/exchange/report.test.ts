/** What is told of how a file was read: however many lines are no rows, each can be shown, and so can a doubt about quotes. */
import { expect, test } from "vitest";
import type { CsvTable } from "../../../src/exchange/csv/table.ts";
import { linesTold, readTable, reportOf } from "../../../src/exchange/index.ts";

function tableOf(text: string, hints: Parameters<typeof readTable>[1] = {}): CsvTable {
  const read = readTable(new TextEncoder().encode(text), hints);
  if (read.type === "refused") throw new Error(read.why.reason);
  return read;
}

const head = (text: string) => new TextEncoder().encode(text);
const quoteOf = (text: string, hints: Parameters<typeof readTable>[1] = {}) =>
  reportOf(tableOf(text, hints), head(text)).quote;

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

test("quotes are told where a file may mean others: cells between single ones, and not apostrophes", () => {
  expect(quoteOf("Code,Name\r\n1,'Lee'\r\n2,Bo\r\n")).toBe('"');
  expect(quoteOf("Code,Name\r\n1,Bo\r\n2,'Lee")).toBeNull();
  expect(quoteOf("Code,Name\r\n1,'=1+1\r\n2,'=2+2\r\n3,O'Hara\r\n4,rock 'n' roll\r\n")).toBeNull();
  expect(quoteOf('Code,Name\r\n1,"Lee, Ann"\r\n2,Bo\r\n')).toBeNull();
  const single = "'Code','Name'\r\n'A1','Lee'\r\n'A2','Day'\r\n'A3','Fox'\r\n";
  expect(quoteOf(single)).toBe("'");
  expect(quoteOf(single, { quote: '"' })).toBe('"');
});
