/** What is asked of a file besides its rows: whether it came before, and in whose words its columns are called. */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CardColumn, ImportHints } from "../exchange/index.ts";
import { loadLanguage, makeTranslate, pickLanguage } from "../i18n/index.ts";

/** Characters of a hash: half of SHA-256, which is told apart well enough. */
const HASH_LENGTH = 32;

/** Null where the page came over an open line, and browsers give none. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const { crypto } = globalThis;
  if (crypto?.subtle === undefined) return null;
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))).slice(0, HASH_LENGTH);
}

/** What the columns of an address book are called, in the language of whom the file is for. */
export async function cardWords({ language }: ImportHints): Promise<(column: CardColumn) => string> {
  const spoken = pickLanguage([language ?? "en"]);
  await loadLanguage(spoken);
  const t = makeTranslate(() => spoken);
  return (column) => t(`card.${column}`);
}
