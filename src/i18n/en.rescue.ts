/** The words for what was lost, and of Rescue, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enRescue = {
  "phase.setBack.title": "Less is stored here than was saved",
  "phase.setBack.what":
    "The browser has lost data of this workbook, or put back an older state. Nothing was opened or changed. Look for copies before anything else, and do not clear this site’s data.",
  "phase.rescue": "Look for copies",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `Saved last on ${p.when}: ${rows(p.rows)}, ${n(p.seq)} changes.`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `Found in the browser’s database: ${rows(p.rows)}, ${n(p.seq)} changes.`,
  "setBack.nothing": "Found in the browser’s database: nothing.",
} as const;
