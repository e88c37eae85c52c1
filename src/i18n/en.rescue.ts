/** The words for what was lost, and of Rescue, in English. */
import { counted } from "./plural.ts";

const changes = (count: number): string => counted("en", count, { one: "change", other: "changes" });
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enRescue = {
  "phase.setBack.title": "Less is stored here than was saved",
  "phase.setBack.what":
    "The browser has lost data of this workbook, or put back an older state. Nothing was opened or changed. Look for copies before anything else, and do not clear this site’s data.",
  "phase.rescue": "Look for copies",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `Saved last on ${p.when}: ${rows(p.rows)}, ${changes(p.seq)}.`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `Found in the browser’s database: ${rows(p.rows)}, ${changes(p.seq)}.`,
  "setBack.nothing": "Found in the browser’s database: nothing.",
  "rescue.title": "Rescue",
  "rescue.what":
    "What this browser still holds of your workbooks. Looking changes nothing, and nothing here is ever deleted.",
  "rescue.looking": "Looking…",
  "rescue.nothing": "Nothing that can be read was found: no database, no copies.",
  "rescue.outside":
    "A workbook file (.tierbook) from your backup folder, or one that you saved yourself, has the whole workbook as it was then: Start over, then Open workbook file. CSV files can be imported there too.",
  "rescue.unnamed": "A workbook whose name is lost",
  "rescue.database": "The browser’s database",
  "rescue.copy": (p: { readonly when: string }) =>
    p.when === "" ? "Copy of unknown date" : `Copy of ${p.when}`,
  "rescue.holds": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `${rows(p.rows)}, ${changes(p.seq)}${p.when === "" ? "" : `, written on ${p.when}`}.`,
  "rescue.all": "This is all that was saved.",
  "rescue.behind": "This is less than was saved last.",
  "rescue.open": "Go on with this",
  "rescue.restore": "Restore from this copy",
  "rescue.restoring": "Restoring…",
  "rescue.unreadable": "The copy cannot be read any more.",
  "rescue.csv": "Export everything readable as CSV",
  "rescue.wrong": (p: { readonly why: string }) =>
    `That did not work: ${p.why} What was there has not been changed.`,
  "rescue.back": "Back to Tierbook",
  "rescue.app": "Download Tierbook again",
  "rescue.noHost":
    "Tierbook’s host does not answer, so its own files stay as they are. Connect to the network and try again.",
  "rescue.anew": "Start over",
  "rescue.anew.title": "Go on without these workbooks?",
  "rescue.anew.what":
    "Tierbook will show its start screen. What is listed here stays in this browser and can still be restored on this page, but no longer opens by itself:",
  "rescue.given": (p: { readonly name: string; readonly rows: number }) => `${p.name}: ${rows(p.rows)}`,
  "rescue.cancel": "Cancel",
} as const;
