/** CSV in and out: the names other rooms import. */
export * from "./api.ts";
export { exportColumn, exportSource } from "./columns.ts";
export { contactsTable, isContacts } from "./contacts.ts";
export type { FileBytes } from "./csv/bytes.ts";
export { settleExtent, type Unsettled } from "./csv/extent.ts";
export { guard, unguard } from "./csv/guard.ts";
export { readTable, readTableSteps, readUnsettledSteps } from "./csv/read.ts";
export { CELL_LIMIT } from "./csv/rows.ts";
export * from "./csv/table.ts";
export { type CsvProblem, type CsvRead, type ReadRows, readCsv } from "./csv/whole.ts";
export {
  type ExportColumn,
  type ExportSource,
  headOf,
  textColumn,
  textSource,
  writeCsv,
  writeCsvSteps,
} from "./csv/write.ts";
export type { DateQuestion, DayOrder } from "./dates.ts";
export { Diff } from "./diff.ts";
export { encoderOf } from "./encode.ts";
export { convertForeign, isForeign } from "./foreign.ts";
export { keyCandidates, suggestKey } from "./keys.ts";
export * from "./match.ts";
export { mendTable } from "./mend.ts";
export { type Checked, checkSteps, type Misfit } from "./out/check.ts";
export { bytesOf, type OutFile, textFiles } from "./out/files.ts";
export { writeOut } from "./out/zip.ts";
export * from "./plan.ts";
export * from "./presets/index.ts";
export type { Reading } from "./reading.ts";
export * from "./recipe.ts";
export { cellsOf, type RejectedWords, rejectedCsv } from "./rejected.ts";
export {
  type LinesTold,
  type LineText,
  linesTold,
  REPORT_SAMPLE,
  type ReadingReport,
  reportOf,
} from "./report.ts";
export * from "./returning/index.ts";
export { type StagedImport, stageRows, stageRowsSteps } from "./stage.ts";
export type { CardColumn } from "./vcard/read.ts";
export { writeCardsSteps } from "./vcard/write.ts";
export { xlsxFile } from "./xlsx/write.ts";
