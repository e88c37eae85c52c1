/** Several workbooks: what is done to one is done wholly or not at all, and never to another. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type SheetId, type WorkbookId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { Mirror, rememberWorkbook } from "../../../src/storage/index.ts";
import { type KeyValue, StorageError } from "../../../src/storage/keyvalue.ts";
import type { Shelved } from "../../../src/worker/api.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { MemoryKeyValue } from "../../support/storage/memory.ts";
import { pictureOf } from "../../support/storage/script.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const FIRST = workbookId("w1");
const COPY = workbookId("w2");

let tabs: Tabs;
let tab: Tab;
/** Writes until the disk of the copy fails; none by default. */
let writes = Number.POSITIVE_INFINITY;

/** What happens while a workbook is read. */
let reading = async (): Promise<void> => undefined;

/** Fails every write after the first few. */
function failing(kv: KeyValue): KeyValue {
  const fail = (): void => {
    writes -= 1;
    if (writes < 0) throw new StorageError({ type: "quota" });
  };
  return {
    get: (key) => kv.get(key),
    getMany: async (keys) => {
      await reading();
      return kv.getMany(keys);
    },
    keys: (prefix, from) => kv.keys(prefix, from),
    delete: (keys) => kv.delete(keys),
    add: async (key, bytes, anchor) => {
      fail();
      return kv.add(key, bytes, anchor);
    },
    putMany: async (entries) => {
      fail();
      return kv.putMany(entries);
    },
  };
}

const names = async (): Promise<readonly (readonly [WorkbookId, string, boolean])[]> =>
  (await tab.host.shelf.list([])).map(({ id, name, deleted }) => [id, name, deleted !== null] as const);

/** A new tab on that workbook. */
async function openOther(id: WorkbookId): Promise<Tab> {
  tabs.current = id;
  return tabs.open();
}

beforeEach(async () => {
  writes = Number.POSITIVE_INFINITY;
  tabs = new Tabs({
    random: makeRandom(3),
    through: (kv) => failing(kv),
  });
  tab = await tabs.open();
  await tab.host.create("sample", setup);
  await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: "name" as never, value: "Zoë" });
  await tab.host.settled();
  await rememberWorkbook(tabs.catalogue, { id: FIRST, name: "First", opened: 1000 });
});

