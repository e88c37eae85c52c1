/** The root of a snapshot: position, definitions, and which chunks make up its rows. */
import { type SheetId, sheetId, type Workbook } from "../../core/model/index.ts";
import { parseWorkbook, SCHEMA_VERSION } from "../../core/schema/index.ts";
import { HASH_BYTES } from "../frame.ts";
import { chunkKey, orderKey, textOrdersKey } from "../keys.ts";
import type { Bytes } from "../keyvalue.ts";
import { firstSound, leadingWhole, Malformed, Newer, type Reader, Writer } from "./bytes.ts";

/** A record of an earlier or the same generation, by its checksum. */
export interface RecordRef {
  readonly gen: number;
  readonly hash: Bytes;
}

export interface ChunkRef extends RecordRef {
  readonly rows: number;
}

export interface SheetRef {
  readonly sheet: SheetId;
  readonly rowCount: number;
  readonly nextRowId: number;
  readonly order: RecordRef;
  /** Null where no text was ever put in order. */
  readonly textOrders: RecordRef | null;
  /** By chunk number. */
  readonly chunks: readonly ChunkRef[];
}

/** What older builds wrote, up to and including a generation; it stays for a while after an upgrade. */
export interface Held {
  readonly gen: number;
  /** Milliseconds, when the first snapshot of this version was written. */
  readonly since: number;
}

export interface Root {
  /** SCHEMA_VERSION of the build that wrote it; `encodeRoot` writes the present one. */
  readonly version: number;
  readonly gen: number;
  /** The last journal entry the snapshot includes, and that record's checksum. */
  readonly seq: number;
  readonly hash: Bytes;
  readonly workbook: Workbook;
  readonly sheets: readonly SheetRef[];
  readonly held: Held | null;
}

function writeRef(writer: Writer, ref: RecordRef): void {
  writer.whole(ref.gen);
  writer.raw(ref.hash);
}

function readRef(reader: Reader): RecordRef {
  return { gen: reader.whole(), hash: reader.raw(HASH_BYTES) };
}

export function encodeRoot(root: Root): Bytes {
  const writer = new Writer();
  writer.whole(SCHEMA_VERSION);
  writer.whole(root.gen);
  writer.whole(root.seq);
  writer.raw(root.hash);
  writer.json(root.workbook);
  writer.whole(root.sheets.length);
  for (const { sheet, rowCount, nextRowId, order, textOrders, chunks } of root.sheets) {
    writer.text(sheet);
    writer.whole(rowCount);
    writer.whole(nextRowId);
    writeRef(writer, order);
    writer.byte(textOrders === null ? 0 : 1);
    if (textOrders !== null) writeRef(writer, textOrders);
    writer.whole(chunks.length);
    for (const chunk of chunks) {
      writeRef(writer, chunk);
      writer.whole(chunk.rows);
    }
  }
  writer.whole(root.held?.gen ?? 0);
  if (root.held !== null) writer.double(root.held.since);
  return writer.finish();
}

function readHeld(reader: Reader): Held | null {
  const gen = reader.whole();
  return gen === 0 ? null : { gen, since: reader.double() };
}

interface Layout {
  readonly textOrders: boolean;
  readonly held: boolean;
}

function readSheet(reader: Reader, layout: Layout): SheetRef {
  const sheet = sheetId(reader.text());
  const rowCount = reader.whole();
  const nextRowId = reader.whole();
  const order = readRef(reader);
  const textOrders = layout.textOrders && reader.byte() !== 0 ? readRef(reader) : null;
  const chunks: ChunkRef[] = [];
  for (let rest = reader.whole(); rest > 0; rest--) chunks.push({ ...readRef(reader), rows: reader.whole() });
  return { sheet, rowCount, nextRowId, order, textOrders, chunks };
}

function readBody(reader: Reader, version: number, layout: Layout): Root {
  const gen = reader.whole();
  const seq = reader.whole();
  const hash = reader.raw(HASH_BYTES);
  const parsed = parseWorkbook(reader.text(), version);
  if (!parsed.ok) throw new Malformed(`${parsed.problem} ${parsed.path}`);
  const sheets: SheetRef[] = [];
  for (let rest = reader.whole(); rest > 0; rest--) sheets.push(readSheet(reader, layout));
  const held = layout.held ? readHeld(reader) : null;
  reader.end();
  return { version, gen, seq, hash, workbook: parsed.workbook, sheets, held };
}

/** Throws Malformed or Newer. */
export function decodeRoot(bytes: Bytes): Root {
  const { value: version, rest } = leadingWhole(bytes.slice());
  if (version > SCHEMA_VERSION) throw new Newer();
  if (version > 1) return readBody(rest(), version, { textOrders: true, held: true });
  return firstSound(
    () => readBody(rest(), version, { textOrders: true, held: false }),
    // The first builds kept no texts in order.
    () => readBody(rest(), version, { textOrders: false, held: false }),
  );
}

export interface NamedRecord {
  readonly key: string;
  readonly hash: Bytes;
}

/** What the root names, by the checksums it names it by. */
export function namedBy(root: Root): readonly NamedRecord[] {
  return root.sheets.flatMap(({ sheet, order, textOrders, chunks }) => [
    { key: orderKey(sheet, order.gen), hash: order.hash },
    ...(textOrders === null ? [] : [{ key: textOrdersKey(sheet, textOrders.gen), hash: textOrders.hash }]),
    ...chunks.map(({ gen, hash }, index) => ({ key: chunkKey(sheet, index, gen), hash })),
  ]);
}
