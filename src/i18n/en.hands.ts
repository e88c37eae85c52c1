/** The words of selecting, copying and pasting in English. */
import { counted, groupedNumber } from "./plural.ts";

const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });
const columns = (count: number): string => counted("en", count, { one: "column", other: "columns" });
const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enHands = {
  "grid.cells": "Cells",
  "grid.rowsDeleted": (p: { readonly rows: number }) =>
    `${rows(p.rows)} deleted. Undo brings ${p.rows === 1 ? "it" : "them"} back.`,

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
  "clip.notWritten": "The browser did not let Tierbook write to the clipboard. Nothing was copied.",
  "clip.nothing": "There is no text or table on the clipboard to paste.",
  "clip.join": ", ",
  "clip.pasted": (p: { readonly cells: number }) => `${cells(p.cells)} pasted`,
  "clip.rowsAdded": (p: { readonly rows: number }) => `${rows(p.rows)} added`,
  "clip.leftOut": (p: { readonly columns: number }) => `${columns(p.columns)} left out`,
  "clip.unread": (p: { readonly cells: number; readonly field: string; readonly why: string }) =>
    `${cells(p.cells)} kept as before. ${p.field}: ${p.why}`,
  "clip.overflow.title": "Columns do not fit",
  "clip.overflow.what": (p: { readonly columns: number }) =>
    `What is on the clipboard reaches ${columns(p.columns)} beyond the last one. Nothing has been pasted yet.`,
  "clip.overflow.add": (p: { readonly columns: number }) => `Add ${columns(p.columns)}`,
  "clip.overflow.leaveOut": "Leave them out",
} as const;
