/** A workbook file read back: nothing is given out before every checksum, count and reference holds. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { SheetId } from "../../core/model/index.ts";
import type { Bytes } from "../keyvalue.ts";
import { type Pace, pacer } from "../pace.ts";
import type { Content, ContentRows } from "./content.ts";
import {
  DEFINITIONS,
  MANIFEST,
  type Manifest,
  type PartRecord,
  readDefinitions,
  readManifest,
} from "./manifest.ts";
import { type Refusal, Refused } from "./refusal.ts";
import { holdsSeal } from "./seal.ts";
import { type SheetPlan, SheetReader } from "./sheet.ts";
import { Cancelled, keepPace, type Part, type Unpacked, unpackZip } from "./zip.ts";

export interface FileOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

type Failed = { readonly type: "refused"; readonly refusal: Refusal } | { readonly type: "cancelled" };

export type ReadFile =
  | { readonly type: "workbook"; readonly content: Content; readonly saved: number }
  | Failed;

export type CheckedFile = { readonly type: "sound" } | Failed;

const LARGEST_JSON = 1 << 26;

function partOf({ parts }: Unpacked, name: string): Part {
  const part = parts.get(name);
  if (part === undefined) throw new Refused("missingPart", name);
  return part;
}

/** A part that is held as a whole; `unpack` hands on its bytes. */
async function whole(
  name: string,
  bytes: number,
  unpack: (take: (piece: Bytes) => Promise<void>) => Promise<void>,
): Promise<Bytes> {
  if (bytes > LARGEST_JSON) throw new Refused("tooLarge", name);
  const pieces: Bytes[] = [];
  await unpack(async (piece) => void pieces.push(piece));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Exactly the parts that the manifest names, each once. */
function checkNames({ parts }: Unpacked, records: readonly PartRecord[]): void {
  const named = new Set([MANIFEST, ...records.map(({ name }) => name)]);
  if (named.size !== records.length + 1) throw new Refused("malformed", MANIFEST, "parts");
  for (const name of parts.keys()) if (!named.has(name)) throw new Refused("unknownPart", name);
  for (const name of named) if (!parts.has(name)) throw new Refused("missingPart", name);
}

/** What of a file is read when its manifest is known. */
class Contents {
  private readonly zip: Unpacked;
  private readonly records: ReadonlyMap<string, PartRecord>;
  readonly pace: Pace;

  constructor(zip: Unpacked, { parts }: Manifest, pace: Pace) {
    this.zip = zip;
    this.records = new Map(parts.map((record) => [record.name, record] as const));
    this.pace = pace;
  }

  /** Hands on a part's bytes. Throws Refused, at the end at the latest, where they are not the manifest's. */
  private async verified(name: string, take: (piece: Bytes) => Promise<void>): Promise<void> {
    const record = this.records.get(name);
    if (record === undefined) throw new Refused("missingPart", name);
    const hash = sha256.create();
    let bytes = 0;
    await partOf(this.zip, name).unpack(async (piece) => {
      hash.update(piece);
      bytes += piece.length;
      await take(piece);
    });
    if (bytes !== record.bytes || bytesToHex(hash.digest()) !== record.sha256) {
      throw new Refused("damagedPart", name);
    }
  }

  json(name: string): Promise<Bytes> {
    return whole(name, partOf(this.zip, name).bytes, (take) => this.verified(name, take));
  }

  /** That the bytes are wrong goes before what is wrong with the text in them. */
  async sheet(plan: SheetPlan, onRows: (rows: number) => void): Promise<ContentRows> {
    const reader = new SheetReader(plan);
    let refused: Refused | null = null;
    await this.verified(plan.part, async (piece) => {
      try {
        if (refused === null) onRows(reader.push(piece));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused = error;
      }
      await keepPace(this.pace);
    });
    if (refused !== null) throw refused;
    return reader.finish();
  }
}

/** `take` gets the rows of each sheet; where there is none they are checked and let go. */
async function readParts(
  file: Blob,
  { signal, onProgress }: FileOptions,
  take?: (sheet: SheetId, rows: ContentRows) => void,
): Promise<Omit<Content, "rows"> & { readonly saved: number }> {
  const pace = pacer(() => signal?.aborted !== true);
  if (signal?.aborted === true) throw new Cancelled();
  const zip = await unpackZip(file);
  const listed = partOf(zip, MANIFEST);
  const manifest = readManifest(await whole(MANIFEST, listed.bytes, (take) => listed.unpack(take)));
  checkNames(zip, manifest.parts);
  const contents = new Contents(zip, manifest, pace);
  const { workbook, sheets } = readDefinitions(await contents.json(DEFINITIONS));
  if (manifest.parts.length !== sheets.length + 1) throw new Refused("malformed", DEFINITIONS, "sheets");
  const total = sheets.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const [index, { part, rows }] of sheets.entries()) {
    const sheet = workbook.sheets[index];
    if (sheet === undefined) throw new Refused("malformed", DEFINITIONS, "sheets");
    const read = await contents.sheet({ part, sheet, rows, keep: take !== undefined }, (sofar) =>
      onProgress?.({ done: done + sofar, total }),
    );
    take?.(sheet.id, read);
    done += rows;
    onProgress?.({ done, total });
  }
  // Last, so that of a damaged file the part is named where it can be.
  if (!(await holdsSeal(file, zip.comment, pace))) throw new Refused("inconsistent");
  return { workbook, saved: Date.parse(manifest.saved) };
}

function failed(error: unknown, signal: AbortSignal | undefined): Failed {
  if (error instanceof Cancelled || signal?.aborted === true) return { type: "cancelled" };
  if (error instanceof Refused) return { type: "refused", refusal: error.refusal };
  throw error;
}

/** In slices. */
export async function readWorkbookFile(file: Blob, options: FileOptions = {}): Promise<ReadFile> {
  try {
    const rows = new Map<SheetId, ContentRows>();
    const { workbook, saved } = await readParts(file, options, (sheet, own) => rows.set(sheet, own));
    return { type: "workbook", content: { workbook, rows }, saved };
  } catch (error) {
    return failed(error, options.signal);
  }
}

/** Reads all of it, and keeps nothing. */
export async function checkWorkbookFile(file: Blob, options: FileOptions = {}): Promise<CheckedFile> {
  try {
    await readParts(file, options);
    return { type: "sound" };
  } catch (error) {
    return failed(error, options.signal);
  }
}
