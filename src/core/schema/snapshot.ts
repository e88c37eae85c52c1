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
}

export interface Snapshot {
  readonly seq: number;
  readonly workbook: Workbook;
  readonly rows: ReadonlyMap<SheetId, SheetRows>;
}
