/** What is measured with: the files, the keys, the searches, and what must come out of each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FOLDER } from "./samples.ts";

/** Left to right as on the sheet: the last of them has the most distinct texts. */
export const SORT_KEYS = ["title", "name", "company"] as const;
/** Of texts only, so that what our search makes of numbers and dates is no part of the comparison; none finds all rows. */
export const SEARCHES = { first: "j", before: "k9", typed: "9", whole: "k99", chinese: "王" } as const;

/** How many rows are looked at before a result counts as shown. */
export const TOP = 10;

/** Codes of the rows that must stand first, by how the last key is sorted. */
export interface Sorted {
  readonly ascending: readonly string[];
  readonly descending: readonly string[];
  /** By the keys before it alone. */
  readonly none: readonly string[];
}

export interface Found {
  readonly matching: number;
  /** Codes. */
  readonly first: readonly string[];
}

export interface Expected {
  readonly rows: number;
  readonly bytes: number;
  /** Line feeds in the file, those inside cells included. */
  readonly lines: number;
  /** Of bare columns: four bytes a text cell, eight a number, each distinct text once. */
  readonly columnBytes: { readonly browser: number; readonly node: number };
  readonly ours: Sorted;
  readonly peer: Sorted;
  /** By search. */
  readonly found: Readonly<Record<string, Found>>;
}

export const csvPath = (rows: number): string => join(FOLDER, "data", `${rows}.csv`);
export const expectedPath = (rows: number): string => join(FOLDER, "data", `${rows}.json`);

export function readExpected(rows: number): Expected {
  return JSON.parse(readFileSync(expectedPath(rows), "utf8"));
}
