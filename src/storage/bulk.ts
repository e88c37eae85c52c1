/** Writes changes that are too large for their record into parts, which are on disk before it and mean nothing without it. */
import type { Change } from "../core/change/index.ts";
import { cutInto } from "./codec/bytes.ts";
import { changePieces } from "./codec/change.ts";
import type { ChangeBytes } from "./codec/record.ts";
import { digestName, type Framed, frame, HASH_BYTES } from "./frame.ts";
import { FORMAT_KEY, partKey } from "./keys.ts";
import type { Bytes, Entry, KeyValue } from "./keyvalue.ts";

/** Changes of this size and more go into parts, so that the history stays quick to read. */
const BULK_BYTES = 1 << 20;
const PARTS_PER_WRITE = 4;

export const partKeys = ({ id, hashes }: Extract<ChangeBytes, { at: "parts" }>): readonly string[] =>
  hashes.map((_, index) => partKey(id, index));

/** One change at a time. */
export class BulkWriter {
  private readonly kv: KeyValue;
  /** Where bulk changes are: one that lost its number to another tab's is not written twice. */
  private readonly placed = new WeakMap<Change, ChangeBytes>();
  /** What their parts are named by: tried again, or made again where a part is gone, they go over what was written before. */
  private readonly names = new WeakMap<Change, string>();
  /** For a part while it is put together. */
  private room: Bytes | null = null;

  constructor(kv: KeyValue) {
    this.kv = kv;
  }

  /** Where its bytes are: in its record, or in parts that are on disk by then. Rejects with a StorageError. */
  async place(seq: number, change: Change): Promise<ChangeBytes> {
    const known = this.placed.get(change);
    if (known !== undefined) return known;
    this.room ??= new Uint8Array(BULK_BYTES);
    const cut = cutInto(this.room, changePieces(change));
    let part = cut.next();
    if (part.done !== true && part.value.length < BULK_BYTES)
      return { at: "here", bytes: part.value.slice() };
    const id = this.nameOf(seq, change);
    const hashes: Bytes[] = [];
    /** Of frames that are written, for those to come. */
    const spare: Bytes[] = [];
    // Some are framed while those before them are written.
    let framing: Promise<Entry & Pick<Framed, "hash">>[] = [];
    let writing = Promise.resolve();
    const write = async (): Promise<void> => {
      const parts = await Promise.all(framing);
      framing = [];
      hashes.push(...parts.map(({ hash }) => hash));
      await writing;
      writing = this.kv.putMany(parts, FORMAT_KEY).then(() => {
        for (const { bytes } of parts) spare.push(bytes);
      });
      // Whoever waits for it is told; it must not be told as nobody's meanwhile.
      writing.catch(() => undefined);
    };
    for (; part.done !== true; part = cut.next()) {
      const key = partKey(id, hashes.length + framing.length);
      framing.push(frame(key, part.value, { spare: spare.pop() }).then((framed) => ({ key, ...framed })));
      if (framing.length === PARTS_PER_WRITE) await write();
    }
    if (framing.length > 0) await write();
    await writing;
    const parts: ChangeBytes = { at: "parts", id, hashes };
    this.placed.set(change, parts);
    return parts;
  }

  /** Where its parts may be gone, it will be written once more. False: it is in no parts. */
  forget(change: Change): boolean {
    return this.placed.delete(change);
  }

  private nameOf(seq: number, change: Change): string {
    const name =
      this.names.get(change) ?? `${seq}-${digestName(crypto.getRandomValues(new Uint8Array(HASH_BYTES)))}`;
    this.names.set(change, name);
    return name;
  }
}
