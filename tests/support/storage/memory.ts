/**
 * A KeyValue in memory that dies as the measured ones do (shared/storage.md): `add` is atomic, of a `putMany` or
 * `delete` that was not acknowledged any part may be done, and after the crash nothing answers any more.
 */
import {
  type Anchor,
  type Bytes,
  type Entry,
  isAnchored,
  type KeyValue,
  StorageError,
} from "../../../src/storage/keyvalue.ts";

/** What outlives the process. */
export type Disk = Map<string, Bytes>;

export interface Faults {
  /** The write, counted from 0, in which the process dies; never if left out. */
  readonly crashAt?: number;
  /** From 0 up to 1; decides what of the last write is done. */
  readonly random?: () => number;
  /** Acknowledges before the disk has it, as IndexedDB does by default: a crash loses writes since the last flush. */
  readonly relaxed?: boolean;
}

const FLUSH_CHANCE = 0.25;

export class MemoryKeyValue implements KeyValue {
  private readonly disk: Disk;
  private readonly faults: Faults;
  private readonly random: () => number;
  private flushed: Disk;
  private dead = false;
  /** Writes begun. */
  writes = 0;

  constructor(disk: Disk, faults: Faults = {}) {
    this.disk = disk;
    this.faults = faults;
    this.random = faults.random ?? Math.random;
    this.flushed = new Map(disk);
  }

  private async call(): Promise<void> {
    await Promise.resolve();
    if (this.dead) throw new StorageError({ type: "lostConnection" });
  }

  /** Carries out a write in steps; a crash leaves the step, or for several any choice of them, done or not. */
  private async write(steps: readonly (() => void)[]): Promise<void> {
    await this.call();
    const dies = this.writes === this.faults.crashAt;
    this.writes += 1;
    const chance = this.random();
    for (const step of steps) if (!dies || this.random() < chance) step();
    if (dies) this.crash();
    if (this.faults.relaxed && this.random() < FLUSH_CHANCE) this.flushed = new Map(this.disk);
  }

  private crash(): never {
    this.dead = true;
    if (this.faults.relaxed) {
      this.disk.clear();
      for (const [key, bytes] of this.flushed) this.disk.set(key, bytes);
    }
    throw new StorageError({ type: "lostConnection" });
  }

  async get(key: string): Promise<Bytes | undefined> {
    await this.call();
    return this.disk.get(key)?.slice();
  }

  async getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]> {
    await this.call();
    return keys.map((key) => this.disk.get(key)?.slice());
  }

  private holds(anchor: Anchor): boolean {
    return isAnchored(this.disk.get(typeof anchor === "string" ? anchor : anchor.key), anchor);
  }

  async add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]): Promise<"added" | "exists"> {
    let result: "added" | "exists" = "exists";
    await this.write([
      () => {
        if (!anchors.every((anchor) => this.holds(anchor))) throw new StorageError({ type: "vanished" });
        if (this.disk.has(key)) return;
        this.disk.set(key, bytes.slice());
        result = "added";
      },
    ]);
    return result;
  }

  putMany(entries: readonly Entry[], anchor?: string): Promise<void> {
    return this.write(
      entries.map(({ key, bytes }) => () => {
        if (anchor !== undefined && !this.disk.has(anchor)) throw new StorageError({ type: "vanished" });
        this.disk.set(key, bytes.slice());
      }),
    );
  }

  delete(keys: readonly string[], unless?: string): Promise<void> {
    return this.write(
      keys.map((key) => () => {
        if (unless === undefined || !this.disk.has(unless)) this.disk.delete(key);
      }),
    );
  }

  async keys(prefix: string, from = prefix): Promise<readonly string[]> {
    await this.call();
    return [...this.disk.keys()].filter((key) => key.startsWith(prefix) && key >= from).sort();
  }
}
