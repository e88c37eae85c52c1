/** S1, S3: tabs that save, make snapshots, open and lose answers while the store is damaged under them: nothing saved is gone without a copy, and none is stuck. */
import type { GeneratorValue } from "fast-check";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, JournalEntry } from "../../src/core/change/index.ts";
import { fieldId, packAtoms, sheetId } from "../../src/core/model/index.ts";
import { CHUNKS, PROBE_KEY, QUARANTINE } from "../../src/storage/keys.ts";
import {
  type Anchor,
  type Bytes,
  type Entry,
  type KeyValue,
  StorageError,
} from "../../src/storage/keyvalue.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { flipBit, keysOf } from "../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { MemoryMirror } from "../support/storage/memoryMirror.ts";
import { type Open, renaming, reopen, WORKBOOK } from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

const STEPS = 40;
const MOST_TABS = 4;
const ROWS = 20;
/** Tries of one change, each after reading what others did; far fewer do. */
const PATIENCE = 12;

/** Says of some records that it lost the connection, when they are written, and of one that it cannot read it. */
class Forgetful extends MemoryKeyValue {
  forgets = false;
  refused: string | undefined;

  private look(keys: readonly string[]): void {
    if (this.refused === undefined || !keys.includes(this.refused)) return;
    throw new StorageError({ type: "disk", name: "DataError", message: "" });
  }

  override async get(key: string) {
    this.look([key]);
    return super.get(key);
  }

  override async getMany(keys: readonly string[]) {
    this.look(keys);
    return super.getMany(keys);
  }

  override putMany(entries: readonly Entry[], anchor?: string) {
    if (entries.some(({ key }) => key === this.refused)) this.refused = undefined;
    return super.putMany(entries, anchor);
  }

  override async add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]) {
    const result = await super.add(key, bytes, ...anchors);
    if (!this.forgets) return result;
    this.forgets = false;
    throw new StorageError({ type: "lostConnection" });
  }
}

interface Tab {
  readonly kv: Forgetful;
  open: Open;
}

/** A few rows, so that there is a chunk. */
function firstEntry(): JournalEntry {
  const ids = Uint32Array.from({ length: ROWS }, (_, index) => index + 1);
  const columns = new Map([[fieldId("f0"), packAtoms(false, Array.from(ids, String))]]);
  const change: Change = {
    ops: [{ op: "insertRows", sheet: sheetId("s1"), blocks: [{ at: 0, ids, columns }] }],
  };
  return { seq: 1, time: 1e12, cause: { type: "settings" }, action: { type: "do", change } };
}

function replay({ session }: Open, entries: readonly JournalEntry[]): void {
  for (const each of entries) if (each.action.type === "do") session.replay(each, each.action.change);
}

/** But for the bits that were flipped in it. */
const isNearly = (bytes: Bytes, there: Bytes | undefined): boolean =>
  there?.length === bytes.length && bytes.filter((byte, at) => byte !== there[at]).length <= STEPS;

class Browser {
  private readonly disk: Disk = new Map();
  private readonly mirror: MemoryMirror | null;
  private readonly tabs: Tab[] = [];
  private readonly saved: { readonly key: string; readonly bytes: Bytes }[] = [];
  private readonly make: (disk: Disk) => Forgetful;
  private readonly below: (limit: number) => number;
  private names = 0;

  constructor(draw: GeneratorValue, make: (disk: Disk) => Forgetful) {
    this.below = (limit) => draw(fc.nat, { max: limit - 1 });
    this.make = make;
    this.mirror = this.below(2) === 0 ? null : new MemoryMirror();
  }

  private read(kv: KeyValue): Promise<Open> {
    return reopen(kv, this.mirror);
  }

  private async openTab(): Promise<Tab> {
    const kv = this.make(this.disk);
    const tab = { kv, open: await this.read(kv) };
    this.tabs.push(tab);
    return tab;
  }