describe("the shelf", () => {
  it("duplicates a workbook with its history, so that what was undone before can be redone in the copy", async () => {
    await tab.host.dispatch({ type: "undo" });
    await tab.host.settled();
    const done = await tab.host.shelf.carryOut({ type: "duplicate", id: FIRST, name: "Second" }, []);
    expect(done).toMatchObject({ type: "done", note: { key: `tierbook-witness/${COPY}` } });
    expect(await names()).toEqual([
      [FIRST, "First", false],
      [COPY, "Second", false],
    ]);
    const other = await openOther(COPY);
    expect(other.started).toMatchObject({ type: "open", damage: [] });
    expect(other.host.session.workbook.settings.name).toBe("Second");
    const { workbook: _, ...rows } = pictureOf(other.host.session);
    expect(tab.host.session.table(SHEET)?.rowCount).toBeGreaterThan(400);
    expect(pictureOf(tab.host.session)).toMatchObject(rows);
    await other.host.dispatch({ type: "undo" });
    expect(other.host.session.workbook.settings.name).toBe(tab.host.session.workbook.settings.name);
    await other.host.settled();
    expect((await openOther(FIRST)).host.session.workbook.id).toBe(FIRST);
  });

  it("lists no half of a copy, at whichever write the disk is full", async () => {
    let whole = 0;
    for (let most = 0; whole === 0; most++) {
      writes = most;
      const done = await tab.host.shelf.carryOut({ type: "duplicate", id: FIRST, name: "Second" }, []);
      if (done.type === "done") whole = most;
      else {
        expect(done).toEqual({ type: "failed", failure: { type: "quota" } });
        expect(await names()).toEqual([[FIRST, "First", false]]);
        expect([...tabs.disks.keys()]).toEqual([FIRST]);
      }
    }
    expect(whole).toBeGreaterThan(2);
    expect(await names()).toHaveLength(2);
  });

  it("copies no workbook that does not open whole", async () => {
    for (const key of keysOf(tabs.disk, "j/")) flipBit(tabs.disk, key, 0.5);
    expect(await tab.host.shelf.carryOut({ type: "duplicate", id: FIRST, name: "x" }, [])).toEqual({
      type: "damaged",
    });
    expect(await names()).toEqual([[FIRST, "First", false]]);
  });

  it("writes nothing to a workbook of which less is there than was saved, and keeps the note that says so", async () => {
    const before = new Map(tabs.disk);
    await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: "name" as never, value: "lost later" });
    await tab.host.settled();
    const notes = tab.events.flatMap((event) => (event.type === "note" ? [event.note] : []));
    tabs.disk.clear();
    for (const [key, bytes] of before) tabs.disk.set(key, bytes);
    for (const type of ["rename", "duplicate"] as const) {
      const done = await tab.host.shelf.carryOut({ type, id: FIRST, name: "Other" }, notes.slice(-1));
      expect(done).toEqual({ type: "damaged" });
    }
    expect([...tabs.disk]).toEqual([...before]);
    expect(await names()).toEqual([[FIRST, "First", false]]);
    // Twin: without the note it is taken for whole, and the loss would be told to nobody.
    expect(await tab.host.shelf.carryOut({ type: "rename", id: FIRST, name: "Other" }, [])).toMatchObject({
      type: "done",
    });
  });

  it("puts a copy beside the duplicate at once", async () => {
    await tab.host.shelf.carryOut({ type: "duplicate", id: FIRST, name: "Second" }, []);
    const [copy] = await new Mirror(tabs.mirror(COPY), COPY).copies();
    expect(copy?.seq).toBe(tab.host.session.seq + 1);
  });

  it("renames a workbook that is open in another tab, which follows", async () => {
    const done = await tab.host.shelf.carryOut({ type: "rename", id: FIRST, name: " Book " }, []);
    expect(done).toMatchObject({ type: "done" });
    expect(await names()).toEqual([[FIRST, "Book", false]]);
    await tab.host.follow();
    await expect.poll(() => tab.host.session.workbook.settings.name).toBe("Book");
    await tab.host.dispatch({ type: "undo" });
    expect(tab.host.session.workbook.settings.name).not.toBe("Book");
    const empty = await tab.host.shelf.carryOut({ type: "rename", id: FIRST, name: "  " }, []);
    expect(empty).toMatchObject({ type: "refused" });
  });

  it("deletes a workbook so that it can be had back, and tells the tab that has it open", async () => {
    const other = await openOther(FIRST);
    expect(await tab.host.shelf.carryOut({ type: "delete", id: FIRST }, [])).toMatchObject({ type: "done" });
    expect(await names()).toEqual([[FIRST, "First", true]]);
    await expect.poll(() => other.events.some(({ type }) => type === "deleted")).toBe(true);
    // What is done there is saved as before.
    await other.host.dispatch({ type: "addRow", sheet: SHEET, field: "name" as never, value: "late" });
    expect(await other.host.settled()).toEqual({ state: "saved" });
    await tab.host.shelf.carryOut({ type: "restore", id: FIRST }, []);
    expect(await names()).toEqual([[FIRST, "First", false]]);
  });

  it("takes a workbook away for good only while no tab has it open", async () => {
    await tab.host.shelf.carryOut({ type: "delete", id: FIRST }, []);
    expect(await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, [])).toEqual({ type: "inUse" });
    expect(tabs.disk.size).toBeGreaterThan(0);
    tabs.held.clear();
    expect(await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, [])).toMatchObject({ type: "done" });
    expect(await names()).toEqual([]);
    expect(tabs.disks.has(FIRST)).toBe(false);
    expect(await tab.host.shelf.carryOut({ type: "restore", id: FIRST }, [])).toEqual({ type: "gone" });
  });

  it("takes nothing away that another tab has had back since the list was read", async () => {
    tabs.held.clear();
    await tab.host.shelf.carryOut({ type: "delete", id: FIRST }, []);
    await tab.host.shelf.carryOut({ type: "restore", id: FIRST }, []);
    const before = new Map(tabs.disk);
    expect(await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, [])).toEqual({ type: "restored" });
    expect(tabs.disk).toEqual(before);
    expect(await names()).toEqual([[FIRST, "First", false]]);
  });

  it("takes nothing away that a tab is reading to open it", async () => {
    tabs.held.clear();
    await tab.host.shelf.carryOut({ type: "delete", id: FIRST }, []);
    let purged: Shelved | null = null;
    reading = async () => {
      reading = async () => undefined;
      purged = await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, []);
    };
    const other = await openOther(FIRST);
    expect(purged).toEqual({ type: "inUse" });
    expect(other.started.type).toBe("open");
    expect(tabs.disk.size).toBeGreaterThan(0);
  });

  it("takes nothing away where the disk is full", async () => {
    tabs.held.clear();
    await tab.host.shelf.carryOut({ type: "delete", id: FIRST }, []);
    const room = vi.spyOn(tabs.catalogue, "putMany").mockRejectedValue(new StorageError({ type: "quota" }));
    const done = await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, []);
    expect(done).toEqual({ type: "failed", failure: { type: "quota" } });
    expect(tabs.disks.has(FIRST)).toBe(true);
    room.mockRestore();
    expect(await tab.host.shelf.carryOut({ type: "purge", id: FIRST }, [])).toMatchObject({ type: "done" });
  });

  it("keeps what is in the catalogue where an entry cannot be read", async () => {
    const disk = new Map<string, Uint8Array<ArrayBuffer>>();
    const kv = new MemoryKeyValue(disk);
    await rememberWorkbook(kv, { id: FIRST, name: "First", opened: 1 });
    flipBit(disk, `w/${FIRST}`, 0.9);
    await rememberWorkbook(kv, { id: COPY, name: "Second", opened: 2 });
    expect(disk.size).toBe(2);
  });
});
