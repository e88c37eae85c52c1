/**
 * Which of the encodings from before Unicode bytes are written in, by likelihood. Bytes of one are often legal in
 * another, so each candidate is scored by how much its reading looks like writing: everyday Chinese characters in the
 * one case, accented letters in words in the other.
 */
import type { Encoding } from "../terms.ts";
import type { FileBytes } from "./bytes.ts";
import { SIMPLIFIED, TRADITIONAL } from "./hanzi.ts";
import { latinScore } from "./latin.ts";

type Legacy = Extract<Encoding, "gb18030" | "big5" | "windows-1252" | "macintosh">;

const SAMPLE = 65_536;
const NEWLINE = 10;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** Natural logarithms, roughly, of how likely a character is in Chinese text. */
const EVERYDAY = -5.5;
const USUAL = -9;
const RARE = -12;
const SIGN = -7;
const FOREIGN = -15;
/** No Chinese character on either side. */
const LONELY = -2;
/** Latin letters on both sides. */
const IN_A_WORD = -4;
/** What the interface's language counts for, as if it were two characters of evidence. */
const OWN_LANGUAGE = 8;

interface Charset {
  readonly encoding: "gb18030" | "big5";
  readonly everyday: ReadonlySet<string>;
  /** By the two bytes: level 1 of both standards holds the characters of everyday writing. */
  readonly level: (lead: number, trail: number) => number;
}

const GB: Charset = {
  encoding: "gb18030",
  everyday: SIMPLIFIED,
  level: (lead, trail) => {
    if (trail < 0xa1) return FOREIGN;
    if (lead >= 0xb0 && lead <= 0xd7) return USUAL;
    if (lead >= 0xd8 && lead <= 0xf7) return RARE;
    return lead === 0xa1 || lead === 0xa3 ? SIGN : FOREIGN;
  },
};

const BIG5: Charset = {
  encoding: "big5",
  everyday: TRADITIONAL,
  level: (lead, trail) => {
    if (trail > 0x7e && trail < 0xa1) return FOREIGN;
    if (lead >= 0xa4 && lead <= 0xc6) return USUAL;
    if (lead >= 0xc9 && lead <= 0xf9) return RARE;
    return lead >= 0xa1 && lead <= 0xa3 ? SIGN : FOREIGN;
  },
};

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

function decoded(sample: Uint8Array, encoding: Legacy): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function hanScore(sample: Uint8Array, { encoding, everyday, level }: Charset): number {
  const text = decoded(sample, encoding);
  if (text === null) return IMPOSSIBLE;
  // Both are read side by side: each character beyond ASCII is two bytes, or four in GB18030.
  let at = 0;
  let sum = 0;
  let behind = false;
  for (const char of text) {
    const lead = sample[at] ?? 0;
    if (char < "\x80") {
      behind = false;
      at += 1;
      continue;
    }
    const trail = sample[at + 1] ?? 0;
    const four = encoding === "gb18030" && trail >= 0x30 && trail <= 0x39;
    const size = lead === 0x80 ? 1 : four ? 4 : 2;
    const next = sample[at + size] ?? 0;
    sum += everyday.has(char) ? EVERYDAY : size === 2 ? level(lead, trail) : FOREIGN;
    if (!behind && next < 0x80) {
      sum += LONELY;
      if (isLetter(sample[at - 1] ?? 0) && isLetter(next)) sum += IN_A_WORD;
    }
    behind = true;
    at += size;
  }
  return sum;
}

function westernScore(sample: Uint8Array, encoding: "windows-1252" | "macintosh"): number {
  return latinScore(decodeLegacy(new TextDecoder(encoding).decode(sample), encoding));
}

/** What is expected beforehand: the interface's language says who one exchanges files with. */
function expected(encoding: Legacy, language: string | undefined): number {
  const none = encoding === "macintosh" ? -3 : encoding === "big5" ? -1 : 0;
  if (language === undefined) return none;
  const { language: code, script } = new Intl.Locale(language).maximize();
  const own: readonly Legacy[] =
    code !== "zh" ? ["windows-1252", "macintosh"] : [script === "Hant" ? "big5" : "gb18030"];
  return none + (own.includes(encoding) ? OWN_LANGUAGE : 0);
}

/** 0 where all is ASCII. */
function firstBeyondAscii(bytes: FileBytes): number {
  for (let from = 0; from < bytes.length; from += SAMPLE) {
    const piece = bytes.subarray(from, Math.min(bytes.length, from + SAMPLE));
    const at = piece.findIndex((byte) => byte >= 0x80);
    if (at >= 0) return from + at;
  }
  return 0;
}

/** From the line with the first character that is more than ASCII, or not far before it. Cut at lines, so that none is cut in two. */
function telling(bytes: FileBytes): Uint8Array {
  const first = firstBeyondAscii(bytes);
  const before = Math.max(0, first - SAMPLE / 2);
  const begin = before + bytes.subarray(before, first + 1).lastIndexOf(NEWLINE) + 1;
  const rest = bytes.subarray(begin, Math.min(bytes.length, begin + SAMPLE + 1));
  return rest.length <= SAMPLE ? rest : rest.subarray(0, rest.lastIndexOf(NEWLINE) + 1 || SAMPLE);
}

/** Best first. Windows-1252 and Mac Roman read anything, so the list always holds one that works. */
export function rankLegacy(bytes: FileBytes, language?: string): readonly [Legacy, ...Legacy[]] {
  const sample = telling(bytes);
  const scores = {
    gb18030: hanScore(sample, GB),
    big5: hanScore(sample, BIG5),
    "windows-1252": westernScore(sample, "windows-1252"),
    macintosh: westernScore(sample, "macintosh"),
  };
  const [best, ...others] = (["gb18030", "big5", "windows-1252", "macintosh"] as const)
    .map((encoding) => ({ encoding, score: scores[encoding] + expected(encoding, language) }))
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
