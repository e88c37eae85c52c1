/** Duplicates inside a file are told before it comes in: into a sheet, with a key or without, and where it begins a workbook. */
import { expect, it } from "vitest";
import { fieldId, sheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { ImportHints, ImportTarget } from "../../../src/worker/api.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = sheetId("customers");
const HERE: ImportTarget = { type: "sheet", sheet: SHEET };
const BEGINS: ImportTarget = { type: "newWorkbook", setup };

async function withSheet(): Promise<Tab> {
  const tab = await new Tabs({ random: makeRandom(1) }).open();
  await tab.host.create("blank", setup);
  return tab;
}

async function told(tab: Tab, text: string, target: ImportTarget, hints: ImportHints = {}) {
  const preview = await tab.csv.previewCsv(new File([text], "list.csv"), target, hints);
  if (preview.type !== "ready") throw new Error(preview.type);
  const found = await tab.csv.alikeInFile();
  const lines = found?.lines;
  const rows = await tab.csv.diffRows("alike", 0, 100);
  expect(rows.map(({ line }) => line)).toEqual(lines ?? []);
  for (const row of await tab.csv.diffRows("all", 0, 10_000))
    expect(row.like !== null).toBe(lines?.includes(row.line) ?? false);
  return rows.map(({ line, like }) => [line, like]);
}

const LIST =
  "Name,Company,E-mail\nAnn Lee,Acme Ltd,ann@x.de\nBo Berg,,bo@x.de\nA. Lee,ACME,ANN@x.de\nCy,,cy@x.de\nBerg Bo,,\n";
const FOUND = [
  [4, { in: "file", line: 2 }],
  [6, { in: "file", line: 3 }],
];

it("where it begins a workbook", async () => {
  const tab = await new Tabs({ random: makeRandom(1) }).open();
  expect(await told(tab, LIST, BEGINS)).toEqual(FOUND);
});

it("where it begins a workbook beside one that is open", async () => {
  const tab = await withSheet();
  await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: fieldId("name"), value: "Cy" });
  expect(await told(tab, LIST, BEGINS)).toEqual(FOUND);
});

it("into a sheet without a key, also an empty one", async () => {
  expect(await told(await withSheet(), LIST, HERE, { key: [] })).toEqual(FOUND);
});

it("into a sheet: what is like one of its rows is called by that", async () => {
  const tab = await withSheet();
  await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: fieldId("name"), value: "Bo Berg" });
  expect(await told(tab, LIST, HERE, { key: [] })).toEqual([
    [3, { in: "sheet", name: "Bo Berg" }],
    [4, { in: "file", line: 2 }],
    [6, { in: "sheet", name: "Bo Berg" }],
  ]);
});

it("with a key, for what has another key or none", async () => {
  const tab = await withSheet();
  const text = "Code,Name\n1,Ann Lee\n2,Lee Ann\n2,Cy\n,Bo\n,bo\n";
  expect(await told(tab, text, HERE, { key: [fieldId("code")] })).toEqual([
    [3, { in: "file", line: 2 }],
    [6, { in: "file", line: 5 }],
  ]);
});

it("by columns too that the sheet does not have yet", async () => {
  const text = "Name,Shop e-mail\nAnn,shop@x.de\nBo,shop@x.de\n";
  expect(await told(await withSheet(), text, HERE, { key: [] })).toEqual([[3, { in: "file", line: 2 }]]);
});

it("by none that goes nowhere", async () => {
  const text = "Name,E-mail\nAnn,shop@x.de\nBo,shop@x.de\n";
  const hints: ImportHints = {
    key: [],
    mapping: [{ to: "field", field: fieldId("name") }, { to: "nowhere" }],
  };
  expect(await told(await withSheet(), text, HERE, hints)).toEqual([]);
});

it("a row that has the same number twice is not like itself", async () => {
  const text = "Name,Phone,Mobile\nAnn,030 1234567,030 1234567\nBo,030 7654321,\n";
  expect(await told(await withSheet(), text, BEGINS)).toEqual([]);
});

const CHAIN = "Name,Phone,E-mail\nAnn Lee,030 1234567,\nLee,030 1234567,lee@x.de\nBo,,lee@x.de\n";

it("of a chain what looks like none that stays is not to be left out, whether it begins with a row of the sheet or of the file", async () => {
  const begun = await new Tabs({ random: makeRandom(1) }).open();
  expect(await told(begun, CHAIN, BEGINS)).toEqual([
    [3, { in: "file", line: 2 }],
    [4, { in: "file", line: 3 }],
  ]);
  expect((await begun.csv.alikeInFile())?.spare).toEqual([3]);
  expect(await told(begun, CHAIN, BEGINS, { leave: [3] })).toEqual([]);
  const tab = await withSheet();
  await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: fieldId("name"), value: "Ann Lee" });
  expect(await told(tab, CHAIN, HERE, { key: [] })).toHaveLength(3);
  expect((await tab.csv.alikeInFile())?.spare).toEqual([2, 4]);
});

it("left out by their lines, none is like another any more", async () => {
  const tab = await new Tabs({ random: makeRandom(1) }).open();
  expect(await told(tab, LIST, BEGINS, { leave: [4, 6] })).toEqual([]);
});
