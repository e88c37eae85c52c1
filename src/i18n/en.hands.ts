/** The words of selecting, copying and pasting in English. */
import { counted, groupedNumber } from "./plural.ts";

const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });
const columns = (count: number): string => counted("en", count, { one: "column", other: "columns" });
const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enHands = {
  "grid.cells": "Cells",
  "grid.notWritten": (p: { readonly text: string; readonly field: string; readonly why: string }) =>
    `“${p.text}” was not written. ${p.field}: ${p.why}`,
  "grid.rowsDeleted": (p: { readonly rows: number }) =>
    `${rows(p.rows)} deleted. Undo brings ${p.rows === 1 ? "it" : "them"} back.`,
  "grid.rowsDuplicated": (p: { readonly rows: number }) => `${rows(p.rows)} duplicated`,
  "grid.rowsHidden": (p: { readonly rows: number }) =>
    `${rows(p.rows)} added. The filter hides ${p.rows === 1 ? "it" : "them"}: remove it to see ${p.rows === 1 ? "it" : "them"}.`,

  "menu.cut": "Cut",
  "menu.copy": "Copy",
  "menu.paste": "Paste",
  "menu.above": (p: { readonly rows: number }) => `Insert ${rows(p.rows)} above`,
  "menu.below": (p: { readonly rows: number }) => `Insert ${rows(p.rows)} below`,
  "menu.duplicate": (p: { readonly rows: number }) => `Duplicate ${rows(p.rows)}`,
  "menu.delete": (p: { readonly rows: number }) => `Delete ${rows(p.rows)}`,
  "menu.clear": "Clear contents",
  "menu.fillDown": "Fill down",
  "menu.fillRight": "Fill right",

  "summary.label": "Selection",
  "summary.count": (p: { readonly count: number }) => `Count ${n(p.count)}`,
  "summary.numbers": (p: { readonly count: number }) => `Numbers ${n(p.count)}`,
  "summary.sum": (p: { readonly number: string }) => `Sum ${p.number}`,
  "summary.average": (p: { readonly number: string }) => `Average ${p.number}`,
  "summary.minimum": (p: { readonly number: string }) => `Min ${p.number}`,
  "summary.maximum": (p: { readonly number: string }) => `Max ${p.number}`,

  "clip.copied": (p: { readonly cells: number }) => `${cells(p.cells)} copied`,
  "clip.apart":
    "These ranges do not make one table. Select ranges that stand side by side or below each other, and copy again.",
  "clip.tooMany": (p: { readonly most: number }) =>
    `More than ${cells(p.most)} do not fit the clipboard. Use Import and Export for whole files.`,
  "clip.notWritten":
    "The browser did not let Tierbook write to the clipboard. Nothing was copied. Allow the clipboard in the site settings, then copy again.",
  "clip.askedInVain": "The browser does not let a menu read the clipboard. Press Ctrl+V, on a Mac ⌘V.",
  "clip.nothing": "There is no text or table on the clipboard to paste.",
  "clip.join": ", ",
  "clip.pasted": (p: { readonly cells: number }) => `${cells(p.cells)} pasted`,
  "clip.rowsAdded": (p: { readonly rows: number }) => `${rows(p.rows)} added`,
  "clip.leftOut": (p: { readonly columns: number }) => `${columns(p.columns)} left out`,
  "clip.unread": (p: { readonly cells: number; readonly field: string; readonly why: string }) =>
    `${cells(p.cells)} kept as before. ${p.field}: ${p.why}`,
  "notice.missed": (p: { readonly cells: number }) =>
    `${cells(p.cells)} not written: another tab has deleted the row or column`,
  "clip.overflow.title": "Columns do not fit",
  "clip.overflow.what": (p: { readonly columns: number }) =>
    `What is on the clipboard reaches ${columns(p.columns)} beyond the last one. Nothing has been pasted yet.`,
  "clip.overflow.add": (p: { readonly columns: number }) => `Add ${columns(p.columns)}`,
  "clip.overflow.tooMany":
    "So many columns cannot be added at once. For a whole table use Import, or copy fewer columns.",
  "clip.overflow.leaveOut": "Leave them out",
} as const;
