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
  "safety.kept": "browser keeps it",
  "safety.mayBeCleared": "browser may clear it",
  "safety.persist": "Ask the browser to keep it",
  "safety.saveFile": "Save as file now",
  "safety.refused": "The browser has not promised it. A file is safe in any case.",
  "safety.file": (p: { readonly when: string }) => `Saved as a file on ${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `Saved as a file on ${p.when}, ${changes(p.changes)} since`,
  "safety.room": (p: { readonly megabytes: number }) => `${n(p.megabytes)} MB of room left.`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `Only ${n(p.megabytes)} MB of room left. Save the workbook as a file, then free some of the disk: nothing is deleted for you.`,
  "room.tight": (p: { readonly needed: number; readonly left: number }) =>
    `This needs about ${n(p.needed)} MB, and by the browser’s estimate ${n(p.left)} MB are left. If it does not fit, nothing that is saved is lost: free some of the disk first, or try it all the same.`,
  "room.anyway": "Open all the same",
  "safety.paused": "Backups paused",
  "safety.folderMissing": "Backup folder not found",
  "safety.folderFull": "Backup folder’s disk is full",
  "safety.backupFailed": "Last backup failed",
  "backup.title": "Backups in a folder",
  "backup.none":
    "None yet. Choose a folder, best on another disk or in your cloud, and a copy goes there by itself.",
  "backup.unsupported":
    "This browser cannot write into a folder. Save the workbook as a file now and then; this place reminds you.",
  "backup.chosen": (p: { readonly folder: string }) =>
    `By itself into “${p.folder}”: the last 3 of a day, one a day for 7 days, one a week for 5 weeks.`,
  "backup.asking": (p: { readonly folder: string }) =>
    `The browser wants you to allow “${p.folder}” again before backups go on.`,
  "backup.choose": "Choose folder…",
  "backup.other": "Another folder…",
  "backup.allow": "Allow again",
  "backup.now": "Back up now",
  "backup.stop": "Stop",
  "backup.working": "Backing up…",
  "backup.done": (p: { readonly folder: string }) => `Backed up into “${p.folder}” and read back.`,
  "backup.forbidden": "The browser did not let it be written. Allow the folder again.",
  "backup.missing": "The folder is not there. Connect its disk, or choose another folder.",
  "backup.full": "The folder’s disk is full. Make room there, or choose another folder.",
  "backup.unverified": "What was read back is not what was written. Choose a folder on another disk.",
  "backup.failed": "The backup could not be written. Try again, or choose another folder.",
} as const;
