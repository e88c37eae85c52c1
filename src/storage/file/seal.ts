/**
 * The seal: SHA-256 of every byte of the file before it, as the zip's comment at the very end. The manifest vouches
 * for the parts; this vouches for what lies between them, which a zip reader may overlook.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Pace } from "../pace.ts";

const LABEL = "sha256:";
const DIGITS = 64;
const SEAL = /^sha256:[0-9a-f]{64}$/;

/** What stands in the seal's place until all before it is written. */
export const UNSEALED = new TextEncoder().encode(LABEL + "0".repeat(DIGITS));

async function digestOf(file: Blob, pace: Pace): Promise<string> {
  const hash = sha256.create();
  const reader = file
    .slice(0, file.size - DIGITS)
    .stream()
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(hash.digest());
    hash.update(value);
    await pace();
  }
}

/** A zip whose comment is `UNSEALED`, sealed. */
export async function seal(file: Blob, pace: Pace): Promise<Blob> {
  return new Blob([file.slice(0, file.size - DIGITS), await digestOf(file, pace)], { type: file.type });
}

/** `comment` is the zip's. A file that was packed again by another program has none: its parts still have to be right. */
export async function holdsSeal(file: Blob, comment: string, pace: Pace): Promise<boolean> {
  if (comment === "") return true;
  return SEAL.test(comment) && comment === LABEL + (await digestOf(file, pace));
}
