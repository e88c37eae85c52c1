/** What can happen to a workbook: the names other rooms import. */
export * from "./apply.ts";
export * from "./change.ts";
export * from "./record.ts";
export * from "./squash.ts";
