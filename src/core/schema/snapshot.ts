/** How a whole state is handed to and from storage: packed runs of rows, so that nothing is made per cell. */
import type { FieldId, SheetId } from "../model/ids.ts";
import type { Vector } from "../model/vector.ts";
import type { Workbook } from "../model/workbook.ts";

/** Rows per stored chunk. */
export const CHUNK_ROWS = 1024;

/** Rows that are stored together; every vector is as long as `ids`. Fields without a vector are empty. */
export interface RowChunk {
  readonly ids: Uint32Array;
  readonly columns: ReadonlyMap<FieldId, Vector>;
}

/** A text column's distinct texts in the order of a locale: collating them anew is the dearest part of a first sort. */
export interface TextOrder {
  readonly field: FieldId;
  /** BCP 47. */
  readonly locale: string;
  /** A text is meant by its number from 1, in the order in which the chunks' rows first use it. */
  readonly order: Uint32Array;
}

export interface SheetSource {
  readonly sheet: SheetId;
  /** Number of chunks; a chunk keeps its number for life and may be empty. */
  readonly chunkCount: number;
  readonly rowCount: number;
  /** The id that the next new row gets; above every id ever given, so that none is given twice. */
  readonly nextRowId: number;
  /** Chunks changed since the snapshot named by the last `published` call; all of them before the first. */
  dirtyChunks(): readonly number[];
  chunk(index: number): RowChunk;
  /** Ids of all rows in the sheet's own order. */
  order(): Uint32Array;
  textOrders(): readonly TextOrder[];
  /** The dirty chunks are on disk now. */
  published(): void;
}

export interface SnapshotSource {
  /** The last journal entry the state includes. */
  readonly seq: number;
  readonly workbook: Workbook;
  readonly sheets: readonly SheetSource[];
}

export interface SheetRows {
  /** By chunk number. */
  readonly chunks: readonly RowChunk[];
  readonly order: Uint32Array;
  readonly nextRowId: number;
  /** Not to be trusted: another browser may order otherwise. Those that could not be read are left out. */
  readonly textOrders: readonly TextOrder[];
}

export interface Snapshot {
  readonly seq: number;
  readonly workbook: Workbook;
  readonly rows: ReadonlyMap<SheetId, SheetRows>;
}
