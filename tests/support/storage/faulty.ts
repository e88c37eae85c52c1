/** A KeyValue that fails at a chosen call, as browsers do: once, for a while or from then on, with all, some or none of it done. */
import { failureFrom } from "../../../src/storage/failures.ts";
import { PROBE_KEY } from "../../../src/storage/keys.ts";
import {
  type Anchor,
  type Bytes,
  type Entry,
  type KeyValue,
  StorageError,
  type StorageFailure,
} from "../../../src/storage/keyvalue.ts";
import { type Disk, MemoryKeyValue } from "./memory.ts";

/**
 * As a full disk shows itself (shared/storage.md): QuotaExceededError, DataError, UnknownError, or an abort with
 * no error at all.
 */
export const FULL_DISK: readonly StorageFailure[] = [
  new DOMException("", "QuotaExceededError"),
  new DOMException("Data provided to an operation does not meet requirements.", "DataError"),
  new DOMException("Internal error.", "UnknownError"),
  null,
].map(failureFrom);

export interface Fault {
  /** The call, counted from 0. */
  readonly at: number;
  /** How many calls fail in a row; infinite until it is mended. */
  readonly span: number;
  readonly failure: StorageFailure;
  /** What of a write is done in spite of the failure. */
  readonly done: "none" | "some" | "all";
  readonly calls: "all" | "writes";
  /** The failure is kept quiet: no protection at all. */
  readonly silent?: boolean;
}

/** A platform whose fault can be ended. */
export interface Failing extends KeyValue {
  readonly mended: boolean;
  mend(): void;
}

export class FaultyKeyValue implements Failing {
  private readonly kv: KeyValue;
  private fault: Fault | null;
  /** Of the kind that count for the fault. */
  calls = 0;

  constructor(kv: KeyValue, fault: Fault | null) {
    this.kv = kv;
    this.fault = fault;
  }

  mend(): void {
    this.fault = null;
  }

  get mended(): boolean {
    return this.fault === null;
  }

  private strikes(): Fault | null {
    const { fault } = this;
    const call = this.calls++;
    if (fault === null || call < fault.at || call >= fault.at + fault.span) return null;
    return fault;
  }

  private async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.fault?.calls === "writes") return work();
    const fault = this.strikes();
    if (fault === null || fault.silent) return work();
    throw new StorageError(fault.failure);
  }

  /** `some` does the part that a write of several leaves behind; of a single one that is nothing. */
  private async write<T>(all: () => Promise<T>, some: () => Promise<unknown>, quiet: T): Promise<T> {
    const fault = this.strikes();
    if (fault === null) return all();
    if (fault.done === "all") await all();
    if (fault.done === "some") await some();
    if (fault.silent) return quiet;
    throw new StorageError(fault.failure);
  }

  get(key: string): Promise<Bytes | undefined> {
    return this.read(() => this.kv.get(key));
  }

  getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]> {
    return this.read(() => this.kv.getMany(keys));
  }

  keys(prefix: string, from?: string): Promise<readonly string[]> {
    return this.read(() => this.kv.keys(prefix, from));
  }

  add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]): Promise<"added" | "exists"> {
    const nothing = async (): Promise<void> => undefined;
    return this.write<"added" | "exists">(() => this.kv.add(key, bytes, ...anchors), nothing, "added");
  }

  putMany(entries: readonly Entry[], anchor?: string): Promise<void> {
    const some = entries.filter((_, index) => index % 2 === 0 && entries.length > 1);
    return this.write(
      () => this.kv.putMany(entries, anchor),
      () => this.kv.putMany(some, anchor),
      undefined,
    );
  }

  delete(keys: readonly string[], unless?: string): Promise<void> {
    const some = keys.filter((_, index) => index % 2 === 0 && keys.length > 1);
    return this.write(
      () => this.kv.delete(keys, unless),
      () => this.kv.delete(some, unless),
      undefined,
    );
  }
}

/** Bytes that noting a deletion takes, before anything is freed. */
export const DELETION = 1024;

/**
 * A disk with room for so many bytes, until it is mended. What is written stands beside what it replaces for a moment.
 * It reads well; a deletion that finds no room razes it all.
 */
export class FullDisk implements Failing {
  private readonly kv: KeyValue;
  private readonly disk: Disk;
  private readonly failure: StorageFailure;
  private readonly probesLie: boolean;
  private room: number;
  razed = false;
  /** What each write took, with all that was there. */
  readonly peaks: number[] = [];

  /** `probesLie`: the write before a deletion goes through although the disk is full. */
  constructor(disk: Disk, room: number, failure: StorageFailure, probesLie = false) {
    this.kv = new MemoryKeyValue(disk);
    this.disk = disk;
    this.room = room;
    this.failure = failure;
    this.probesLie = probesLie;
  }

  get mended(): boolean {
    return this.room === Number.POSITIVE_INFINITY;
  }

  mend(): void {
    this.room = Number.POSITIVE_INFINITY;
  }

  private get used(): number {
    let sum = 0;
    for (const [key, bytes] of this.disk) sum += key.length + bytes.length;
    return sum;
  }

  private async write<T>(entries: readonly Entry[], work: () => Promise<T>): Promise<T> {
    const peak = entries.reduce((sum, { key, bytes }) => sum + key.length + bytes.length, this.used);
    const probe = entries.every(({ key }) => key === PROBE_KEY);
    if (!probe) this.peaks.push(peak);
    if (peak > this.room && !(probe && this.probesLie)) throw new StorageError(this.failure);
    return work();
  }

  get(key: string): Promise<Bytes | undefined> {
    return this.kv.get(key);
  }

  getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]> {
    return this.kv.getMany(keys);
  }

  keys(prefix: string, from?: string): Promise<readonly string[]> {
    return this.kv.keys(prefix, from);
  }

  add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]): Promise<"added" | "exists"> {
    return this.write([{ key, bytes }], () => this.kv.add(key, bytes, ...anchors));
  }

  putMany(entries: readonly Entry[]): Promise<void> {
    return this.write(entries, () => this.kv.putMany(entries));
  }

  async delete(keys: readonly string[], unless?: string): Promise<void> {
    if (this.used + DELETION <= this.room) return this.kv.delete(keys, unless);
    this.disk.clear();
    this.razed = true;
    throw new StorageError({ type: "lostConnection" });
  }
}
