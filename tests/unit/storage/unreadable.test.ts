/** A record whose file the browser has lost: it says so as it says that the disk is full, and only of that record. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Change, JournalEntry } from "../../../src/core/change/index.ts";
import { fieldId, packAtoms, sheetId } from "../../../src/core/model/index.ts";
import { failureFrom } from "../../../src/storage/failures.ts";
import { CHUNKS, journalKey } from "../../../src/storage/keys.ts";
import { StorageError } from "../../../src/storage/keyvalue.ts";
import { drawing } from "../../support/property.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { drawScript, perform, pictureOf, renaming, reopen, WORKBOOK } from "../../support/storage/script.ts";

class WithoutFile extends MemoryKeyValue {
  private readonly lost: string;
  private readonly name: string;

  constructor(disk: Disk, lost: string, name: string) {
    super(disk);
    this.lost = lost;
    this.name = name;
  }

  private look(keys: readonly string[]): void {
    if (keys.includes(this.lost)) throw new StorageError(failureFrom(new DOMException("", this.name)));
  }

  override async get(key: string) {
    this.look([key]);
    return super.get(key);
  }

  override async getMany(keys: readonly string[]) {
    this.look(keys);
    return super.getMany(keys);
  }
}

it.each(["DataError", "UnknownError", "NotReadableError"])(
  "S3 %s of one chunk is that chunk's damage, and its rows come from the version before and the journal",
  async (name) => {
    const disk: Disk = new Map();
    const [script] = fc.sample(
      drawing().map((draw) => drawScript(draw, 2, true)),
      { numRuns: 1, seed: 1 },
    );
    if (script === undefined) throw new Error("no script");
    const compact = { step: "compact" } as const;
    const steps = script.steps.flatMap((step) => [step, compact]);
    await perform(new MemoryKeyValue(disk), { ...script, steps });
    const seen = pictureOf((await reopen(new MemoryKeyValue(disk))).session);
    const lost = keysOf(disk, CHUNKS).at(-1) ?? "";
    const { session, opened } = await reopen(new WithoutFile(disk, lost, name));
    expect(opened.type === "open" && opened.damage).toMatchObject([
      { key: lost, reason: "unreadable", healed: true },
    ]);
    expect(pictureOf(session)).toEqual(seen);
  },
);

it("S3 an older version of a damaged chunk, which the browser cannot read either, is left where it is, and work goes on", async () => {
  const disk: Disk = new Map();
  for (const seq of [1, 2]) {
    const { store, session } = await reopen(new MemoryKeyValue(disk));
    const columns = new Map([[fieldId("f0"), packAtoms(false, [`row ${seq}`])]]);
    const blocks = [{ at: 0, ids: Uint32Array.of(seq), columns }];
    const change: Change = { ops: [{ op: "insertRows", sheet: sheetId("s1"), blocks }] };
    const action = { type: "do", change } as const;
    const entry: JournalEntry = { seq, time: 1e12, cause: { type: "settings" }, action };
    await store.append(entry);
    session.replay(entry, change);
    expect(await store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
  }
  // As behind Rescue: the journal does not lead here from the beginning.
  disk.delete(journalKey(1));
  const [older = "", newest = ""] = keysOf(disk, CHUNKS);
  flipBit(disk, newest, 0.5);
  const { store, opened } = await reopen(new WithoutFile(disk, older, "DataError"));
  expect(opened.type === "open" && opened.damage).toMatchObject([{ key: newest, healed: false }]);
  expect(await store.append(renaming(3, WORKBOOK, "on"))).toEqual({ type: "saved" });
  expect(keysOf(disk, `q/${newest}`)).toHaveLength(1);
  expect(disk.has(older)).toBe(true);
});
