/** A folder as browsers hand it out, in memory: every call of it can throw once, and every one is noted. */

/** What a call meets before it does anything. */
export type Meet = (call: string) => void;

class FakeFile extends Blob {
  private readonly meet: Meet;

  constructor(bytes: BlobPart[], meet: Meet) {
    super(bytes);
    this.meet = meet;
  }

  override slice(from?: number, to?: number): Blob {
    const part = super.slice(from, to);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = async () => {
      this.meet("read");
      return read();
    };
    return part;
  }
}

export class FakeFolder {
  readonly files = new Map<string, Blob>();
  /** Of one file after another, in the order in which they were done. */
  readonly calls: string[] = [];
  /** What becomes of bytes on their way to the disk. */
  damage: (file: Blob) => Blob = (file) => file;
  fault: Meet = () => undefined;
  /** Looks at the folder right before an entry goes. */
  beforeRemoval: (name: string) => void = () => undefined;

  private readonly meet = (call: string): void => {
    this.calls.push(call);
    this.fault(call);
  };

  private entry(name: string) {
    const { meet, files } = this;
    return {
      kind: "file",
      name,
      createWritable: async () => {
        meet("createWritable");
        let written = new Blob([]);
        return {
          write: async (file: Blob) => {
            meet("write");
            written = file;
          },
          // Until it is closed, the file in its place is what it was.
          close: async () => {
            meet("close");
            files.set(name, this.damage(written));
          },
          abort: async () => undefined,
        };
      },
      getFile: async () => {
        meet("getFile");
        const file = files.get(name);
        if (file === undefined) throw new DOMException("gone", "NotFoundError");
        return new FakeFile([file], meet);
      },
    };
  }

  /** What of a folder `backUp` uses; the rest is not there. */
  get handle(): FileSystemDirectoryHandle {
    const { meet, files } = this;
    const used = {
      kind: "directory",
      getFileHandle: async (name: string, { create = false } = {}) => {
        meet("getFileHandle");
        if (!files.has(name) && !create) throw new DOMException("gone", "NotFoundError");
        if (!files.has(name)) files.set(name, new Blob([]));
        return this.entry(name);
      },
      removeEntry: async (name: string) => {
        meet("removeEntry");
        this.beforeRemoval(name);
        if (!files.delete(name)) throw new DOMException("gone", "NotFoundError");
      },
      values: async function* (this: void) {
        meet("values");
        for (const name of Array.from(files.keys())) yield entryOf(name);
      },
    };
    const entryOf = (name: string) => this.entry(name);
    return used as unknown as FileSystemDirectoryHandle;
  }
}
