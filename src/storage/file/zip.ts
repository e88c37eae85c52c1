/**
 * The zip container, over zip.js: its reader refuses what another reader could take for something else, and unpacks
 * part by part without holding one. (fflate is smaller, but its streaming reader looks for the next part's signature
 * inside packed data, where it may stand by chance.)
 */
import { BlobReader, type FileEntry, ZipReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { Bytes } from "../keyvalue.ts";
import type { Pace } from "../pace.ts";
import { Refused } from "./refusal.ts";

/** Bytes of all parts, unpacked: some ten million rows. */
const LARGEST = 2 ** 31;
/** "PK" and the mark of a part: what every zip file with something in it begins with. */
const SIGNATURE = [0x50, 0x4b, 3, 4];

const OPTIONS = { useWebWorkers: false, strictness: "strict", checkSignature: true } as const;

/** Given up: what is under way ends with it. Thrown inside `file/` only. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

export async function keepPace(pace: Pace): Promise<void> {
  if (!(await pace())) throw new Cancelled();
}

/** Packs parts one after another, each from pieces that are made when there is room for them. */
export class Packer {
  private readonly packed: Bytes[] = [];
  private readonly pace: Pace;
  private readonly writer: ZipWriter<unknown>;

  /** `time` is the date of all parts. */
  constructor(pace: Pace, time: number) {
    this.pace = pace;
    const packed = this.packed;
    const sink = new WritableStream<Bytes>({ write: (piece) => void packed.push(piece) });
    this.writer = new ZipWriter(sink, { useWebWorkers: false, lastModDate: new Date(time) });
  }

  async add(name: string, pieces: Iterator<Bytes>): Promise<void> {
    const { pace } = this;
    const source = new ReadableStream<Bytes>({
      async pull(controller) {
        await keepPace(pace);
        const next = pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
    });
    await this.writer.add(name, source);
  }

  async finish(comment: Bytes): Promise<Blob> {
    await this.writer.close(comment);
    return new Blob(this.packed, { type: "application/zip" });
  }
}

export interface Unpacked {
  readonly comment: string;
  readonly parts: ReadonlyMap<string, Part>;
}

export interface Part {
  /** As declared; more never comes. */
  readonly bytes: number;
  /** Throws Refused where the part is damaged, and whatever `take` throws. */
  unpack(take: (piece: Bytes) => Promise<void>): Promise<void>;
}

/** What the browser throws where a file was moved, changed or locked since it was chosen. */
const isLost = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === "NotReadableError" || error.name === "NotFoundError");

/** What is thrown inside a stream may come out of it changed, so it is kept beside it. */
class Mishap {
  private kept: unknown = null;

  async guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.kept = error;
      throw error;
    }
  }

  rethrow(): void {
    if (this.kept !== null) throw this.kept;
  }
}

function partOf(entry: FileEntry): Part {
  const bytes = entry.uncompressedSize;
  const { filename } = entry;
  return {
    bytes,
    unpack: async (take) => {
      const mishap = new Mishap();
      let came = 0;
      const sink = new WritableStream<Bytes>({
        write: (piece) =>
          mishap.guard(async () => {
            came += piece.length;
            if (came > bytes) throw new Refused("damagedPart", filename);
            await take(piece);
          }),
      });
      try {
        await entry.getData(sink, OPTIONS);
      } catch (error) {
        mishap.rethrow();
        throw new Refused(isLost(error) ? "unreadable" : "damagedPart", filename);
      }
    },
  };
}

async function entriesOf(file: Blob) {
  const reader = new ZipReader(new BlobReader(file), OPTIONS);
  try {
    const entries = await reader.getEntries();
    return { comment: new TextDecoder().decode(reader.comment), entries };
  } catch (error) {
    if (isLost(error)) throw new Refused("unreadable");
    const isCut = error instanceof Error && error.message.startsWith("End of central directory");
    throw new Refused(isCut ? "truncated" : "inconsistent");
  }
}

/** The parts by name, still packed. Throws Refused; parts that overlap are refused too. */
export async function unpackZip(file: Blob): Promise<Unpacked> {
  const head = await file
    .slice(0, SIGNATURE.length)
    .arrayBuffer()
    .catch(() => {
      throw new Refused("unreadable");
    });
  const first = new Uint8Array(head);
  if (SIGNATURE.some((byte, index) => first[index] !== byte)) throw new Refused("notAWorkbook");
  const { comment, entries } = await entriesOf(file);
  // zip.js takes a comment that was cut off whole for none, though its length still stands there.
  const end = new Uint8Array(await file.slice(-2).arrayBuffer());
  if (comment === "" && end.some((byte) => byte !== 0)) throw new Refused("truncated");
  const parts = new Map<string, Part>();
  let total = 0;
  for (const entry of entries) {
    if (entry.directory || entry.encrypted) throw new Refused("unknownPart", entry.filename);
    total += entry.uncompressedSize;
    parts.set(entry.filename, partOf(entry));
  }
  if (total > LARGEST) throw new Refused("tooLarge");
  return { comment, parts };
}
