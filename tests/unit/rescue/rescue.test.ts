/** Rescue over real storage code: what it finds in each kind of loss, what it restores, and that it removes nothing. */
import { describe, expect, it } from "vitest";
import { fieldId, sheetId, type WorkbookId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { csvFiles, type Deeds, restore } from "../../../src/rescue/act.ts";
import { type Finding, findAll } from "../../../src/rescue/find.ts";
import { listWorkbooks, markRestored, markUnfinished, rememberWorkbook } from "../../../src/storage/index.ts";
import { type Bytes, type Entry, type KeyValue, StorageError } from "../../../src/storage/keyvalue.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";

const CUSTOMERS = sheetId("customers");
const W1 = workbookId("w1");
const NEW = workbookId("new");

/** A browser with a workbook of three rows, copied to the mirror, and two more rows since. */
async function world() {
  const tabs = new Tabs({ random: makeRandom(1) });
  const tab = await tabs.open();
  const { host } = tab;
  await host.create("blank", setup);
  const add = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await host.dispatch({ type: "addRow", sheet: CUSTOMERS, field: fieldId("name"), value: `Zoë ${n}` });
    }
    await host.settled();
  };
  await add(3);
  const { store } = host.open.commits;
  expect((await store.compact(host.session.snapshot(), 1e12)).type).toBe("published");
  expect((await store.mirror()).type).toBe("mirrored");
  await add(2);
  const notes = new Map<string, string>();
  for (const event of tab.events) if (event.type === "note") notes.set(event.note.key, event.note.text);
  const catalogue: Disk = new Map();
  await rememberWorkbook(new MemoryKeyValue(catalogue), { id: W1, name: "Listed", opened: 1 });
  const forgotten: (readonly [WorkbookId, number])[] = [];
  const deeds: Deeds = {
    get notes() {
      return Array.from(notes, ([key, text]) => ({ key, text }));
    },
    workbooks: async () =>
      new Map([...tabs.disks.keys()].map((id) => [workbookId(id), id === W1 ? "Listed" : null] as const)),
    open: (id) => {
      const disk = tabs.disks.get(id) ?? new Map();
      tabs.disks.set(id, disk);
      return new MemoryKeyValue(disk);
    },
    mirror: (id) => tabs.mirror(id),
    catalogue: () => new MemoryKeyValue(catalogue),
    reserve: () => NEW,
    holding: (_, work) => work(),
    discard: async (id, still) => (still === undefined || (await still())) && tabs.disks.delete(id),
    keep: ({ key, text }) => void notes.set(key, text),
    forgetFileBeyond: (id, seq) => void forgotten.push([id, seq]),
    now: () => Date.UTC(2026, 10, 23, 13),
  };
  const begin = async (id: WorkbookId) => {
    tabs.current = id;
    return (await tabs.open({ notes: deeds.notes, anew: false, wanted: null })).started;
  };
  const deleted = async () =>
    (await listWorkbooks(deeds.catalogue())).flatMap((each) => (each.deleted === null ? [] : [each.id]));
  return { tabs, deeds, begin, forgotten, deleted };
}

const brief = (findings: readonly Finding[]) =>
  findings.map(({ id, states }) => [
    id,
    ...states.map(({ copy, rows, behind }) => [copy === null ? "database" : "copy", rows, behind]),
  ]);

const copyOf = (disks: ReadonlyMap<string, Disk>) =>
  new Map(Array.from(disks, ([id, disk]) => [id, new Map(disk)]));

