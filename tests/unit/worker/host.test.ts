/** The worker's body on real storage code and an in-memory disk: what one host saved, the next one opens. */

import { describe, expect, it } from "vitest";
import {
  DEEPEST_FILTER,
  type FieldId,
  type Filter,
  fieldId,
  type RowId,
  type SheetId,
  type WorkbookId,
  workbookId,
} from "../../../src/core/model/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { openStore } from "../../../src/storage/index.ts";
import { StorageError } from "../../../src/storage/keyvalue.ts";
import type { ImportHints, SaveState, WorkerEvent } from "../../../src/worker/api.ts";
import { CellJobs } from "../../../src/worker/cells.ts";
import { CsvJobs } from "../../../src/worker/csv.ts";
import { Host } from "../../../src/worker/host.ts";
import { openSession } from "../../../src/worker/opening.ts";
import type { Platform } from "../../../src/worker/platform.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { MemoryMirror } from "../../support/storage/memoryMirror.ts";

interface World {
  readonly disks: Map<string, Disk>;
  current: WorkbookId | null;
  /** How many times the catalogue still fails. */
  refusals: number;
}

const setup = {
  words: templateWords(makeTranslate(() => "en")),
  locale: "en",
  currency: "EUR",
};
const CUSTOMERS = "customers" as SheetId;

function platform(world: World): Platform {
  return {
    tell: () => undefined,
    listen: () => undefined,
    alone: (_, work) => work(),
    current: async () => world.current,
    catalogue: () => new MemoryKeyValue(new Map()),
    remove: async () => false,
    sole: async () => true,
    hold: async () => undefined,
    reserve: () => workbookId("w1"),
    remember: async (id) => {
      world.refusals -= 1;
      if (world.refusals >= 0) throw new StorageError({ type: "quota" });
      world.current = id;
    },
    mirror: () => new MemoryMirror(),
    open: (id) => {
      const disk = world.disks.get(id) ?? new Map();
      world.disks.set(id, disk);
      return new MemoryKeyValue(disk);
    },
    now: () => Date.UTC(2026, 10, 23, 12),
  };
}

async function begin(world: World) {
  const events: WorkerEvent[] = [];
  const host = new Host(platform(world));
  const result = await host.start((event) => events.push(event), { notes: [], anew: false, wanted: null });
  return { host, csv: new CsvJobs(host), events, result };
}

const newWorld = (): World => ({ disks: new Map(), current: null, refusals: 0 });

const diskOf = (world: World): Disk => world.disks.get("w1") ?? new Map();

const names = async (host: Host) => {
  await host.questions.query(CUSTOMERS, "");
  return (await host.questions.rows(CUSTOMERS, 0, 3)).map((row) => row.values[1]);
};

const edit = (row: RowId, value: string) =>
  ({ type: "setCell", sheet: CUSTOMERS, row, field: "name" as never, value }) as const;

const csv = (text: string): File => new File([text], "list.csv", { type: "text/csv" });

