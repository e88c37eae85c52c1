/** The files that accountants and their programs send, all written by hand: one module for each family. */
import { BANK_FILES } from "./banks.ts";
import { CHINESE_FILES } from "./chinese.ts";
import { ENGLISH_FILES } from "./english.ts";
import { EXCEL_FILES } from "./excel.ts";
import type { SentFile } from "./file.ts";
import { GERMAN_FILES } from "./german.ts";
import { LAYOUT_FILES } from "./layouts.ts";
import { OTHER_FILES } from "./others.ts";
import { REPORTS } from "./reports.ts";

export const SENT_FILES: readonly SentFile[] = [
  ...LAYOUT_FILES,
  ...REPORTS,
  ...EXCEL_FILES,
  ...BANK_FILES,
  ...GERMAN_FILES,
  ...ENGLISH_FILES,
  ...CHINESE_FILES,
  ...OTHER_FILES,
];