describe("S1 Rescue", () => {
  it("finds all there is, the furthest first, and touches nothing", async () => {
    const { tabs, deeds } = await world();
    const before = copyOf(tabs.disks);
    const findings = await findAll(deeds);
    expect(brief(findings)).toEqual([["w1", ["database", 5, false], ["copy", 3, true]]]);
    expect(tabs.disks).toEqual(before);
  });

  it("restores a copy of an emptied database as a workbook of its own, which then opens", async () => {
    const { tabs, deeds, begin, deleted } = await world();
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    expect(brief([finding])).toEqual([["w1", ["copy", 3, true]]]);
    expect(await restore(deeds, finding, state)).toBe(true);
    expect(tabs.disk.size).toBe(0);
    const started = await begin(NEW);
    expect(started).toMatchObject({ type: "open", damage: [], state: { workbook: { id: NEW } } });
    // The emptied one would open nothing, and has the same name.
    expect(await deleted()).toEqual([W1]);
  });

  it("finds an older database and its copy, and lets people go on with either", async () => {
    const { tabs, deeds, begin, forgotten, deleted } = await world();
    for (const key of keysOf(tabs.disk, "j/").slice(-3)) tabs.disk.delete(key);
    for (const prefix of ["root/", "c/", "o/"])
      for (const key of keysOf(tabs.disk, prefix)) tabs.disk.delete(key);
    expect((await begin(W1)).type).toBe("setBack");
    const [finding] = await findAll(deeds);
    expect(brief(finding === undefined ? [] : [finding])).toEqual([
      ["w1", ["copy", 3, true], ["database", 2, true]],
    ]);
    const older = finding?.states[1];
    if (finding === undefined || older === undefined) throw new Error("nothing found");
    expect(await restore(deeds, finding, older)).toBe(true);
    expect(await begin(W1)).toMatchObject({ type: "open" });
    // A file of what came after it is of another past.
    expect(forgotten).toEqual([[W1, older.standpoint.seq]]);
    expect(await deleted()).toEqual([]);
  });

  it("names a workbook of which nothing opens", async () => {
    const { tabs, deeds, begin } = await world();
    tabs.mirrors.clear();
    for (const key of keysOf(tabs.disk, "j/").slice(0, 4)) tabs.disk.delete(key);
    flipBit(tabs.disk, keysOf(tabs.disk, "root/").at(-1) ?? "", 0.5);
    expect((await begin(W1)).type).toBe("damaged");
    expect(brief(await findAll(deeds))).toEqual([["w1"]]);
  });

  it("says so where nothing is left but the witness", async () => {
    const { tabs, deeds } = await world();
    tabs.disks.clear();
    tabs.mirrors.clear();
    const [finding] = await findAll(deeds);
    expect(finding).toMatchObject({ id: W1, states: [], witness: { rows: [{ rows: 5 }] } });
  });

  it("calls a workbook of which nothing opens as the list of workbooks does", async () => {
    const { tabs, deeds } = await world();
    tabs.disk.clear();
    tabs.mirrors.clear();
    expect(await findAll(deeds)).toMatchObject([{ id: W1, name: "Listed", states: [] }]);
  });

  it("finds what the others hold where one cannot even be looked at", async () => {
    const { deeds } = await world();
    const broken = workbookId("broken");
    const findings = await findAll({
      ...deeds,
      notes: deeds.notes,
      workbooks: async () => new Map([[broken, "Broken"], ...(await deeds.workbooks())]),
      mirror: (id) => {
        if (id === broken) throw new StorageError({ type: "unavailable" });
        return deeds.mirror(id);
      },
    });
    expect(findings).toMatchObject([
      { id: W1, problem: null },
      { id: broken, name: "Broken", states: [], problem: { type: "unavailable" } },
    ]);
  });

  it("finds a copy whose age the browser does not tell", async () => {
    const { deeds } = await world();
    const [finding] = await findAll({
      ...deeds,
      notes: deeds.notes,
      mirror: (id) => {
        const files = deeds.mirror(id);
        let reads = 0;
        return {
          list: () => files.list(),
          write: (name, pieces) => files.write(name, pieces),
          remove: (name) => files.remove(name),
          read: (name) => {
            reads += 1;
            if (reads > 1) throw new StorageError({ type: "unavailable" });
            return files.read(name);
          },
        };
      },
    });
    expect(finding?.states.map(({ copy, time }) => [copy === null, time === null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("restores no copy that cannot be read any more, and the catalogue learns of nothing", async () => {
    const { tabs, deeds } = await world();
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    const files: Map<string, Bytes> = tabs.mirrors.get(W1)?.files ?? new Map();
    for (const [name, bytes] of files) files.set(name, bytes.slice(0, bytes.length - 100));
    expect(await restore(deeds, finding, state)).toBe(false);
    expect((await listWorkbooks(deeds.catalogue())).map(({ id }) => id)).toEqual([W1]);
  });

  /** Restores the copy of an emptied database; `through` is what its new database is written through. */
  async function restoreThrough(
    { tabs, deeds }: Awaited<ReturnType<typeof world>>,
    through: (disk: Disk) => MemoryKeyValue,
    discard: Deeds["discard"] = deeds.discard,
  ) {
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    const disk: Disk = new Map();
    tabs.disks.set(NEW, disk);
    const kv = through(disk);
    const restored = restore(
      { ...deeds, discard, open: (id) => (id === NEW ? kv : deeds.open(id)) },
      finding,
      state,
    );
    return { kv, disk, restored: await restored.then(Boolean, () => false) };
  }
  const full = async (): Promise<never> => {
    throw new StorageError({ type: "quota" });
  };

  it("leaves nothing of a restoring that fails, wherever it does, and can do it again", async () => {
    for (let crashAt = 0; ; crashAt++) {
      const browser = await world();
      const { kv, restored } = await restoreThrough(browser, (disk) => new MemoryKeyValue(disk, { crashAt }));
      if (kv.writes <= crashAt) {
        expect(restored).toBe(true);
        expect(crashAt).toBeGreaterThan(4);
        break;
      }
      expect([restored, browser.tabs.disks.has(NEW)]).toEqual([false, false]);
      expect((await restoreThrough(browser, (disk) => new MemoryKeyValue(disk))).restored).toBe(true);
    }
  });

  it("offers nothing that is half restored where the disk was too full to remove it, and removes it once there is room", async () => {
    for (let crashAt = 1; ; crashAt++) {
      const browser = await world();
      const { tabs, deeds, begin } = browser;
      const dying = (disk: Disk) => new MemoryKeyValue(disk, { crashAt, random: makeRandom(crashAt).next });
      const { kv, disk } = await restoreThrough(browser, dying, full);
      if (kv.writes <= crashAt) break;
      const left = new Map(disk);
      expect(brief(await findAll({ ...deeds, notes: deeds.notes, discard: full }))).toEqual([
        ["w1", ["copy", 3, true]],
      ]);
      expect(tabs.disks.get(NEW)).toEqual(left);
      expect((await begin(W1)).type).toBe("setBack");
      await findAll(deeds);
      expect(tabs.disks.has(NEW)).toBe(false);
    }
  });

  it("removes nothing that the catalogue lists or a note tells of, though it is marked as half restored and was not worked with", async () => {
    // A build before the marks knew nothing of them, and opened what was found.
    const halfMarked = async () => {
      const browser = await world();
      const { disk } = await restoreThrough(browser, (each) => new MemoryKeyValue(each));
      await markUnfinished(new MemoryKeyValue(disk));
      return { ...browser, disk };
    };
    const none = async () => new Map<WorkbookId, string>();
    const listed = await halfMarked();
    await findAll({ ...listed.deeds, notes: [], workbooks: async () => new Map([[NEW, ""]]) });
    expect(listed.tabs.disks.get(NEW)).toBe(listed.disk);
    const noted = await halfMarked();
    expect(noted.deeds.notes.some(({ key }) => key.endsWith(NEW))).toBe(true);
    await findAll({ ...noted.deeds, notes: noted.deeds.notes, workbooks: none });
    expect(noted.tabs.disks.get(NEW)).toBe(noted.disk);
    const twin = await halfMarked();
    await findAll({ ...twin.deeds, notes: [], workbooks: async () => new Map([[NEW, null]]) });
    expect(twin.tabs.disks.has(NEW)).toBe(false);
  });

  it("removes nothing that was half restored when it was looked at, and that another tab has restored whole since, and finds it", async () => {
    const browser = await world();
    const { disk } = await restoreThrough(browser, (each) => new MemoryKeyValue(each));
    await markUnfinished(new MemoryKeyValue(disk));
    const discard: Deeds["discard"] = async (id, still) => {
      await markRestored(new MemoryKeyValue(disk));
      return browser.deeds.discard(id, still);
    };
    const workbooks = async () => new Map([[NEW, null]]);
    const found = await findAll({ ...browser.deeds, discard, notes: [], workbooks });
    expect(browser.tabs.disks.get(NEW)).toBe(disk);
    expect(brief(found)).toEqual([["new", ["database", 3, false]]]);
  });

  /** A catalogue that takes nothing more, or says so although it did. */
  const refusing = (catalogue: KeyValue, done: boolean): KeyValue =>
    Object.assign(Object.create(catalogue), {
      putMany: async (entries: readonly Entry[]) => {
        if (done) await catalogue.putMany(entries);
        throw new StorageError({ type: "quota" });
      },
    });

  it("leaves no workbook behind that the catalogue did not take, nor offers it where there is no room to remove it", async () => {
    for (const discard of [null, full]) {
      const browser = await world();
      const { tabs, deeds } = browser;
      const catalogue = () => refusing(deeds.catalogue(), false);
      const without = { ...browser, deeds: { ...deeds, notes: deeds.notes, catalogue } };
      const { restored } = await restoreThrough(
        without,
        (disk) => new MemoryKeyValue(disk),
        discard ?? deeds.discard,
      );
      expect([restored, tabs.disks.has(NEW)]).toEqual([false, discard !== null]);
      expect(deeds.notes.some(({ key }) => key.endsWith(NEW))).toBe(false);
      expect(brief(await findAll(deeds))).toEqual([["w1", ["copy", 3, true]]]);
      expect(tabs.disks.has(NEW)).toBe(false);
    }
  });

  it("leaves what the catalogue has taken, though that was told to have failed", async () => {
    const browser = await world();
    const { tabs, deeds, begin } = browser;
    const catalogue = () => refusing(deeds.catalogue(), true);
    const without = { ...browser, deeds: { ...deeds, notes: deeds.notes, catalogue } };
    expect((await restoreThrough(without, (disk) => new MemoryKeyValue(disk))).restored).toBe(false);
    expect(tabs.disks.has(NEW)).toBe(true);
    expect((await begin(NEW)).type).toBe("open");
  });

  it("restores no less of a copy than was shown of it", async () => {
    const { tabs, deeds } = await world();
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    expect(state.damage).toEqual([]);
    const files: Disk = tabs.mirrors.get(W1)?.files ?? new Map();
    const whole = new Map(files);
    let damaged = 0;
    for (let place = 0; place < 1; place += 0.01) {
      for (const [name, bytes] of whole) files.set(name, bytes.slice());
      for (const name of whole.keys()) flipBit(files, name, place);
      const [now] = await findAll(deeds);
      if ((now?.states[0]?.damage ?? []).length === 0) continue;
      damaged += 1;
      expect(await restore(deeds, finding, state)).toBe(false);
      expect(tabs.disks.has(NEW)).toBe(false);
    }
    expect(damaged).toBeGreaterThan(0);
  });

  it("removes no restored workbook, be it marked, worked with or of a mark that is damaged", async () => {
    const browser = await world();
    const { tabs, deeds, begin } = browser;
    const { disk } = await restoreThrough(browser, (each) => new MemoryKeyValue(each));
    const before = new Map(disk);
    await findAll(deeds);
    expect(disk).toEqual(before);
    flipBit(disk, "restored", 0.5);
    await findAll(deeds);
    expect(tabs.disks.has(NEW)).toBe(true);
    expect((await begin(NEW)).type).toBe("open");
  });

  it("exports every sheet, row and field as CSV", async () => {
    const { deeds } = await world();
    const [finding] = await findAll(deeds);
    const files = await Promise.all((finding?.states ?? []).map(csvFiles));
    expect(files.map((each) => each?.length)).toEqual([1, 1]);
    const text = await files[0]?.[0]?.blob.text();
    expect(text?.split("\r\n")[0]).toContain("Code,Name,Company");
    expect(text?.match(/Zoë/g)).toHaveLength(5);
  });
});
