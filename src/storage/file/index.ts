/** Workbook files: a door of its own, because the zip behind it is fetched only when a file is saved or opened. */
export { type FileOptions, type ReadFile, readWorkbookFile } from "./read.ts";
export { type WrittenFile, writeWorkbookFile } from "./write.ts";