describe("the host", () => {
  it("opens what it saved: rows, order, undo and redo", async () => {
    const world = newWorld();
    const first = await begin(world);
    expect(first.result).toEqual({ type: "none" });
    await first.host.create("sample", setup);
    const [before] = await first.host.questions.rows(CUSTOMERS, 0, 1);
    const row = before?.id ?? (0 as RowId);
    expect(await first.host.dispatch(edit(row, "Zoë"))).toEqual({ ok: true });
    expect(await first.host.dispatch(edit(row, "Zoë 2"))).toEqual({ ok: true });
    await first.host.dispatch({ type: "undo" });
    expect(await first.host.settled()).toEqual({ state: "saved" });

    const second = await begin(world);
    expect(second.result).toMatchObject({
      type: "open",
      state: { undo: { type: "edit" }, redo: { type: "edit" } },
    });
    expect((await names(second.host))[0]).toBe("Zoë");
    await second.host.dispatch({ type: "redo" });
    expect((await names(second.host))[0]).toBe("Zoë 2");
    await second.host.dispatch({ type: "undo" });
    await second.host.dispatch({ type: "undo" });
    expect((await names(second.host))[0]).toBe(before?.values[1]);
    expect(await second.host.dispatch({ type: "undo" })).toMatchObject({
      refusal: { refused: "nothingToUndo" },
    });
  });

  it("says Saving before it says Saved, and Saved only when the entry is on disk", async () => {
    const world = newWorld();
    const { host, events } = await begin(world);
    await host.create("blank", setup);
    events.length = 0;
    await host.dispatch({ type: "addRow", sheet: CUSTOMERS });
    await host.settled();
    const saves = events.flatMap((event): readonly SaveState["state"][] =>
      event.type === "save" ? [event.save.state] : [],
    );
    expect(saves).toEqual(["saving", "saved"]);
    expect([...(world.disks.get("w1")?.keys() ?? [])].filter((key) => key.startsWith("j/"))).toHaveLength(2);
  });

  it("speaks of being saved for as many requests as it has answered, also of those that change nothing", async () => {
    const world = newWorld();
    const { host, events } = await begin(world);
    await host.create("blank", setup);
    const reports = () =>
      events.flatMap((event) => (event.type === "save" ? [[event.save.state, event.answered]] : []));
    events.length = 0;
    await host.dispatch({ type: "undo" });
    expect(reports(), "refused").toEqual([["saved", 1]]);
    const rows = [host.dispatch({ type: "addRow", sheet: CUSTOMERS }), host.dispatch({ type: "redo" })];
    await Promise.all(rows);
    await host.settled();
    expect(reports().at(-1)).toEqual(["saved", 3]);
    const early = reports().filter(([state, answered]) => state === "saved" && Number(answered) < 2);
    expect(early, "before the row was on disk").toEqual([["saved", 1]]);
  });

  it("imports a file as one change that one undo takes back, and shows no half of it", async () => {
    const world = newWorld();
    const { host, csv: jobs, events } = await begin(world);
    const target = { type: "newWorkbook", setup } as const;
    const preview = await jobs.previewCsv(csv("Code,Name,Points\r\n001,Ann,5\r\n002,王伟,7\r\n"), target, {
      columnWord: "Column",
    });
    expect(preview).toMatchObject({
      type: "ready",
      counts: { added: 2, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
      columns: [{ field: "Code" }, { field: "Name" }, { destination: { to: "newField" }, kind: "number" }],
    });
    expect(await jobs.importCsv()).toMatchObject({
      type: "imported",
      counts: { added: 2, updated: 0, rejected: 0 },
    });
    expect(await jobs.importCsv(), "a preview is used up").toEqual({ type: "nothing" });
    expect(await names(host)).toEqual(["Ann", "王伟"]);
    expect(events.filter((event) => event.type === "changed")).toHaveLength(1);
    await host.dispatch({ type: "undo" });
    expect(await host.questions.query(CUSTOMERS, "")).toMatchObject({ matching: 0, total: 0, places: 0 });
    await host.dispatch({ type: "redo" });
    await host.settled();
    const again = await begin(world);
    expect(await names(again.host)).toEqual(["Ann", "王伟"]);
  });

  it("reads a file once, whatever is decided about its lines", async () => {
    const { csv: jobs } = await begin(newWorld());
    const file = csv("Code,Name\r\n001,Ann\r\n002,Bo\r\nTotal,\r\n");
    let reads = 0;
    const whole = file.arrayBuffer.bind(file);
    file.arrayBuffer = () => {
      reads += 1;
      return whole();
    };
    const added = async (hints: {
      readonly keep?: readonly number[];
      readonly leave?: readonly number[];
    }) => {
      const found = await jobs.previewCsv(
        file,
        { type: "newWorkbook", setup },
        { columnWord: "Column", ...hints },
      );
      return found.type === "ready" ? [found.counts.added, found.how.excluded.map(({ line }) => line)] : null;
    };
    expect(await added({})).toEqual([2, [4]]);
    expect(await added({ leave: [2] })).toEqual([1, [2, 4]]);
    expect(await added({ leave: [2], keep: [4] })).toEqual([2, [2]]);
    expect(await added({})).toEqual([2, [4]]);
    expect(reads).toBe(1);
  });

  it("finds its rows again by what a list without names was said to hold", async () => {
    const { csv: jobs } = await begin(newWorld());
    const list = csv("王小明,13800138000\r\n李娜,13912345678\r\n");
    const to = (field: string) => ({ to: "field", field: fieldId(field) }) as const;
    const hints = { columnWord: "Column", mapping: [to("name"), to("mobile")] };
    await jobs.previewCsv(list, { type: "newWorkbook", setup }, hints);
    await jobs.importCsv();
    const again = await jobs.previewCsv(list, { type: "sheet", sheet: CUSTOMERS }, { columnWord: "Column" });
    expect(again).toMatchObject({ remembered: true, key: ["mobile"], counts: { added: 0, unchanged: 2 } });
  });

  it("asks about the dates and the decimals of a file once, and not again about the next with its columns", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    await host.create("blank", setup);
    const target = { type: "sheet", sheet: CUSTOMERS } as const;
    const preview = async (text: string, answers: Pick<ImportHints, "dayOrder" | "decimal"> = {}) => {
      const found = await jobs.previewCsv(csv(text), target, { columnWord: "Column", ...answers });
      if (found.type !== "ready") throw new Error(found.type);
      return { dates: found.dates, decimals: found.decimals };
    };
    const head = "Code,Revenue,Last contact\r\n";
    const first = `${head}001,"1,50",03/04/2025\r\n002,2.25,05/06/2025\r\n`;
    expect(await preview(first)).toMatchObject({
      dates: { needed: true, answer: null },
      decimals: { needed: true, answer: null },
    });
    expect(await preview(first, { dayOrder: "dmy", decimal: "," })).toMatchObject({
      dates: { needed: false, answer: "dmy" },
      decimals: { needed: false, answer: "," },
    });
    await jobs.importCsv();
    const next = `${head}003,"3,50",07/08/2025\r\n004,4.25,01/02/2025\r\n`;
    expect(await preview(next)).toMatchObject({
      dates: { needed: false, answer: "dmy" },
      decimals: { needed: false, answer: "," },
    });
  });

  it("reads a later file as it shows itself, whatever was answered about the one before", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    await host.create("blank", setup);
    const target = { type: "sheet", sheet: CUSTOMERS } as const;
    const head = "Code,Revenue,Balance\r\n";
    const answered = { columnWord: "Column", decimal: "," } as const;
    await jobs.previewCsv(csv(`${head}001,"1,50","2,50"\r\n002,2.25,"3,75"\r\n`), target, answered);
    await jobs.importCsv();
    await jobs.previewCsv(csv(`${head}003,"1,234.50","1,500"\r\n004,99.95,"2,250"\r\n`), target, {
      columnWord: "Column",
    });
    await jobs.importCsv();
    const sheet = host.session.workbook.sheets[0];
    const balance = sheet?.fields.find(({ name }) => name === "Balance");
    if (balance === undefined) throw new Error("the file has a balance");
    await host.questions.query(CUSTOMERS, "");
    const at = sheet?.fields.indexOf(balance) ?? -1;
    const values = (await host.questions.rows(CUSTOMERS, 0, 4)).map((row) => row.values[at]);
    const unit = 10 ** (balance.type.storage === "integer" ? balance.type.decimals : 0);
    expect(values.slice(-2)).toEqual([1500 * unit, 2250 * unit]);
  });

  it("begins a workbook with a column of its own under the name of a field that it is not", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    const file = csv('Code,Name,Revenue\r\n1,Ann,"1.500,-"\r\n2,Bo,$2.25\r\n3,Cy,x\r\n');
    await jobs.previewCsv(file, { type: "newWorkbook", setup }, { columnWord: "Column" });
    expect(await jobs.importCsv()).toMatchObject({ type: "imported", counts: { added: 3 } });
    const names = host.session.workbook.sheets[0]?.fields.map(({ name }) => name) ?? [];
    expect(names).toContain("Revenue");
    expect(new Set(names).size).toBe(names.length);
  });

  it("a column that a file brings never takes the id of one that was deleted", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    await host.create("blank", setup);
    const target = { type: "sheet", sheet: CUSTOMERS } as const;
    const bring = async (): Promise<FieldId> => {
      await jobs.previewCsv(csv("Code,Points\r\n001,5\r\n"), target, { columnWord: "Column" });
      await jobs.importCsv();
      const points = host.session.workbook.sheets[0]?.fields.find(({ name }) => name === "Points");
      if (points === undefined) throw new Error("the file has points");
      return points.id;
    };
    const first = await bring();
    await host.dispatch({ type: "deleteField", sheet: CUSTOMERS, field: first });
    expect(await bring()).not.toBe(first);
  });

  it("a workbook that the catalogue does not know of yet is not called saved", async () => {
    const world = newWorld();
    world.refusals = 3;
    const { host, events } = await begin(world);
    await host.create("blank", setup);
    expect(await host.settled()).toEqual({ state: "failed", failure: { type: "quota" } });
    expect(world.current).toBeNull();
    await expect
      .poll(() => events.at(-1), { timeout: 5000 })
      .toMatchObject({ type: "save", save: { state: "saved" } });
    expect(world.current).toBe("w1");
  });

  /** Writes a snapshot of what is on disk, as the host does after many changes. */
  async function compact(world: World): Promise<void> {
    const id = workbookId("w1");
    const opened = await openStore(new MemoryKeyValue(diskOf(world)), id, (work) => work());
    if (opened.type !== "open") throw new Error(opened.type);
    const session = await openSession(id, opened, {
      newType: () => ({ storage: "text" }),
      today: () => 20_000,
    });
    if (session === null) throw new Error("nothing opens");
    expect(await opened.store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
  }

  it("never gives a row's id twice, not even after the last row was deleted and the workbook reopened", async () => {
    const world = newWorld();
    const { host } = await begin(world);
    await host.create("sample", setup);
    const added = await host.dispatch({ type: "addRow", sheet: CUSTOMERS });
    const row = added.ok ? added.row : undefined;
    await host.dispatch({ type: "deleteRows", sheet: CUSTOMERS, rows: [row ?? (0 as RowId)] });
    await host.settled();
    await compact(world);
    const again = (await begin(world)).host;
    expect(await again.dispatch({ type: "addRow", sheet: CUSTOMERS })).toEqual({
      ok: true,
      row: (row ?? 0) + 1,
    });
  });

  it("opens after a damaged entry that its snapshot holds already, and undoes nothing across the gap", async () => {
    const world = newWorld();
    const { host } = await begin(world);
    await host.create("sample", setup);
    const [first] = await host.questions.rows(CUSTOMERS, 0, 1);
    const row = first?.id ?? (0 as RowId);
    for (const name of ["a", "b", "c"]) await host.dispatch(edit(row, name));
    await host.dispatch({ type: "undo" });
    await host.settled();
    await compact(world);
    const [, , , lost = ""] = keysOf(diskOf(world), "j/");
    flipBit(diskOf(world), lost, 0.5);
    const again = await begin(world);
    expect(again.result).toMatchObject({ type: "open", state: { undo: null, redo: null } });
    expect((await names(again.host))[0]).toBe("b");
    await again.host.dispatch(edit(row, "d"));
    await again.host.dispatch({ type: "undo" });
    expect((await names(again.host))[0]).toBe("b");
  });

  it("an empty database of a workbook that the catalogue knows is a loss, and never a new beginning", async () => {
    const world = newWorld();
    const first = await begin(world);
    await first.host.create("sample", setup);
    await first.host.settled();
    world.disks.clear();
    expect((await begin(world)).result).toEqual({ type: "setBack", witness: null, found: null });
  });

  it("refuses what does not fit, and leaves everything as it is", async () => {
    const { host } = await begin(newWorld());
    await host.create("sample", setup);
    const before = await names(host);
    const refused = { ok: false, refusal: { refused: "wrongValue" } };
    const [row] = await host.questions.rows(CUSTOMERS, 0, 1);
    const id = row?.id ?? (0 as RowId);
    const write = (field: string, value: never) =>
      host.dispatch({ type: "setCell", sheet: CUSTOMERS, row: id, field: field as never, value });
    expect(await write("revenue", 1.5 as never)).toEqual(refused);
    expect(await write("tier", "platinum" as never)).toEqual(refused);
    expect(await write("name", 5 as never)).toEqual(refused);
    expect(await host.dispatch(edit(99_999 as RowId, "x"))).toMatchObject({
      refusal: { refused: "gone", what: "row" },
    });
    const view = host.session.workbook.sheets[0]?.views[0];
    if (view === undefined) throw new Error("the sample has a view");
    const nested = (depth: number): Filter =>
      depth === 0 ? { op: "empty", field: fieldId("name") } : { op: "and", parts: [nested(depth - 1)] };
    const filterBy = (filter: Filter) =>
      host.dispatch({ type: "setView", sheet: CUSTOMERS, what: "filter", view: { ...view, filter } });
    expect(await filterBy(nested(DEEPEST_FILTER + 1))).toEqual({
      ok: false,
      refusal: { refused: "filterTooDeep" },
    });
    expect(await names(host)).toEqual(before);
    expect(await filterBy(nested(DEEPEST_FILTER))).toEqual({ ok: true });
  });

  it("counts a column's values, totals a range and groups rows, all of the last query", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    const file = csv("Name,City,Revenue\r\nAnn,Oslo,10.50\r\nBo,Oslo,0.25\r\nCy,Rome,1.00\r\nDi,,\r\n");
    await jobs.previewCsv(file, { type: "newWorkbook", setup }, { columnWord: "Column" });
    await jobs.importCsv();
    await host.questions.query(CUSTOMERS, "o");
    const [city, revenue] = [fieldId("city"), fieldId("revenue")];
    expect(await host.questions.facet(CUSTOMERS, city, { limit: 10, search: "" })).toEqual({
      values: [
        { atom: "Oslo", count: 2 },
        { atom: "Rome", count: 1 },
      ],
      empty: 0,
      distinct: 2,
      truncated: false,
    });
    const picked = { fields: [city, revenue], boxes: [{ top: 0, left: 0, bottom: 1, right: 1 }] };
    expect(await new CellJobs(host).summarise(CUSTOMERS, picked)).toMatchObject({
      cells: 4,
      filled: 4,
      numeric: 2,
      numbers: { sum: { value: 1075n, decimals: 2 }, average: { value: 53_750n, decimals: 4 } },
    });
    const field = host.session.workbook.sheets[0]?.fields.find(({ id }) => id === city);
    if (field === undefined) throw new Error("the template has cities");
    expect(await host.questions.groups(CUSTOMERS, [{ field }], [])).toMatchObject({
      type: "groups",
      groups: [{ keys: ["Oslo"] }, { keys: ["Rome"] }],
    });
    const view = host.session.workbook.sheets[0]?.views[0];
    if (view === undefined) throw new Error("the template has a view");
    const grouped = { ...view, group: [{ field: city }] };
    await host.dispatch({ type: "setView", sheet: CUSTOMERS, what: "group", view: grouped });
    await host.questions.query(CUSTOMERS, "");
    const whole = await host.questions.columnTotals(CUSTOMERS, [{ field: revenue, total: "sum" }]);
    await host.questions.fold(CUSTOMERS, null, true);
    expect(
      await host.questions.columnTotals(CUSTOMERS, [{ field: revenue, total: "sum" }]),
      "what is folded away counts",
    ).toEqual(whole);
    const filter: Filter = { op: "oneOf", field: city, atoms: ["Rome"] };
    await host.dispatch({ type: "setView", sheet: CUSTOMERS, what: "filter", view: { ...view, filter } });
    const regrouped = await host.questions.groups(CUSTOMERS, [{ field }], []);
    expect(regrouped, "a filter that is not asked for yet counts").toMatchObject({
      groups: [{ keys: ["Rome"] }],
    });
    expect(await host.questions.facet("gone" as SheetId, city, { limit: 1, search: "" })).toBeNull();
  });

  it("finds numbers as a German workbook shows them, in the search and in a checklist", async () => {
    const { host, csv: jobs } = await begin(newWorld());
    const file = csv("Name;City;Revenue\r\nAnn;Oslo;12,50\r\nBo;Oslo;1.250,00\r\nCy;Rome;1,00\r\n");
    const german = { ...setup, locale: "de-DE" };
    await jobs.previewCsv(file, { type: "newWorkbook", setup: german }, { columnWord: "Column" });
    await jobs.importCsv();
    const revenue = fieldId("revenue");
    for (const [search, name, atom] of [
      ["12,50", "Ann", 1250],
      ["1.250,00", "Bo", 125_000],
      ["1250.00", "Bo", 125_000],
    ] as const) {
      await host.questions.query(CUSTOMERS, "");
      const listed = await host.questions.facet(CUSTOMERS, revenue, { limit: 10, search });
      expect(listed?.values).toEqual([{ atom, count: 1 }]);
      expect(await host.questions.query(CUSTOMERS, search)).toMatchObject({ matching: 1 });
      expect((await host.questions.rows(CUSTOMERS, 0, 1))[0]?.values).toContain(name);
    }
  });

  it("answers a filter of a thousand conditions, and gives up a query for a newer one", async () => {
    const { host } = await begin(newWorld());
    await host.create("sample", setup);
    const view = host.session.workbook.sheets[0]?.views[0];
    if (view === undefined) throw new Error("the sample has a view");
    const parts = Array.from(
      { length: 1000 },
      (_, n): Filter => ({ op: "notContains", field: fieldId("name"), text: `${n}` }),
    );
    await host.dispatch({
      type: "setView",
      sheet: CUSTOMERS,
      what: "filter",
      view: { ...view, filter: { op: "and", parts } },
    });
    expect(await host.questions.query(CUSTOMERS, "")).toMatchObject({
      matching: 500,
      total: 500,
      places: 500,
    });
    const answers = await Promise.all(
      ["a", "ab", "abc"].map((search) => host.questions.query(CUSTOMERS, search)),
    );
    expect(answers.at(-1)).toMatchObject({ total: 500 });
    expect(await host.questions.query(CUSTOMERS, "x".repeat(10_000))).toMatchObject({
      matching: 0,
      total: 500,
      places: 0,
    });
  });

  it("tells with each answer how many of the rows that were asked to be added it counts in", async () => {
    const world = newWorld();
    const { host } = await begin(world);
    await host.create("blank", setup);
    const add = (value: string) =>
      host.dispatch({ type: "addRow", sheet: CUSTOMERS, field: fieldId("name"), value });
    const told: (readonly [added: number, total: number])[] = [];
    const ask = async (): Promise<void> => {
      const { added = -1, total = -1 } = (await host.questions.query(CUSTOMERS, "")) ?? {};
      told.push([added, total]);
    };
    await ask();
    await Promise.all([add("a"), ask(), add("b"), add("c"), ask(), ask()]);
    // One that is refused is dealt with too, and no row.
    await host.dispatch({ type: "addRow", sheet: CUSTOMERS, field: fieldId("gone"), value: "d" });
    await ask();
    for (const [added, total] of told.slice(0, -1)) expect(total).toBe(added);
    expect(told.at(-1)).toEqual([4, 3]);
  });
});
