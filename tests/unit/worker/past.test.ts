/** The history through the worker's body: undo that lasts, its limit, and the past as what every question is answered from. */
import { describe, expect, it } from "vitest";
import { type RowId, type SheetId, type WorkbookId, workbookId } from "../../../src/core/model/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { openStore } from "../../../src/storage/index.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { Host } from "../../../src/worker/host.ts";
import { openSession } from "../../../src/worker/opening.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { MemoryMirror } from "../../support/storage/memoryMirror.ts";

const DAY = 86_400_000;
const CUSTOMERS = "customers" as SheetId;
const ID = workbookId("w1");
const setup = { words: templateWords(makeTranslate(() => "en")), locale: "en", currency: "EUR" };

class World {
  readonly disk: Disk = new Map();
  private current: WorkbookId | null = null;
  now = Date.UTC(2026, 10, 23, 12);

  async begin(): Promise<Host> {
    const host = new Host({
      tell: () => undefined,
      listen: () => undefined,
      alone: (_, work) => work(),
      current: async () => this.current,
      catalogue: () => new MemoryKeyValue(new Map()),
      remove: async () => false,
      sole: async () => true,
      hold: async () => undefined,
      reserve: () => ID,
      remember: async (id) => {
        this.current = id;
      },
      mirror: () => new MemoryMirror(),
      open: () => new MemoryKeyValue(this.disk),
      now: () => this.now,
    });
    await host.start(() => undefined, { notes: [], anew: false, wanted: null });
    return host;
  }

