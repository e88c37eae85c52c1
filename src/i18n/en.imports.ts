/** The words of imports that were done, and of turning one back, in English. */
import { counted, groupedNumber, listed, sumText } from "./plural.ts";

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
  "imports.turnedBack": (p: { readonly moment: string }) => `Turned back on ${p.moment}`,
  "imports.undo": "Undo import…",
  "imports.undoTitle": (p: { readonly file: string }) => `Undo the import of ${p.file}?`,
  "imports.undoAction": "Undo import",
  "imports.all": "All imports",
  "imports.looking": "Comparing with the sheet as it is…",
  "imports.would": (p: { readonly removed: number; readonly restored: number }) =>
    `${listed(", ", [p.removed, `${rows(p.removed)} that came with it will go`], [p.restored, `${cells(p.restored)} will be again what ${p.restored === 1 ? "it was" : "they were"}`])}. What was done since stays.`,
  "imports.nothingLeft": "Nothing of this import is left that could be turned back.",
  "imports.kept": (p: { readonly count: number }) =>
    `${cells(p.count)}, or the kind of ${p.count === 1 ? "its column, was" : "their columns, were"} changed since and stay${p.count === 1 ? "s" : ""} as ${p.count === 1 ? "it is" : "they are"}; a row with such a cell stays whole:`,
  "imports.more": (p: { readonly count: number }) => `and ${cells(p.count)} more`,
  "imports.row": "Row",
  "imports.column": "Column",
  "imports.imported": "Imported",
  "imports.present": "Now",
  "imports.done": (p: { readonly removed: number; readonly restored: number; readonly kept: number }) =>
    `Import undone: ${listed(", ", [p.removed, `${rows(p.removed)} removed`], [p.restored, `${cells(p.restored)} set back`], [p.kept, `${cells(p.kept)} kept`])}. Undo brings it back.`,
  "diff.show": "Show",
  "diff.all": "All",
  "diff.added": "New",
  "diff.updated": "Changed",
  "diff.unchanged": "Unchanged",
  "diff.skipped": "Not taken",
  "diff.rejected": "Left out",
  "diff.alike": "Similar",
  "diff.like": (p: { readonly name: string }) => `New, but like ${p.name}`,
  "diff.likeLine": (p: { readonly line: number }) => `New, but like line ${n(p.line)}`,
  "diff.alikeNote": (p: { readonly count: number; readonly spare: number }) =>
    `${rows(p.count)} would be new, but ${p.count === 1 ? "looks" : "look"} like a row that is there or comes before.${
      p.spare === p.count
        ? ""
        : ` ${n(p.spare)} can be left out; the others would then no longer look like any row.`
    }`,
  "diff.leaveAlike": "Leave similar rows out",
  "diff.kind": (p: { readonly name: string; readonly count: number }) => `${p.name} ${n(p.count)}`,
  "diff.line": "Line",
  "diff.fate": "What becomes of it",
  "diff.mend": (p: { readonly column: string; readonly line: number }) => `${p.column} on line ${n(p.line)}`,
  "diff.sum": (p: {
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly skipped: number;
    readonly rejected: number;
    readonly excluded: number;
  }) =>
    sumText("en", p, {
      whole: (count) => `${rows(count)} in the file`,
      parts: {
        added: "new",
        updated: "changed",
        unchanged: "unchanged",
        skipped: "not taken",
        rejected: "left out",
        excluded: "blank or not data",
      },
    }),
  "import.kind": (p: { readonly column: string }) => `What ${p.column} becomes`,
  "import.blanks": "Blank cells in the file",
  "import.blanks.keep": "Leave what is there",
  "import.blanks.clear": "Clear what is there",
  "import.remembered": "Columns and key are as you decided last time.",
  "import.anew": "Decide again",
  "import.before": (p: { readonly moment: string }) => `You imported this very file before: ${p.moment}.`,
  "cause.export": (p: { readonly file: string }) => `export of ${p.file}`,
  "preset.roundTrip": "Accountant (round trip)",
  "preset.roundTrip.what":
    "For someone who changes it and sends it back: with a column by which every row is known again.",
  "returned.sent": (p: { readonly moment: string }) =>
    `This file went out from here on ${p.moment}. Only what was changed in it since comes in; what you changed meanwhile stays.`,
  "returned.missing": (p: { readonly count: number }) =>
    `${rows(p.count)} that went out did not come back; nothing is done to ${p.count === 1 ? "it" : "them"}.`,
  "returned.repair": (p: { readonly count: number }) => `Put right what Excel damaged: ${cells(p.count)}`,
  "returned.how.zeros": (p: { readonly count: number }) => `lost zeros in ${n(p.count)}`,
  "returned.how.exponent": (p: { readonly count: number }) => `numbers like 1.38E+10 in ${n(p.count)}`,
  "returned.how.digits": (p: { readonly count: number }) => `lost digits in ${n(p.count)}`,
  "returned.how.date": (p: { readonly count: number }) => `dates in ${n(p.count)}`,
  "returned.how.encoding": (p: { readonly count: number }) => `lost letters in ${n(p.count)}`,
  "returned.how.formula": (p: { readonly count: number }) => `formula errors in ${n(p.count)}`,
  "returned.conflicts": (p: { readonly count: number; readonly side: "mine" | "theirs" }) =>
    `You and they both changed ${cells(p.count)}. ${p.side === "mine" ? "Yours stay" : "Theirs come in"} unless you choose otherwise below.`,
  "returned.keepMine": "Keep all of mine",
  "returned.takeTheirs": "Take all of theirs",
  "returned.cell": (p: { readonly column: string; readonly line: number }) =>
    `Which counts: ${p.column} on line ${n(p.line)}`,
  "returned.mine": (p: { readonly text: string }) => `Mine: ${p.text}`,
  "returned.theirs": (p: { readonly text: string }) => `Theirs: ${p.text}`,
  "returned.youChanged": (p: { readonly sent: string }) => `you changed it; sent was ${p.sent}`,
  "diff.conflict": "Both changed",
  "diff.mine": "Changed by you",
} as const;
