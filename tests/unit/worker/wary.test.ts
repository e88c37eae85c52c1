/**
 * After a disk was full. Chromium's own database files may be damaged then, although it goes on as if they were not, until it
 * starts anew and finds nothing (seen in Chromium 156): what is acknowledged has to be in the copy beside it soon. And where an
 * edit was saved behind a record that is damaged since: a start would end before it.
 */
import { expect, test, vi } from "vitest";
import { fieldId, type SheetId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { loadCopy, Mirror } from "../../../src/storage/index.ts";
import { journalKey, ROOTS } from "../../../src/storage/keys.ts";
import { type Anchor, type Bytes, type KeyValue, StorageError } from "../../../src/storage/keyvalue.ts";
import { Host } from "../../../src/worker/host.ts";
import type { Platform } from "../../../src/worker/platform.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { FullDisk } from "../../support/storage/faulty.ts";
import type { Disk } from "../../support/storage/memory.ts";
import { MemoryKeyValue } from "../../support/storage/memory.ts";
import { MemoryMirror } from "../../support/storage/memoryMirror.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";

const CUSTOMERS = "customers" as SheetId;
/** Far below the 15 seconds of rest after which a few changes are copied otherwise. */
const SOON = { timeout: 14_000, interval: 100 };

/** One tab with the sample, which is copied to `files`. */
async function openSample(files: MemoryMirror) {
  const disk: Disk = new Map();
  let open: FullDisk | MemoryKeyValue = new MemoryKeyValue(disk);
  const platform: Platform = {
    tell: () => undefined,
    listen: () => undefined,
    alone: (_, work) => work(),
    current: async () => null,
    catalogue: () => new MemoryKeyValue(new Map()),
    remove: async () => false,
    sole: async () => true,
    hold: async () => undefined,
    reserve: () => workbookId("w1"),
    remember: async () => undefined,
    mirror: () => files,
    // What is opened once is used for good; here the disk behind it changes.
    open: () => ({
      get: (key) => open.get(key),
      getMany: (keys) => open.getMany(keys),
      keys: (prefix, from) => open.keys(prefix, from),
      add: (key, bytes, anchor) => open.add(key, bytes, anchor),
      putMany: (entries) => open.putMany(entries),
      delete: (keys) => open.delete(keys),
    }),
    now: () => Date.UTC(2026, 10, 24, 12),
  };
  const host = new Host(platform);
  await host.start(() => undefined, { notes: [], anew: false, wanted: null });
  await host.create("sample", setup);
  await host.settled();
  // Anew each time: it remembers what it has listed.
  const look = (): Mirror => new Mirror(files, workbookId("w1"));
  const copied = async (): Promise<number> => (await look().copies())[0]?.seq ?? 0;
  await vi.waitFor(async () => expect(await copied()).toBeGreaterThan(0), SOON);

  await host.questions.query(CUSTOMERS, "");
  const [row] = await host.questions.rows(CUSTOMERS, 0, 1);
  if (row === undefined) throw new Error("the sample has no rows");
  const type = (value: string) =>
    host.dispatch({ type: "setCell", sheet: CUSTOMERS, row: row.id, field: fieldId("name"), value });

  /** An edit that fails until there is room again. */
  const fillUp = async (value: string): Promise<void> => {
    const full = new FullDisk(disk, 0, { type: "quota" });
    open = full;
    const done = type(value);
    await vi.waitFor(async () => expect(await host.settled()).toMatchObject({ state: "failed" }), SOON);
    full.mend();
    await done;
    await vi.waitFor(async () => expect(await host.settled()).toEqual({ state: "saved" }), SOON);
  };
  return { host, look, copied, type, fillUp };
}

test("once a full disk has room again, all that is saved is in the copy at once, and stays so", async () => {
  const { host, look, copied, type, fillUp } = await openSample(new MemoryMirror());
  await fillUp("Zoë");
  const after = host.session.seq;
  await vi.waitFor(async () => expect(await copied()).toBe(after), SOON);

  await type("Åke");
  await host.settled();
  await vi.waitFor(async () => expect(await copied()).toBe(after + 1), SOON);
  const mirror = look();
  const [copy] = await mirror.copies();
  if (copy === undefined) throw new Error("there is no copy");
  expect(await loadCopy(mirror, copy)).not.toBeNull();
});

/** Asks, before it writes, what is to happen meanwhile; and fails as often as it is told to. */
class WatchedMirror extends MemoryMirror {
  meanwhile: (() => Promise<unknown>) | null = null;
  failing = 0;

  override async write(name: string, pieces: AsyncIterable<Bytes>): Promise<void> {
    const work = this.meanwhile;
    this.meanwhile = null;
    await work?.();
    this.failing -= 1;
    if (this.failing >= 0) throw new StorageError({ type: "quota" });
    return super.write(name, pieces);
  }
}

test("what is changed while a copy is written is in the next one, which is as soon", async () => {
  const files = new WatchedMirror();
  const { host, copied, type, fillUp } = await openSample(files);
  files.meanwhile = async () => {
    await type("while it is copied");
    await host.settled();
  };
  await fillUp("Zoë");
  await vi.waitFor(async () => expect(files.meanwhile).toBeNull(), SOON);
  await vi.waitFor(async () => expect(await copied()).toBe(host.session.seq), SOON);
});

test("where the copy cannot be written either, it is tried again without waiting for a change", async () => {
  const files = new WatchedMirror();
  const { host, copied, fillUp } = await openSample(files);
  files.failing = 1;
  await fillUp("Zoë");
  await vi.waitFor(async () => expect(files.failing).toBeLessThan(1), SOON);
  await vi.waitFor(async () => expect(await copied()).toBe(host.session.seq), SOON);
});

test("S1 where the answer to an edit was lost and the record before it is damaged since, a snapshot makes up for that one soon", async () => {
  let damaged: string | null = null;
  const through = (kv: KeyValue): KeyValue =>
    Object.assign(Object.create(kv), {
      add: async (key: string, bytes: Bytes, ...anchors: readonly Anchor[]) => {
        const result = await kv.add(key, bytes, ...anchors);
        if (damaged === null) return result;
        flipBit(tabs.disk, damaged, 0.999);
        damaged = null;
        throw new StorageError({ type: "lostConnection" });
      },
    });
  const tabs = new Tabs({ random: makeRandom(1), through });
  const { host } = await tabs.open();
  await host.create("blank", setup);
  const expectSnapshots = (count: number) =>
    vi.waitFor(() => expect(keysOf(tabs.disk, ROOTS)).toHaveLength(count), SOON);
  await expectSnapshots(1);
  const add = async (value: string): Promise<void> => {
    await host.dispatch({ type: "addRow", sheet: CUSTOMERS, field: fieldId("name"), value });
    expect(await host.settled()).toEqual({ state: "saved" });
  };
  await add("before");
  damaged = journalKey(host.session.seq);
  await add("answer lost");
  await expectSnapshots(2);
  const again = await tabs.open();
  expect(again.started).toMatchObject({ type: "open", damage: [] });
  expect(again.host.session.table(CUSTOMERS)?.rowCount).toBe(2);
});
