/** The words of workbook files, in English. */
import { counted } from "./plural.ts";

const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enFile = {
  "toolbar.file": "Save as file",
  "toolbar.openFile": "Open file",
  "start.open": "Open workbook file",
  "file.save.title": "Save workbook as file",
  "file.save.what":
    "All sheets with their columns and views, in one file. It is read back and checked before you get it. The history of changes stays in this browser.",
  "file.save.action": "Save",
  "file.save.working": "Writing and checking the file…",
  "file.save.done": (p: { readonly rows: number }) =>
    `The file was read back and is right: ${rows(p.rows)}. Keep it in a safe place.`,
  "file.save.unverified": (p: { readonly why: string }) =>
    `The file was not given out, because reading it back failed: ${p.why} Try again.`,
  "file.save.failed": "The file could not be written. Try again.",
  "file.name": (p: { readonly workbook: string; readonly date: string }) =>
    `${p.workbook} ${p.date}.tierbook`,
  "file.choose": "Choose a file",
  "file.none": "No file chosen",
  "file.open.file": "File",
  "file.open.what":
    "A file that Tierbook saved. All of it is checked before it becomes a workbook in this browser.",
  "file.open.other": (p: { readonly workbook: string }) =>
    `It opens in place of “${p.workbook}”, which stays in this browser as it is and is listed under All workbooks.`,
  "file.open.working": "Reading and checking the file…",
  "file.open.done": (p: { readonly rows: number; readonly when: string }) =>
    `Opened: ${rows(p.rows)}, saved on ${p.when}.`,
  "file.open.unsaved":
    "The workbook that is open has changes that could not be saved yet, so it stays open. Save it as a file first, then do what the save status says.",
  "file.open.notKept": (p: { readonly why: string }) =>
    `The file is right, but the browser could not keep it: ${p.why} Nothing took the place of what you had.`,
  "file.open.failed": "The file could not be opened. Reload the page and try again.",
  "file.refused.unreadable":
    "The file could not be read. It may have been moved or changed: choose it again.",
  "file.refused.notAWorkbook":
    "This is not a workbook file. Choose one that Tierbook saved; lists come in with Import CSV.",
  "file.refused.tooNew":
    "This file was saved by a newer version of Tierbook. Reload the page to get that version, then choose it again.",
  "file.refused.tooLarge":
    "This file holds more than fits into memory. Close other tabs and programs, then choose it again.",
  "file.refused.truncated": "The end of this file is missing. Copy or download it again.",
  "file.refused.damaged": "This file is damaged. Use another copy of it.",
  "file.refused.damagedPart": (p: { readonly part: string }) =>
    `This file is damaged in ${p.part}. Use another copy of it.`,
  "file.refused.damagedLine": (p: { readonly part: string; readonly line: number }) =>
    `This file is damaged in ${p.part}, line ${p.line}. Use another copy of it.`,
} as const;
