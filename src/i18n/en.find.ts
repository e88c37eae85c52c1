/** The words of find and replace in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });

export const enFind = {
  "find.label": "Find and replace",
  "find.text": "Find",
  "find.by": "Replace with",
  "find.matchCase": "Match case",
  "find.whole": "Whole cell",
  "find.selection": "Selection only",
  "find.in": "Look in",
  "find.everywhere": "All columns",
  "find.next": "Next",
  "find.previous": "Previous",
  "find.replace": "Replace",
  "find.replaceAll": "Replace all…",
  "find.more": "Replace…",
  "find.result": "Found",
  "find.none": "Nothing found",
  "find.where": "Cell",
  "find.before": "Now",
  "find.after": "After",
  "find.at": (p: { readonly at: number; readonly count: number }) => `${n(p.at)} of ${n(p.count)}`,
  "find.preview": (p: { readonly cells: number }) => `Replace in ${cells(p.cells)}?`,
  "find.replaceCells": (p: { readonly cells: number }) => `Replace ${cells(p.cells)}`,
  "find.refused": (p: { readonly cells: number }) =>
    `${cells(p.cells)} would stay as ${p.cells === 1 ? "it is" : "they are"}: the new text does not fit the column.`,
  "find.others": (p: { readonly cells: number }) => `and ${cells(p.cells)} more`,
  "find.cell": (p: { readonly row: number; readonly field: string }) => `${p.field}, row ${n(p.row)}`,
  "find.done": (p: { readonly cells: number; readonly refused: number }) =>
    `Replaced in ${cells(p.cells)}.${p.refused === 0 ? "" : ` ${cells(p.refused)} stayed: the new text does not fit the column.`}`,
} as const;
