/** Durable storage of workbooks: the names other rooms import. */
export * from "./catalogue.ts";
export type { HistoryEntry } from "./codec/record.ts";
export { loadCopy, restoreCopy } from "./copies.ts";
export type { Damage, DamageReason, RowRange } from "./damage.ts";
export { copyRecords } from "./duplicate.ts";
export { type Content, type ContentRows, contentOps, rowsIn } from "./file/content.ts";
export type { Refusal as FileRefusal } from "./file/refusal.ts";
export { readGlance } from "./glance.ts";
export { deleteIndexedDb, openIndexedDb } from "./indexeddb.ts";
export type { AppendResult, Followed, HistoryResult, ReadResult } from "./journal.ts";
export { failureOf, type KeyValue, type StorageFailure } from "./keyvalue.ts";
export { type Copy, Mirror, type MirrorFiles, type MirrorResult } from "./mirror.ts";
export { listFolder, MIRROR_FOLDER, openOpfs, removeFolder } from "./opfs.ts";
export type { Alone } from "./prepare.ts";
export type { CompactResult } from "./snapshot.ts";
export * from "./store.ts";
export * from "./witness.ts";
