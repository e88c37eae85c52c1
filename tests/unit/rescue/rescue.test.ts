/** Rescue over real storage code: what it finds in each kind of loss, what it restores, and that it removes nothing. */
import { describe, expect, it } from "vitest";
import { fieldId, sheetId, type WorkbookId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { csvFiles, type Deeds, restore } from "../../../src/rescue/act.ts";
import { type Finding, findAll } from "../../../src/rescue/find.ts";
import type { Bytes } from "../../../src/storage/keyvalue.ts";
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
  const deeds: Deeds = {
    get notes() {
      return Array.from(notes, ([key, text]) => ({ key, text }));
    },
    workbooks: async () => [...tabs.disks.keys()].map(workbookId),
    open: (id) => {
      const disk = tabs.disks.get(id) ?? new Map();
      tabs.disks.set(id, disk);
      return new MemoryKeyValue(disk);
    },
    mirror: (id) => tabs.mirror(id),
    catalogue: () => new MemoryKeyValue(catalogue),
    reserve: () => NEW,
    keep: ({ key, text }) => void notes.set(key, text),
    now: () => Date.UTC(2026, 10, 23, 13),
  };
  const begin = async (id: WorkbookId) => {
    tabs.current = id;
    return (await tabs.open({ notes: deeds.notes, anew: false, wanted: null })).started;
  };
  return { tabs, deeds, begin };
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
    const { tabs, deeds, begin } = await world();
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    expect(brief([finding])).toEqual([["w1", ["copy", 3, true]]]);
    expect(await restore(deeds, finding, state)).toBe(true);
    expect(tabs.disk.size).toBe(0);
    const started = await begin(NEW);
    expect(started).toMatchObject({ type: "open", damage: [], state: { workbook: { id: NEW } } });
  });

  it("finds an older database and its copy, and lets people go on with either", async () => {
    const { tabs, deeds, begin } = await world();
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

  it("restores no copy that cannot be read any more, and the catalogue learns of nothing", async () => {
    const { tabs, deeds } = await world();
    tabs.disk.clear();
    const [finding] = await findAll(deeds);
    const [state] = finding?.states ?? [];
    if (finding === undefined || state === undefined) throw new Error("nothing found");
    const files: Map<string, Bytes> = tabs.mirrors.get(W1)?.files ?? new Map();
    for (const [name, bytes] of files) files.set(name, bytes.slice(0, bytes.length - 100));
    expect(await restore(deeds, finding, state)).toBe(false);
    expect(await deeds.catalogue().keys("")).toEqual([]);
  });

  it("exports every sheet, row and field as CSV", async () => {
    const { deeds } = await world();
    const [finding] = await findAll(deeds);
    const files = (finding?.states ?? []).map(csvFiles);
    expect(files.map((each) => each.length)).toEqual([1, 1]);
    const text = await files[0]?.[0]?.blob.text();
    expect(text?.split("\r\n")[0]).toContain("Code,Name,Company");
    expect(text?.match(/Zoë/g)).toHaveLength(5);
  });
});
