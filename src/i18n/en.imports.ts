/** The words of imports that were done, and of turning one back, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });

export const enImports = {
  "cause.undoImport": (p: { readonly file: string }) => `turning back the import of ${p.file}`,
  "imports.title": "Imports",
  "imports.none": "Nothing was imported into this workbook yet.",
  "imports.counts": (p: {
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly left: number;
  }) =>
    `${n(p.added)} added, ${n(p.updated)} changed, ${n(p.unchanged)} unchanged${p.left === 0 ? "" : `, ${n(p.left)} left out`}`,
  "imports.turnedBack": (p: { readonly moment: string }) => `Turned back ${p.moment}`,
  "imports.undo": "Undo import…",
  "imports.undoTitle": (p: { readonly file: string }) => `Undo the import of ${p.file}?`,
  "imports.undoAction": "Undo import",
  "imports.all": "All imports",
  "imports.looking": "Comparing with the sheet as it is…",
  "imports.would": (p: { readonly removed: number; readonly restored: number }) =>
    `${rows(p.removed)} that came with it will go, ${cells(p.restored)} will be again what ${p.restored === 1 ? "it was" : "they were"}. What was done since stays.`,
  "imports.nothingLeft": "Nothing of this import is left that could be turned back.",
  "imports.kept": (p: { readonly count: number }) =>
    `${cells(p.count)} ${p.count === 1 ? "was" : "were"} edited since and stay${p.count === 1 ? "s" : ""} as ${p.count === 1 ? "it is" : "they are"}; a row with such a cell stays whole:`,
  "imports.more": (p: { readonly count: number }) => `and ${cells(p.count)} more`,
  "imports.row": "Row",
  "imports.column": "Column",
  "imports.imported": "Imported",
  "imports.present": "Now",
  "imports.done": (p: { readonly removed: number; readonly restored: number; readonly kept: number }) =>
    `Import undone: ${rows(p.removed)} removed, ${cells(p.restored)} set back${p.kept === 0 ? "" : `, ${cells(p.kept)} kept`}. Undo brings it back.`,
} as const;
