/** The words of data safety, in English. */
import { counted, groupedNumber } from "./plural.ts";

const changes = (count: number): string => counted("en", count, { one: "change", other: "changes" });
const n = (value: number): string => groupedNumber("en", value);

export const enSafety = {
  "safety.title": "Data safety",
  "safety.noFile": "Not yet saved as a file",
  "safety.inBrowser":
    "Every change is saved in this browser, with a copy beside it that outlives a damaged database.",
  "safety.persistent": "The browser has promised not to clear it when it needs room.",
  "safety.notPersistent": "The browser may clear it when the disk is full, or with the site’s data.",
  "safety.persist": "Ask the browser to keep it",
  "safety.saveFile": "Save as file now",
  "safety.refused": "The browser has not promised it. A file is safe in any case.",
  "safety.file": (p: { readonly when: string }) => `Saved as a file ${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `Saved as a file ${p.when}, ${changes(p.changes)} since`,
  "safety.room": (p: { readonly megabytes: number }) => `${n(p.megabytes)} MB of room left.`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `Only ${n(p.megabytes)} MB of room left. Save the workbook as a file, then free some of the disk: nothing is deleted for you.`,
} as const;
