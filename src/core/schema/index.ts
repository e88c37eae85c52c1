/** What is stored of a workbook, and in which version: the names other rooms import. */
export * from "./cause.ts";
export * from "./definitions.ts";
export * from "./glance.ts";
export * from "./parse.ts";
export * from "./snapshot.ts";
export * from "./version.ts";
