/**
 * What the bytes of a file are: a format that is no text at all, a byte order mark, or encodings to try in
 * turn. UTF-8 is strict, so what reads as UTF-8 is UTF-8; older encodings are only told apart by likelihood.
 */
import type { Encoding, Refused } from "../terms.ts";
import type { FileBytes } from "./bytes.ts";
import { rankLegacy } from "./legacy.ts";

export type Sniffed =
  | { readonly type: "refused"; readonly why: Refused }
  /** The text begins at byte `start`. The first encoding in which the whole file reads is the one. */
  | {
      readonly type: "text";
      readonly bom: boolean;
      readonly start: number;
      /** Bytes that are none of the first encoding's are let pass as U+FFFD: they are few in much that is sound. */
      readonly damaged: boolean;
      readonly first: Encoding;
      /** Best first. Which they are takes long to tell, and is mostly never asked. */
      readonly others: () => readonly Encoding[];
    };

const NO_OTHERS = (): readonly Encoding[] => [];

/** Those to try, in turn. */
export function* encodingsOf({
  first,
  others,
}: Pick<Extract<Sniffed, { type: "text" }>, "first" | "others">): Generator<Encoding> {
  yield first;
  yield* others();
}

/** Strings end at 2^29 characters in V8 and a table needs room beside its file. */
export const FILE_LIMIT = 500_000_000;
const SAMPLE = 65_536;
/** Below this share, zeros are a fault in a text of single bytes. */
const LEAST_ZEROS = 0.05;
/** Controls, and what is assigned to nobody: no text in UTF-16 has them. */
const STRAY = /(?![\t\r\n])[\p{Cc}\p{Co}\p{Cn}]/gu;
const SOUND_PER_DAMAGED = 20;
/** Share of control characters above which bytes are no text; what is not even UTF-8 gets less trust. */
const CONTROLS_UTF8 = 0.3;
const CONTROLS_OTHER = 0.01;

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const MAGIC: readonly (readonly ["xls" | "pdf" | "zip", readonly number[]])[] = [
  ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** A workbook of Excel is a zip in which a folder xl/ lies; names stand in front of each file and in the list at the end. */
function holdsWorkbook(bytes: FileBytes): boolean {
  const latin = new TextDecoder("latin1");
  const ends = [bytes.subarray(0, SAMPLE), bytes.subarray(Math.max(0, bytes.length - SAMPLE))];
  return ends.some((part) => /xl\/(?:workbook|worksheets|_rels)/.test(latin.decode(part)));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream: a character cut in two by the end of the sample is no error.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function* decodedPieces(bytes: FileBytes, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += SAMPLE) {
    const to = Math.min(bytes.length, from + SAMPLE);
    yield decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length });
  }
}

/** A text in which characters were damaged, as when it was cut at a byte: it would be gibberish as anything else. */
export function isDamagedUtf8(bytes: FileBytes): boolean {
  let damaged = 0;
  let sound = 0;
  for (const text of decodedPieces(bytes, "utf-8")) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) damaged += 1;
      else if (unit >= 0x80) sound += 1;
    }
  }
  return sound > damaged * SOUND_PER_DAMAGED;
}

/** What a mark at its beginning says it is, and what reads as that but for a few characters, such as half a pair. */
export function isDamagedMarked(bytes: FileBytes, encoding: Encoding): boolean {
  let damaged = 0;
  let length = 0;
  for (const text of decodedPieces(bytes, encoding)) {
    damaged += text.split("\ufffd").length - 1;
    length += text.length;
  }
  return damaged * SOUND_PER_DAMAGED < length;
}

/**
 * UTF-16 without a mark: bytes of its delimiters, line ends and Latin characters are zero, always the same half. In
 * Chinese text these are few, but they are all there is of zeros.
 */
function utf16ByZeros(sample: Uint8Array, length: number): Encoding | null {
  if (length % 2 !== 0) return null;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  const units = sample.length / 2;
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
  if (most < units * LEAST_ZEROS || least * 4 > most) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length - (sample.length % 2)));
  return text.includes("\ufffd") ||
    !/[\r\n,;\t|]/.test(text) ||
    (text.match(STRAY) ?? []).length > units * 0.01
    ? null
    : encoding;
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  return controls / sample.length;
}

/** `wanted` is the person's choice and is taken at its word. */
export function sniff(bytes: FileBytes, wanted?: Encoding, language?: string): Sniffed {
  if (bytes.length > FILE_LIMIT) {
    return { type: "refused", why: { reason: "tooLarge", bytes: bytes.length, limit: FILE_LIMIT } };
  }
  const sample = bytes.subarray(0, SAMPLE);
  const mark = BOMS.find(([, signature]) => startsWith(sample, signature));
  const start = mark?.[1].length ?? 0;
  if (bytes.length === start) return { type: "refused", why: { reason: "empty" } };
  if (mark !== undefined) {
    return {
      type: "text",
      bom: true,
      damaged: false,
      start: wanted === undefined || wanted === mark[0] ? start : 0,
      first: wanted ?? mark[0],
      others: NO_OTHERS,
    };
  }
  const magic = MAGIC.find(([, signature]) => startsWith(sample, signature))?.[0];
  if (magic !== undefined) {
    return { type: "refused", why: { reason: magic === "zip" && holdsWorkbook(bytes) ? "xlsx" : magic } };
  }
  const unmarked = { type: "text", bom: false, damaged: false, start, others: NO_OTHERS } as const;
  if (wanted !== undefined) return { ...unmarked, first: wanted };
  const wide = utf16ByZeros(sample, bytes.length);
  if (wide !== null) return { ...unmarked, first: wide };
  const utf8 = isUtf8(sample);
  if (controlShare(sample) > (utf8 ? CONTROLS_UTF8 : CONTROLS_OTHER)) {
    return { type: "refused", why: { reason: "binary" } };
  }
  const damaged = !utf8 && isDamagedUtf8(sample);
  if (utf8 || damaged)
    return { ...unmarked, damaged, first: "utf-8", others: () => rankLegacy(bytes, language) };
  const [first, ...others] = rankLegacy(bytes, language);
  return { ...unmarked, first, others: () => others };
}