  /** As `worker/commits.ts` does it; where less is there than was saved, people load the page anew. */
  private async save(tab: Tab): Promise<void> {
    const name = `change ${this.names++}`;
    for (let tries = 0; tries < PATIENCE; tries++) {
      const entry = renaming(tab.open.store.seq + 1, WORKBOOK, name);
      const told = await this.append(tab, entry);
      if (told === "saved") return;
      expect(told).toBe("conflict");
      const followed = await tab.open.store.follow();
      const entries = followed.type === "entries" ? followed.entries : [];
      if (entries.length > 0) replay(tab.open, entries);
      else tab.open = await this.read(tab.kv);
    }
    throw new Error("it goes round and round");
  }

  private async append({ kv, open }: Tab, entry: JournalEntry): Promise<string> {
    const result = await open.store.append(entry);
    const told = result.type === "failed" ? await open.store.append(entry) : result;
    kv.forgets = false;
    if (told.type !== "saved") return told.type;
    replay(open, [entry]);
    const key = keysOf(this.disk, "j/").find((each) => Number(each.slice(2)) === entry.seq) ?? "";
    this.saved.push({ key, bytes: this.disk.get(key)?.slice() ?? new Uint8Array() });
    return "saved";
  }

  private damage(): void {
    const all = [...this.disk.keys()].filter((key) => !key.startsWith(QUARANTINE) && key !== PROBE_KEY);
    const last = keysOf(this.disk, "j/").slice(-3);
    const among = this.below(2) === 0 ? all : last;
    const key = among[this.below(among.length)];
    if (key === undefined) return;
    flipBit(this.disk, key, [0.1, 0.5, 0.999][this.below(3)] ?? 0);
    tally("records damaged beside open tabs");
  }

  private async step(tab: Tab): Promise<void> {
    const { open } = tab;
    switch (this.below(8)) {
      case 0: {
        const { type } = await open.store.compact(open.session.snapshot(), 1e12);
        expect(type).not.toBe("failed");
        if (type === "published") await open.store.mirror();
        return;
      }
      case 1:
        return this.damage();
      case 2:
        if (this.tabs.length < MOST_TABS) await this.openTab();
        else tab.open = await this.read(tab.kv);
        return;
      case 3:
        tab.kv.forgets = true;
        if (this.below(2) === 0) this.damage();
        return this.save(tab);
      case 4: {
        const chunks = keysOf(this.disk, CHUNKS);
        // Now and then it can be read again.
        tab.kv.refused = chunks[this.below(chunks.length + 1)];
        if (tab.kv.refused !== undefined) tally("chunks that one of the tabs cannot read");
        return;
      }
      default:
        return this.save(tab);
    }
  }

  /** What was saved, and is neither in its place nor set aside, be it damaged. */
  private get gone(): readonly string[] {
    const isKept = ({ key, bytes }: { readonly key: string; readonly bytes: Bytes }): boolean =>
      [key, ...keysOf(this.disk, `${QUARANTINE}${key}/`)].some((each) =>
        isNearly(bytes, this.disk.get(each)),
      );
    return this.saved.filter((each) => !isKept(each)).map(({ key }) => key);
  }

  /** Ends where nothing opens any more. */
  async live(): Promise<readonly string[]> {
    const first = await this.openTab();
    await this.append(first, firstEntry());
    try {
      for (let step = 0; step < STEPS; step++) {
        await this.step(this.tabs[this.below(this.tabs.length)] ?? first);
      }
    } catch (error) {
      if (!String(error).includes('"lost"')) throw error;
    }
    return this.gone;
  }
}

describe("tabs beside damage", () => {
  it("S1 S3 lose nothing that was saved, but for a copy that was set aside, and are never stuck", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        expect(await new Browser(draw, (disk) => new Forgetful(disk)).live()).toEqual([]);
      }),
      40,
    );
  });

  it("S1 twin: where a record is written over another, what was saved is gone", async () => {
    class Overwriting extends Forgetful {
      private readonly under: Disk;

      constructor(disk: Disk) {
        super(disk);
        this.under = disk;
      }

      override add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]) {
        this.under.delete(key);
        return super.add(key, bytes, ...anchors);
      }
    }
    const gone: string[] = [];
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        gone.push(...(await new Browser(draw, (disk) => new Overwriting(disk)).live().catch(() => [])));
      }),
      10,
    );
    expect(gone).not.toEqual([]);
  });
});
