/** Files that went out and come back: the names other rooms import. */
export * from "./damage.ts";
export * from "./mark.ts";
export * from "./merge.ts";
export * from "./read.ts";
