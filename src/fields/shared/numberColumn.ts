/** Recognises columns of numbers: a column is one only if every text comes back as it was (F2). */
import { MAX_INTEGER } from "../../core/model/index.ts";
import { readPlain } from "./decimal.ts";

/** How a column of numbers is written. Null decimals: as many as each needs. */
interface NumberDialect {
  readonly decimal: "." | ",";
  readonly group: string;
  readonly decimals: number | null;
}

/** By decimal sign: what may stand between groups, the commonest first. */
const GROUPS = {
  ".": ["", ",", " ", "'", "’"],
  ",": ["", ".", " ", "\u00a0", "\u202f"],
} as const;

/** Longer runs of digits are numbers of things, not amounts: they stay text. */
const LONGEST = 11;
/** Digits of one length from here on look like telephone or account numbers. */
const CODE_LENGTH = 8;
const MOST_DECIMALS = 9;
/** Values may still grow this many times where decimals are added for later entries. */
const GROWTH = 100;

export interface NumberGuess {
  /** Decimals to store. */
  readonly decimals: number;
  readonly read: Read;
}

/**
 * What the dialect writes and nothing else: no zeros in front, none behind but to the fixed count, no minus zero.
 * So there is one text for each value, and the value gives it back.
 */
function patternOf({ decimal, group, decimals }: NumberDialect): RegExp {
  const whole =
    group === "" ? `(?:0|[1-9]\\d{0,${LONGEST - 1}})` : `(?:0|[1-9]\\d{0,2}(?:[${group}]\\d{3}){0,3})`;
  const fraction = decimals === null ? `(?:[${decimal}]\\d*[1-9])?` : `[${decimal}]\\d{${decimals}}`;
  return new RegExp(`^(?!-0(?:[${decimal}]0*)?$)-?${whole}${fraction}$`);
}

type Read = (text: string) => number | undefined;

function reader(dialect: NumberDialect, stored: number): Read {
  const pattern = patternOf(dialect);
  const { decimal, group } = dialect;
  return (text) => {
    if (!pattern.test(text)) return undefined;
    return readPlain(group === "" ? text : text.replaceAll(group, ""), stored, decimal) ?? undefined;
  };
}

interface Fit {
  readonly dialect: NumberDialect;
  readonly largest: number;
}

/** Null if a text does not come back. `largest` is scaled by `stored`. */
function tryDialect(texts: readonly string[], stored: number, dialect: NumberDialect): Fit | null {
  const read = reader(dialect, stored);
  let largest = 0;
  for (const text of texts) {
    const value = read(text);
    if (value === undefined) return null;
    largest = Math.max(largest, Math.abs(value));
  }
  return { dialect, largest };
}

function mostDecimals(texts: readonly string[], decimal: string): number {
  let most = 0;
  for (const text of texts) {
    const at = text.lastIndexOf(decimal);
    if (at >= 0) most = Math.max(most, text.length - at - 1);
  }
  return most;
}

interface Found extends Fit {
  readonly decimals: number;
}

function findDialect(texts: readonly string[], decimal: "." | ","): Found | null {
  const most = mostDecimals(texts, decimal);
  if (most > MOST_DECIMALS) return null;
  for (const group of GROUPS[decimal]) {
    for (const decimals of most === 0 ? [null] : [most, null]) {
      const fit = tryDialect(texts, most, { decimal, group, decimals });
      if (fit !== null) return { ...fit, decimals: most };
    }
  }
  return null;
}

/** Digits only, all of one length: telephone numbers, accounts, articles. */
export function areCodes(texts: readonly string[]): boolean {
  const length = texts[0]?.length ?? 0;
  return length >= CODE_LENGTH && texts.every((text) => text.length === length && /^\d+$/.test(text));
}

/**
 * The dialect in which every text comes back as it was; null if there is none, or if `1.234` may be one and a bit
 * or a thousand and more and no `believed` decimal sign settles it. Texts are distinct and not empty.
 * `room` is the count of decimals to store where the size of the values allows.
 */
export function guessNumbers(
  texts: readonly string[],
  room: number,
  believed: string | undefined,
): NumberGuess | null {
  if (!/\d$/.test(texts[0] ?? "")) return null;
  const point = findDialect(texts, ".");
  const either = point === null || texts.some((text) => text.includes(".") || text.includes(","));
  const comma = either ? findDialect(texts, ",") : null;
  const found = point === null || comma === null ? (point ?? comma) : pick(point, comma, believed);
  if (found === null) return null;
  const { dialect, largest } = found;
  let stored = found.decimals;
  for (let grown = largest * 10; stored < room && grown < MAX_INTEGER / GROWTH; grown *= 10) stored += 1;
  return { decimals: stored, read: reader(dialect, stored) };
}

function pick(point: Found, comma: Found, believed: string | undefined): Found | null {
  if (believed === ".") return point;
  return believed === "," ? comma : null;
}
