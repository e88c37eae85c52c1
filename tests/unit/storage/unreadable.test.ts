/** A record whose file the browser has lost: it says so as it says that the disk is full, and only of that record. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { failureFrom } from "../../../src/storage/failures.ts";
import { CHUNKS } from "../../../src/storage/keys.ts";
import { StorageError } from "../../../src/storage/keyvalue.ts";
import { drawing } from "../../support/property.ts";
import { keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { drawScript, perform, pictureOf, reopen } from "../../support/storage/script.ts";

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