  async compact(): Promise<void> {
    const opened = await openStore(new MemoryKeyValue(this.disk), ID, (work) => work());
    if (opened.type !== "open") throw new Error(opened.type);
    const environment = { newType: () => ({ storage: "text" as const }), today: () => 20_000 };
    const session = await openSession(ID, opened, environment);
    if (session === null) throw new Error("nothing opens");
    expect(await opened.store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
  }
}

const rename = (host: Host, row: RowId, value: string) =>
  host.dispatch({ type: "setCell", sheet: CUSTOMERS, row, field: "name" as never, value });

async function first(host: Host) {
  await host.questions.query(CUSTOMERS, "");
  const [row] = await host.questions.rows(CUSTOMERS, 0, 1);
  if (row === undefined) throw new Error("no rows");
  return row;
}

const nameOf = async (host: Host) => (await first(host)).values[1];

/** A sample with three edits of the first row's name. */
async function sample(world: World): Promise<Host> {
  const host = await world.begin();
  await host.create("sample", setup);
  const { id } = await first(host);
  for (const name of ["a", "b", "c"]) {
    world.now += DAY;
    await rename(host, id, name);
  }
  await host.settled();
  return host;
}

describe("undo", () => {
  it("reaches back over a reload to steps that are older than the snapshot, and redo forth again", async () => {
    const world = new World();
    await sample(world);
    await world.compact();
    const host = await world.begin();
    await host.dispatch({ type: "undo" });
    await host.dispatch({ type: "undo" });
    expect(await nameOf(host)).toBe("a");
    await host.settled();
    await world.compact();
    const again = await world.begin();
    await again.dispatch({ type: "redo" });
    expect(await nameOf(again)).toBe("b");
  });

  it("goes as far as the owner wants, in steps or in days, and the rest stays in the history", async () => {
    const world = new World();
    const host = await sample(world);
    const limit = (unit: "steps" | "days", count: number) =>
      host.dispatch({ type: "setUndoReach", reach: { unit, count } });
    const undo = () => host.dispatch({ type: "undo" });
    const nothing = { ok: false, refusal: { refused: "nothingToUndo" } };
    await limit("steps", 2);
    await rename(host, (await first(host)).id, "d");
    await undo();
    expect(await nameOf(host)).toBe("c");
    await rename(host, (await first(host)).id, "e");
    await limit("days", 1);
    world.now += 2 * DAY;
    expect(await undo()).toEqual(nothing);
    await rename(host, (await first(host)).id, "f");
    expect(await undo()).toEqual({ ok: true });
    expect(await undo()).toEqual(nothing);
    expect((await host.past.history(host.ground, null, 100)).steps).toHaveLength(11);
    expect(await limit("days", 0)).toEqual({ ok: false, refusal: { refused: "wrongValue" } });
    world.now -= 2 * DAY;
    const again = await world.begin();
    expect(again.session.workbook.settings.undoReach).toEqual({ unit: "days", count: 1 });
  });

  it("counts the steps of a limit, which a reload does not lengthen", async () => {
    const world = new World();
    const host = await sample(world);
    await host.dispatch({ type: "setUndoReach", reach: { unit: "steps", count: 1 } });
    await rename(host, (await first(host)).id, "d");
    await host.dispatch({ type: "undo" });
    await host.settled();
    const again = await world.begin();
    expect(await again.dispatch({ type: "undo" })).toMatchObject({ ok: false });
    expect(await again.dispatch({ type: "redo" })).toEqual({ ok: true });
  });
});

describe("the history", () => {
  it("tells each step, newest first and page by page, with what an edit replaced and what was undone", async () => {
    const world = new World();
    const host = await sample(world);
    const before = await nameOf(host);
    await host.dispatch({ type: "undo" });
    const page = await host.past.history(host.ground, null, 2);
    expect(page).toMatchObject({
      steps: [
        { seq: 5, action: "undo", cause: { type: "edit" }, undone: false, edit: null },
        { seq: 4, action: "do", undone: true, edit: { before: "b", after: before } },
      ],
      earlier: 4,
    });
    expect(await host.past.history(host.ground, page.earlier, 100)).toMatchObject({
      steps: [{ seq: 3, undone: false }, { seq: 2 }, { seq: 1, cause: { type: "create" }, undone: false }],
      earlier: null,
    });
  });
});

describe("the past", () => {
  it("answers every question while it is looked at, may be sorted and searched, and is not written to", async () => {
    const world = new World();
    const host = await sample(world);
    const { id } = await first(host);
    const looked = await host.past.lookBack(host.ground, 2);
    expect(looked).toMatchObject({ type: "past", past: { seq: 2, sheet: CUSTOMERS } });
    expect(await first(host)).toMatchObject({ id, mark: ["name"] });
    expect(await nameOf(host)).toBe("a");
    expect(await rename(host, id, "x")).toEqual({ ok: false, refusal: { refused: "past" } });
    expect(await host.dispatch({ type: "undo" })).toEqual({ ok: false, refusal: { refused: "past" } });
    const view = host.shown.workbook.sheets[0]?.views[0];
    if (view === undefined) throw new Error("no view");
    const sort = [{ field: "name" as never, direction: "descending" as const }];
    const sorting = { type: "setView", sheet: CUSTOMERS, what: "sort", view: { ...view, sort } } as const;
    expect(await host.dispatch(sorting)).toEqual({ ok: true });
    await host.questions.query(CUSTOMERS, "");
    expect(host.past.firstMarked(CUSTOMERS)?.place).toBeGreaterThan(0);
    const request = { sheet: CUSTOMERS, scope: { scope: "view" }, preset: "plain" } as const;
    const written = await new ExportJobs(host).write(request, { file: "a", language: "en" }, null);
    const csv = written.type === "written" ? await written.blob?.text() : undefined;
    expect(csv?.split(/\r?\n/)[0]).toContain("Name");
    host.past.leave();
    expect(await nameOf(host)).toBe("c");
    expect(host.session.seq).toBe(4);
    expect((await first(host)).mark).toBeUndefined();
  });

  it("is restored as a step of its own that lasts over a reload, and a restored sameness is none", async () => {
    const world = new World();
    const host = await sample(world);
    const { id } = await first(host);
    await host.dispatch({ type: "deleteRows", sheet: CUSTOMERS, rows: [id] });
    await host.past.lookBack(host.ground, 3);
    const row = { what: "row", sheet: CUSTOMERS, row: id } as const;
    expect(await host.restore(row)).toEqual({ ok: true, changed: true });
    expect(await host.restore(row)).toEqual({ ok: true, changed: false });
    host.past.leave();
    expect(await nameOf(host)).toBe("b");
    await host.settled();
    const again = await world.begin();
    expect(again.session.history.undo?.cause).toMatchObject({ type: "restoreRow" });
    await again.dispatch({ type: "undo" });
    expect((await first(again)).id).not.toBe(id);
  });
});
