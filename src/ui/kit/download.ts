/** Hands a finished file to the browser's downloads. */

/** What no file system of the three platforms takes in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const FORBIDDEN = /[\u0000-\u001f\u007f/\\:*?"<>|]+/g;

/** A name that every file system takes; never empty. */
export function fileName(wanted: string): string {
  const name = wanted
    .replace(FORBIDDEN, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|\s+$/g, "");
  return name === "" ? "tierbook.csv" : name;
}

/** Bytes that the browser is not done with at once. */
const LARGE = 2 ** 25;

/** Rejects where the browser could not take a large file over, as on a full disk. Nothing may be told as saved before it resolves. */
export async function download(blob: Blob, name: string): Promise<void> {
  // Until the browser has all of it, making a link to it holds up this thread.
  if (blob.size >= LARGE) await blob.slice(0, 1).arrayBuffer();
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName(name);
  link.click();
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Today by the clock of the machine, as 2026-11-23. */
export function today(now = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
