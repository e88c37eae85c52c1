/** CSV in and out: the names other rooms import. */
export * from "../exchange/api.ts";
export { type CodedTexts, codeColumns } from "./columns.ts";
export {
  type CsvResult,
  type CsvTable,
  LONGEST_CELL,
  type RejectedRow,
  readCsv,
  readCsvSteps,
} from "./csv/read.ts";
export { type TextColumn, writeCsv } from "./csv/write.ts";
export { guard, unguard } from "./guard.ts";
export { type ImportPlan, planImport } from "./plan.ts";
export { type ExportPreset, PRESETS, presetOf } from "./presets.ts";
export { rejectedCsv } from "./rejected.ts";
export { type StagedImport, stageSteps } from "./stage.ts";
