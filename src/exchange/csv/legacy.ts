/**
 * Which of the encodings from before Unicode bytes are written in, by likelihood. Bytes of one are often legal
 * in another, so each candidate is scored by how much its reading looks like writing: common Chinese characters
 * in the one case, single accented letters that match the case of their neighbours in the other.
 */
import type { Encoding } from "../api.ts";

type Legacy = Extract<Encoding, "gb18030" | "big5" | "windows-1252" | "macintosh">;

const SAMPLE = 262_144;
const NEWLINE = 10;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** One score per pair of bytes, -1 to 1. Level 1 of both standards holds the characters of everyday writing. */
type PairScore = (lead: number, trail: number) => number;

const gbPair: PairScore = (lead, trail) => {
  if (trail < 0xa1) return -0.5;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  if (lead >= 0xd8 && lead <= 0xf7) return 0;
  return lead === 0xa1 || lead === 0xa3 ? 0.5 : -0.5;
};

const big5Pair: PairScore = (lead, trail) => {
  if (trail > 0x7e && trail < 0xa1) return -1;
  if (lead >= 0xa4 && lead <= 0xc6) return 1;
  if (lead >= 0xc9 && lead <= 0xf9) return -0.2;
  return lead >= 0xa1 && lead <= 0xa3 ? 0.5 : -1;
};

function decodes(sample: Uint8Array, encoding: Legacy): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function scorePairs(sample: Uint8Array, encoding: "gb18030" | "big5", score: PairScore): number {
  if (!decodes(sample, encoding)) return IMPOSSIBLE;
  let sum = 0;
  let pairs = 0;
  let behindPair = false;
  for (let at = 0; at + 1 < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) {
      behindPair = false;
      continue;
    }
    const trail = sample[at + 1] ?? 0;
    // A high byte alone among ASCII is an accented letter and the one behind it.
    const lone = trail < 0x80 && !behindPair && (sample[at + 2] ?? 0) < 0x80;
    sum += lone ? -0.5 : score(lead, trail);
    pairs += 1;
    behindPair = true;
    at += 1;
  }
  return pairs === 0 ? 0 : sum / pairs;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const TYPOGRAPHY = new Set([..."‘’‚“”„–—…•€£¥§©®°·«»ºª´½¼¾×™"]);

function singleScore(before: string, char: string, after: string): number {
  if (char.charCodeAt(0) < 0xa0) return -1;
  if (!LETTER.test(char)) return TYPOGRAPHY.has(char) ? 0.5 : -0.5;
  const beside = before.charCodeAt(0) >= 0x80 || after.charCodeAt(0) >= 0x80;
  if (beside) return -1;
  if (UPPER.test(char)) return LOWER.test(before) ? -1 : LETTER.test(after) ? 0.9 : 0;
  return LETTER.test(before) || LETTER.test(after) ? 1 : 0;
}

function scoreSingles(sample: Uint8Array, encoding: "windows-1252" | "macintosh"): number {
  const text = decodeLegacy(new TextDecoder(encoding).decode(sample), encoding);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char < "\x80") continue;
    sum += singleScore(text.charAt(at - 1), char, text.charAt(at + 1));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Best first. Windows-1252 and Mac Roman read anything, so the list always holds one that works. */
export function rankLegacy(bytes: Uint8Array): readonly [Legacy, ...Legacy[]] {
  // Cut behind a line, so that no character is cut in two.
  const cut = bytes.length <= SAMPLE ? bytes.length : bytes.lastIndexOf(NEWLINE, SAMPLE) + 1 || SAMPLE;
  const sample = bytes.subarray(0, cut);
  const scored = [
    { encoding: "gb18030", score: scorePairs(sample, "gb18030", gbPair) },
    { encoding: "big5", score: scorePairs(sample, "big5", big5Pair) },
    { encoding: "windows-1252", score: scoreSingles(sample, "windows-1252") },
    { encoding: "macintosh", score: scoreSingles(sample, "macintosh") },
  ] as const;
  const [best, ...others] = scored
    .filter(({ score }) => score > IMPOSSIBLE)
    .sort((a, b) => b.score - a.score)
    .map(({ encoding }): Legacy => encoding);
  return [best ?? "windows-1252", ...others];
}

/** What Windows-1252 has from 0x80 to 0x9F. */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const CONTROLS = /[\x80-\x9f]/g;

/** Node reads Windows-1252 as Latin-1 (seen in 20.20); browsers do not, and then this changes nothing. */
export function decodeLegacy(text: string, encoding: Encoding): string {
  if (encoding !== "windows-1252" || text.search(CONTROLS) < 0) return text;
  return text.replace(CONTROLS, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));
}
