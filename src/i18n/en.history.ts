/** The words of the history in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);

export const enHistory = {
  "toolbar.history": "History",

  "cause.restoreRow": (p: { readonly moment: string }) => `restoring a row as of ${p.moment}`,
  "cause.restoreColumn": (p: { readonly name: string; readonly moment: string }) =>
    `restoring column ${p.name} as of ${p.moment}`,
  "cause.restoreAll": (p: { readonly moment: string }) => `restoring everything as of ${p.moment}`,
  "refusal.past":
    "This is how the workbook was. It can be sorted and filtered here; to change it, go back to today.",

  "history.label": "History",
  "history.now": "Now",
  "history.step": (p: { readonly what: string }) => p.what.charAt(0).toUpperCase() + p.what.slice(1),
  "history.import": (p: {
    readonly file: string;
    readonly added: number;
    readonly updated: number;
    readonly rejected: number;
  }) =>
    `Import ${p.file}: ${n(p.added)} added, ${n(p.updated)} changed${p.rejected > 0 ? `, ${n(p.rejected)} rejected` : ""}`,
  "history.importCancelled": (p: { readonly file: string }) => `Import of ${p.file} cancelled`,
  "history.undone": "undone",
  "history.values": (p: { readonly before: string; readonly after: string }) => `${p.before} → ${p.after}`,
  "history.earlier": "Earlier steps",
  "history.looking": "Finding how it was…",
  "history.unreadable": "A record on the way back to that step is damaged, so it cannot be shown.",
  "history.reach": "Undo goes back",
  "history.reach.all": "To the beginning",
  "history.reach.steps": (p: { readonly count: number }) =>
    counted("en", p.count, { one: "step", other: "steps" }),
  "history.reach.days": (p: { readonly count: number }) =>
    counted("en", p.count, { one: "day", other: "days" }),
  "history.reach.hint": "Older steps stay here, to look at and to restore from.",

  "past.label": "The past",
  "past.asOf": (p: { readonly moment: string }) => `As of ${p.moment}`,
  "past.older": (p: { readonly moment: string }) => `As far as this version can read: ${p.moment}`,
  "past.olderHint":
    "Read-only. Sorting, filtering and Export work; for what was changed since, reload to get the newer version.",
  "past.hint": "To restore a row or a column, press Enter on a cell, or click a row number.",
  "past.restoreAll": "Restore everything",
  "past.today": "Back to today",
  "past.restoreRow": "Restore this row",
  "past.restoreColumn": (p: { readonly name: string }) => `Restore column ${p.name}`,
  "past.marked": "Changed in this step",
  "past.same": "Nothing to restore: it is the same today.",
  "past.rowRestored": (p: { readonly moment: string }) =>
    `The row is restored as of ${p.moment}. Go back to today to see it or to undo it.`,
  "past.columnRestored": (p: { readonly moment: string }) =>
    `The column is restored as of ${p.moment}. Go back to today to see it or to undo it.`,
  "past.allRestored": (p: { readonly moment: string }) =>
    `Everything is restored as of ${p.moment}. Undo takes it back.`,
} as const;
