/** A whole workbook as one file: a zip of readable parts, each with its checksum in the manifest, read back before it is given out. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Sheet } from "../../core/model/index.ts";
import type { Bytes } from "../keyvalue.ts";
import { pacer } from "../pace.ts";
import { type Content, rowsIn } from "./content.ts";
import {
  DEFINITIONS,
  MANIFEST,
  type PartRecord,
  type SheetRecord,
  writeDefinitions,
  writeManifest,
} from "./manifest.ts";
import { checkWorkbookFile, type FileOptions } from "./read.ts";
import type { Refusal } from "./refusal.ts";
import { seal, UNSEALED } from "./seal.ts";
import { writeSheet } from "./sheet.ts";
import { Cancelled, Packer } from "./zip.ts";

export type WrittenFile =
  | { readonly type: "file"; readonly file: Blob; readonly rows: number }
  | { readonly type: "cancelled" }
  /** Read back, it is not what was written. */
  | { readonly type: "unverified"; readonly refusal: Refusal };

/** Of a sheet's name in that of its part. */
const NAME_LENGTH = 40;

/** Its number makes it unique; what a file system or an unpacker may take amiss is left out. */
function partName(sheet: Sheet, index: number): string {
  const plain = sheet.name.replace(/[^\p{L}\p{N} _-]+/gu, "_");
  return `sheets/${index + 1} ${Array.from(plain).slice(0, NAME_LENGTH).join("").trim()}.csv`;
}

class Parts {
  readonly packer: Packer;
  readonly records: PartRecord[] = [];

  constructor(packer: Packer) {
    this.packer = packer;
  }

  async add(name: string, pieces: Iterable<Bytes>): Promise<void> {
    const hash = sha256.create();
    let bytes = 0;
    function* counted(): Generator<Bytes> {
      for (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
    }
    await this.packer.add(name, counted());
    this.records.push({ name, bytes, sha256: bytesToHex(hash.digest()) });
  }
}

/** As `writeWorkbookFile` does, but without reading it back. Throws Cancelled. */
async function packWorkbook(content: Content, saved: number, options: FileOptions): Promise<Blob> {
  const { signal, onProgress } = options;
  const pace = pacer(() => signal?.aborted !== true);
  const parts = new Parts(new Packer(pace, saved));
  // Written once and read back once.
  const total = 2 * rowsIn(content);
  const sheets: SheetRecord[] = [];
  let done = 0;
  for (const [index, sheet] of content.workbook.sheets.entries()) {
    const rows = content.rows.get(sheet.id) ?? { ids: new Uint32Array(), columns: new Map() };
    const part = partName(sheet, index);
    function* told(): Generator<Bytes> {
      for (const { bytes, rows: made } of writeSheet(sheet, rows)) {
        yield bytes;
        done += made;
        onProgress?.({ done, total });
      }
    }
    await parts.add(part, told());
    sheets.push({ sheet: sheet.id, part, rows: rows.ids.length });
  }
  await parts.add(DEFINITIONS, [writeDefinitions({ workbook: content.workbook, sheets })]);
  const manifest = writeManifest({ saved: new Date(saved).toISOString(), parts: parts.records });
  await parts.packer.add(MANIFEST, [manifest].values());
  return seal(await parts.packer.finish(UNSEALED), pace);
}

/** `saved`: milliseconds since 1970. In slices; `content` must stay as it is meanwhile. */
export async function writeWorkbookFile(
  content: Content,
  saved: number,
  options: FileOptions = {},
): Promise<WrittenFile> {
  const { signal, onProgress } = options;
  const rows = rowsIn(content);
  try {
    const file = await packWorkbook(content, saved, options);
    const checked = await checkWorkbookFile(file, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ done }) => onProgress?.({ done: rows + done, total: 2 * rows }),
    });
    switch (checked.type) {
      case "sound":
        return { type: "file", file, rows };
      case "refused":
        return { type: "unverified", refusal: checked.refusal };
      case "cancelled":
        return checked;
    }
  } catch (error) {
    if (error instanceof Cancelled || signal?.aborted === true) return { type: "cancelled" };
    throw error;
  }
}
