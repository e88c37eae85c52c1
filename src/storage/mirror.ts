/**
 * A second copy outside IndexedDB: the newest snapshots, each whole in one file of the records it is made of, one
 * frame after another and the root last. Each record proves itself, so a damaged file still gives all others.
 */
import type { WorkbookId } from "../core/model/index.ts";
import { decodeRoot, namedBy, type Root } from "./codec/root.ts";
import { storageError } from "./failures.ts";
import { decodeFormat } from "./format.ts";
import { digestName, sameBytes, splitFrames } from "./frame.ts";
import { FORMAT_KEY, rootKey } from "./keys.ts";
import {
  type Bytes,
  type Entry,
  failureOf,
  type KeyValue,
  StorageError,
  type StorageFailure,
} from "./keyvalue.ts";
import { batches, checkRecord, decoded, readRecord } from "./records.ts";

/** A folder for one workbook. Every method rejects with a StorageError. */
export interface MirrorFiles {
  read(name: string): Promise<File | null>;
  /** On disk when it resolves; else any part of the file may be there. What `pieces` throws is thrown on. */
  write(name: string, pieces: AsyncIterable<Bytes>): Promise<void>;
  list(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

export type MirrorResult =
  | { readonly type: "mirrored"; readonly gen: number; readonly bytes: number }
  /** There is no whole snapshot yet. */
  | { readonly type: "nothing" }
  | { readonly type: "failed"; readonly failure: StorageFailure };

const KEPT = 2;
/** Records in memory at once. */
const BATCH = 32;
const NAME = /^(\d{10})-(\d{12})-[0-9a-f]+\.mirror$/;

export interface Copy {
  readonly name: string;
  readonly gen: number;
  readonly seq: number;
}

const nameOf = ({ gen, seq }: Root, digest: string): string =>
  `${String(gen).padStart(10, "0")}-${String(seq).padStart(12, "0")}-${digest}.mirror`;

/** Newest first; files that are not ours are left out. */
async function listCopies(files: MirrorFiles): Promise<readonly Copy[]> {
  const names = (await files.list()).toSorted().toReversed();
  return names.flatMap((name) => {
    const [, gen, seq] = NAME.exec(name) ?? [];
    return gen === undefined || seq === undefined ? [] : [{ name, gen: Number(gen), seq: Number(seq) }];
  });
}

interface Written {
  readonly key: string;
  readonly hash: Bytes;
  readonly length: number;
}

/** The snapshot's records as they are stored, each checked: a copy of damage would be none. */
async function* gather(kv: KeyValue, root: Root, written: Written[]): AsyncGenerator<Bytes> {
  const all = [FORMAT_KEY, ...namedBy(root).map(({ key }) => key), rootKey(root.gen)];
  for (const keys of batches(all, BATCH)) {
    const values = await kv.getMany(keys);
    for (const [index, key] of keys.entries()) {
      const bytes = values[index];
      const record = await checkRecord(key, bytes);
      if (bytes === undefined || !record.ok) throw new StorageError({ type: "unverified", key });
      written.push({ key, hash: record.hash, length: bytes.length });
      yield bytes;
    }
  }
}

/** A file may be listed and yet not be readable. */
async function bytesIn(file: Blob | null): Promise<Bytes> {
  try {
    return new Uint8Array(file === null ? [] : await file.arrayBuffer());
  } catch (error) {
    throw storageError(error);
  }
}

async function verify(file: Blob | null, written: readonly Written[]): Promise<boolean> {
  let at = 0;
  for (const { key, hash, length } of written) {
    const bytes = await bytesIn(file?.slice(at, at + length) ?? null);
    const record = await checkRecord(key, bytes);
    if (!record.ok || !sameBytes(record.hash, hash)) return false;
    at += length;
  }
  return true;
}

async function copySnapshot(kv: KeyValue, files: MirrorFiles, root: Root): Promise<MirrorResult> {
  const stored = await readRecord(kv, rootKey(root.gen));
  if (!stored.ok) throw new StorageError({ type: "unverified", key: stored.key });
  const name = nameOf(root, digestName(stored.hash));
  const written: Written[] = [];
  try {
    await files.write(name, gather(kv, root, written));
    if (!(await verify(await files.read(name), written))) {
      throw new StorageError({ type: "unverified", key: name });
    }
  } catch (error) {
    await files.remove(name).catch(() => undefined);
    throw error;
  }
  // Only now, and by generation: the clock of the files may be wrong.
  const others = (await listCopies(files)).filter((copy) => copy.name !== name);
  for (const old of others.slice(KEPT - 1)) await files.remove(old.name);
  return { type: "mirrored", gen: root.gen, bytes: written.reduce((sum, { length }) => sum + length, 0) };
}

/** Copies the snapshot to a file of its own, reads it back, and only then lets go of all but the newest two. */
export async function writeMirror(
  kv: KeyValue,
  files: MirrorFiles,
  root: Root | null,
): Promise<MirrorResult> {
  if (root === null) return { type: "nothing" };
  try {
    return await copySnapshot(kv, files, root);
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
}

/** What the mirror holds of one workbook, read when it is first asked for: mostly it never is. */
export class Mirror {
  private readonly files: MirrorFiles;
  private readonly workbook: WorkbookId;
  private listed: Promise<readonly Copy[]> | null = null;
  private readonly contents = new Map<string, Promise<ReadonlyMap<string, Bytes>>>();

  constructor(files: MirrorFiles, workbook: WorkbookId) {
    this.files = files;
    this.workbook = workbook;
  }

  /** Newest first. A mirror that cannot be read has none: opening must not fail for it. */
  copies(): Promise<readonly Copy[]> {
    this.listed ??= listCopies(this.files).catch((error: unknown) => {
      failureOf(error);
      return [];
    });
    return this.listed;
  }

  /** Records by key, as they are: nothing is checked yet. */
  content(name: string): Promise<ReadonlyMap<string, Bytes>> {
    const known = this.contents.get(name);
    if (known !== undefined) return known;
    const reading = this.load(name).catch((error: unknown) => {
      failureOf(error);
      return new Map<string, Bytes>();
    });
    this.contents.set(name, reading);
    return reading;
  }

  private async load(name: string): Promise<ReadonlyMap<string, Bytes>> {
    const bytes = await bytesIn(await this.files.read(name));
    const records = new Map(Array.from(splitFrames(bytes), (each) => [each.key, each.bytes] as const));
    const format = decoded(await checkRecord(FORMAT_KEY, records.get(FORMAT_KEY)), decodeFormat);
    // A flipped bit in it is no reason to give up the rest; another workbook's name is.
    return format.ok && format.value.workbook !== this.workbook ? new Map() : records;
  }

  /** When a copy was made, by the clock of the files, and its bytes; null where it is not there any more. */
  async about({ name }: Copy): Promise<{ readonly time: number; readonly size: number } | null> {
    const file = await this.files.read(name);
    return file === null ? null : { time: file.lastModified, size: file.size };
  }

  /** The snapshot of a copy, and its record. */
  async root({ name, gen }: Copy): Promise<{ readonly root: Root; readonly entry: Entry } | null> {
    const key = rootKey(gen);
    const bytes = (await this.content(name)).get(key);
    const root = decoded(await checkRecord(key, bytes), decodeRoot);
    return root.ok && bytes !== undefined ? { root: root.value, entry: { key, bytes } } : null;
  }

  /** The record `key` that has this checksum, if any copy holds it whole. */
  async find(key: string, hash: Bytes): Promise<Bytes | null> {
    for (const { name } of await this.copies()) {
      const bytes = (await this.content(name)).get(key);
      const record = await checkRecord(key, bytes);
      if (bytes !== undefined && record.ok && sameBytes(record.hash, hash)) return bytes;
    }
    return null;
  }
}
