/** MirrorFiles in memory, which can be torn as files are: a write that fails leaves any part of the file. */
import { type Bytes, StorageError } from "../../../src/storage/keyvalue.ts";
import type { MirrorFiles } from "../../../src/storage/mirror.ts";

export interface MirrorFaults {
  /** Part of each file that is written, from 0 up to 1. */
  readonly writes?: number;
  /** Whether the write says so. */
  readonly quiet?: boolean;
  /** Reading gives back what was to be written: verifying is taken away. */
  readonly flatters?: boolean;
}

export class MemoryMirror implements MirrorFiles {
  readonly files: Map<string, Bytes>;
  private readonly meant = new Map<string, Bytes>();
  private readonly faults: MirrorFaults;

  constructor(files: Map<string, Bytes> = new Map(), faults: MirrorFaults = {}) {
    this.files = files;
    this.faults = faults;
  }

  async read(name: string): Promise<File | null> {
    const bytes = (this.faults.flatters ? this.meant.get(name) : undefined) ?? this.files.get(name);
    return bytes === undefined ? null : new File([bytes], name);
  }

  async write(name: string, pieces: AsyncIterable<Bytes>): Promise<void> {
    const { writes = 1, quiet = false } = this.faults;
    const all: Bytes[] = [];
    for await (const bytes of pieces) all.push(bytes.slice());
    const bytes = new Uint8Array(await new Blob(all).arrayBuffer());
    this.meant.set(name, bytes);
    this.files.set(name, bytes.slice(0, Math.floor(bytes.length * writes)));
    if (writes < 1 && !quiet) throw new StorageError({ type: "quota" });
  }

  async list(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}
