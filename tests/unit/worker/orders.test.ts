/** The orders of texts that a snapshot keeps: the next opening has them, and is none the worse without. */
import { describe, expect, it } from "vitest";
import {
  fieldId,
  firstView,
  type RowId,
  type SheetId,
  type View,
  workbookId,
} from "../../../src/core/model/index.ts";
import type { CodedColumn } from "../../../src/engine/columns/column.ts";
import { knownOrder, rankSteps } from "../../../src/engine/query/ranks.ts";
import { runNow } from "../../../src/engine/steps.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { CsvJobs } from "../../../src/worker/csv.ts";
import { Host } from "../../../src/worker/host.ts";
import type { Platform } from "../../../src/worker/platform.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { MemoryMirror } from "../../support/storage/memoryMirror.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");
const ROWS = 3000;
const ID = workbookId("w1");

function platformOn(disk: Disk): Platform {
  let known = disk.size > 0;
  return {
    tell: () => undefined,
    listen: () => undefined,
    alone: (_, work) => work(),
    current: async () => (known ? ID : null),
    catalogue: () => new MemoryKeyValue(new Map()),
    remove: async () => false,
    sole: async () => true,
    hold: async () => undefined,
    reserve: () => ID,
    remember: async () => {
      known = true;
    },
    mirror: () => new MemoryMirror(),
    open: () => new MemoryKeyValue(disk),
    now: () => Date.UTC(2026, 10, 23),
  };
}

async function open(disk: Disk) {
  const host = new Host(platformOn(disk));
  return { host, started: await host.start(() => undefined, { notes: [], anew: false, wanted: null }) };
}

function nameColumn(host: Host): CodedColumn {
  const column = host.session.table(SHEET)?.columns.get(NAME);
  if (column?.form !== "coded") throw new TypeError("names are text");
  return column;
}

async function shown(host: Host) {
  await host.questions.query(SHEET, "");
  return (await host.questions.rows(SHEET, 0, ROWS)).map(({ id, values }) => [id, values[1]]);
}

/** Imported, sorted by name, some rows gone, others written over; then a snapshot. */
async function stored(): Promise<{ disk: Disk; rows: unknown }> {
  const disk: Disk = new Map();
  const { host } = await open(disk);
  const jobs = new CsvJobs(host);
  const lines = Array.from(
    { length: ROWS },
    (_, row) => `${row},${["王", "Ä", "b"][row % 3]}${(row * 7919) % 1500}`,
  );
  const file = new File([["Code,Name", ...lines].join("\r\n")], "list.csv");
  const words = templateWords(makeTranslate(() => "en"));
  const target = { type: "newWorkbook", setup: { words, locale: "en", currency: "EUR" } } as const;
  await jobs.previewCsv(file, target, { columnWord: "Column" });
  await jobs.importCsv();
  const sheet = host.session.workbook.sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  const view: View = { ...firstView(sheet), sort: [{ field: NAME, direction: "ascending" }] };
  await host.dispatch({ type: "setView", sheet: SHEET, what: "sort", view });
  const ids = (await host.questions.rows(SHEET, 0, ROWS)).map(({ id }) => id);
  await host.dispatch({ type: "deleteRows", sheet: SHEET, rows: ids.slice(100, 900) });
  await host.dispatch({
    type: "setCell",
    sheet: SHEET,
    row: ids[5] ?? (0 as RowId),
    field: NAME,
    value: "Zoë",
  });
  const rows = await shown(host);
  await host.settled();
  expect(await host.open.commits.store.compact(host.session.snapshot(), 1e12)).toMatchObject({
    type: "published",
  });
  return { disk, rows };
}

describe("orders of texts in a snapshot", () => {
  it("are there at the next opening, checked and taken as they are", async () => {
    const { disk, rows } = await stored();
    const { host } = await open(disk);
    const column = nameColumn(host);
    const known = knownOrder(column);
    expect(known).toMatchObject({ locale: "en" });
    expect(await shown(host)).toEqual(rows);
    expect(runNow(rankSteps(column, "en")).order).toBe(known?.order);
  });

  it("go with the next snapshot too where nobody sorted meanwhile", async () => {
    const { disk } = await stored();
    const { host } = await open(disk);
    expect(await host.open.commits.store.compact(host.session.snapshot(), 1e12)).toMatchObject({
      type: "published",
    });
    const again = await open(disk);
    expect(knownOrder(nameColumn(again.host))).toMatchObject({ locale: "en" });
    expect(keysOf(disk, "t/")).toHaveLength(2);
  });

  it("are made anew where they are damaged, and nothing is called lost", async () => {
    const { disk, rows } = await stored();
    for (const key of keysOf(disk, "t/")) flipBit(disk, key, 0.7);
    const { host, started } = await open(disk);
    expect(started).toMatchObject({ type: "open", damage: [] });
    expect(knownOrder(nameColumn(host))).toBeNull();
    expect(await shown(host)).toEqual(rows);
  });
});
