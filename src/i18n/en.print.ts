/** The words of printing, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);

export const enPrint = {
  "print.open": "Print…",
  "print.title": "Print",
  "print.what": "What",
  "print.what.view": "The rows of this view",
  "print.what.record": "The card of the row at the cursor",
  "print.what.dashboard": "The charts",
  "print.paper": "Paper",
  "print.paper.letter": "Letter",
  "print.turned": "Orientation",
  "print.turned.portrait": "Portrait",
  "print.turned.landscape": "Landscape",
  "print.go": "Print",
  "print.rows": (p: { readonly rows: number; readonly grouped: boolean }) =>
    `${p.grouped ? `${n(p.rows)} lines, heads of groups among them, are` : counted("en", p.rows, { one: "row is", other: "rows are" })} printed, with the columns, the order and the filter of this view.`,
  "print.cut": (p: { readonly most: number; readonly rows: number }) =>
    `The first ${n(p.most)} of ${n(p.rows)} rows are printed. Filter the view for fewer, or export all of them.`,
  "print.compared": (p: { readonly day: string }) => `Compared with ${p.day}`,
  "print.noRow": "No row is at the cursor. Click a cell of the row first.",
  "print.noCharts": "There are no charts on this sheet. Add one first.",
  "print.noRows": "This view shows no rows.",
} as const;
