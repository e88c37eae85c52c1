/**
 * The envelope of every stored value. Its layout is for good; the format byte says how the payload is read.
 *
 * magic (4) · format (1) · length of the key (2) · length of the payload (4) · key · payload · SHA-256 of all before
 *
 * The key is part of it, so that a value that turns up under another key is found out.
 */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "./keyvalue.ts";

/** Format of the payloads this build writes, and the newest it reads. */
const FRAME_FORMAT = 1;

const MAGIC = 0x54494552;
const HEAD = 11;
export const HASH_BYTES = 32;
/** Enough of a digest, in hexadecimal digits, to tell contents apart in a key. */
const NAME_DIGITS = 20;

/** `newer` is sound, but of a format that only a later build reads. */
export type FrameDamage = "truncated" | "notAFrame" | "checksum" | "misplaced" | "newer";

export type Unframed =
  | { readonly ok: true; readonly payload: Bytes; readonly hash: Bytes }
  | { readonly ok: false; readonly damage: FrameDamage };

export interface Framed {
  readonly bytes: Bytes;
  /** The checksum: what other records know this one by. */
  readonly hash: Bytes;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The first digits of a digest, to be part of a key. */
export function digestName(hash: Bytes): string {
  return bytesToHex(hash).slice(0, NAME_DIGITS);
}

export interface FrameView {
  /** Meant; only `unframe` tells whether it holds. */
  readonly key: string;
  readonly bytes: Bytes;
}

/** Frames that stand one after another. Where one cannot be made out, it goes on with the next that can. */
export function* splitFrames(bytes: Bytes): Generator<FrameView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEAD + HASH_BYTES <= bytes.length; ) {
    const start = at + HEAD + view.getUint16(at + 5);
    const end = start + view.getUint32(at + 7) + HASH_BYTES;
    if (view.getUint32(at) !== MAGIC || end > bytes.length) {
      at += 1;
      continue;
    }
    yield { key: decoder.decode(bytes.subarray(at + HEAD, start)), bytes: bytes.subarray(at, end) };
    at = end;
  }
}

/** The payload is taken over at once, before the promise. `spare`: memory that the frame may take where it is just as long. */
export async function frame(
  key: string,
  payload: Bytes,
  { spare, format = FRAME_FORMAT }: { readonly spare?: Bytes | undefined; readonly format?: number } = {},
): Promise<Framed> {
  const name = encoder.encode(key);
  const end = HEAD + name.length + payload.length;
  const bytes = spare?.length === end + HASH_BYTES ? spare : new Uint8Array(end + HASH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint8(4, format);
  view.setUint16(5, name.length);
  view.setUint32(7, payload.length);
  bytes.set(name, HEAD);
  bytes.set(payload, HEAD + name.length);
  const hash = await sha256(bytes.subarray(0, end));
  bytes.set(hash, end);
  return { bytes, hash };
}

/** The payload is a view on `bytes`. */
export async function unframe(key: string, bytes: Bytes): Promise<Unframed> {
  if (bytes.length < HEAD + HASH_BYTES) return { ok: false, damage: "truncated" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== MAGIC) return { ok: false, damage: "notAFrame" };
  const start = HEAD + view.getUint16(5);
  const end = start + view.getUint32(7);
  if (end + HASH_BYTES > bytes.length) return { ok: false, damage: "truncated" };
  // Bytes behind the checksum are as wrong as flipped ones.
  const hash = bytes.subarray(end);
  if (!sameBytes(hash, await sha256(bytes.subarray(0, end)))) return { ok: false, damage: "checksum" };
  // Only after the checksum: a flipped bit in the format byte must not pass for a newer build's record.
  if (view.getUint8(4) > FRAME_FORMAT) return { ok: false, damage: "newer" };
  if (!sameBytes(bytes.subarray(HEAD, start), encoder.encode(key))) return { ok: false, damage: "misplaced" };
  return { ok: true, payload: bytes.subarray(start, end), hash: hash.slice() };
}
