/** Names of the keys. Numbers are padded, so that keys sort as their numbers do. */
import type { SheetId } from "../core/model/index.ts";

const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");

export const FORMAT_KEY = "fmt";
/** Written before every deletion; never read. */
export const PROBE_KEY = "probe";
/** Whether a copy that is put into a database of its own is all there. */
export const RESTORED_KEY = "restored";
/** What the first sheet showed at rest. */
export const GLANCE_KEY = "glance";
export const JOURNAL = "j/";
export const PARTS = "p/";
export const CHUNKS = "c/";
export const ORDERS = "o/";
export const TEXT_ORDERS = "t/";
export const ROOTS = "root/";
export const QUARANTINE = "q/";

export const journalKey = (seq: number): string => `${JOURNAL}${pad(seq, 12)}`;
/** `id` names the change, so that writing a part again writes the same bytes. */
export const partKey = (id: string, index: number): string => `${PARTS}${id}/${pad(index, 6)}`;
export const chunkKey = (sheet: SheetId, chunk: number, gen: number): string =>
  `${CHUNKS}${sheet}/${pad(chunk, 6)}/${pad(gen, 10)}`;
export const orderKey = (sheet: SheetId, gen: number): string => `${ORDERS}${sheet}/${pad(gen, 10)}`;
export const textOrdersKey = (sheet: SheetId, gen: number): string =>
  `${TEXT_ORDERS}${sheet}/${pad(gen, 10)}`;
export const rootKey = (gen: number): string => `${ROOTS}${pad(gen, 10)}`;
/** Which change a part is of, and the number that this was to have; the record that names it has this one or a later. */
export function partOf(key: string): { readonly id: string; readonly seq: number } | null {
  const found = /^p\/((\d+)-[^/]+)\/\d+$/.exec(key);
  return found?.[1] === undefined ? null : { id: found[1], seq: Number(found[2]) };
}
/** `digest` in hexadecimal: setting the same bytes aside twice leaves one copy. */
export const quarantineKey = (key: string, digest: string): string => `${QUARANTINE}${key}/${digest}`;

/** The number a key ends with, of `j/`, `c/`, `o/`, `t/` and `root/`; null for a key not of ours. */
export function lastNumber(key: string): number | null {
  const digits = /\/(\d+)$/.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
}
