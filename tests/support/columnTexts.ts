/**
 * The ways in which columns of numbers, money and dates are written, written down a second time and without
 * regard for speed: what the guesses of `fields/` are held against.
 */
import type { Value } from "../../src/core/model/index.ts";

export const NEGATIVES = ["-", "()", " () "] as const;

export interface NumberWay {
  readonly decimal: "." | ",";
  readonly group: string;
  /** Null: as many as the value needs. */
  readonly fixed: number | null;
  readonly lead: string;
  readonly trail: string;
  /** How less than nothing is written: with a minus, or in brackets, for which others may leave room as Excel does. */
  readonly negative: (typeof NEGATIVES)[number];
}

export const GROUPS = { ".": ["", ",", " ", "'", "’"], ",": ["", ".", " ", "\u00a0", "\u202f"] } as const;
export const AFFIXES: readonly (readonly [string, string])[] = [
  ...["$", "¥"].flatMap(
    (sign) =>
      [
        [sign, ""],
        [`${sign} `, ""],
        ["", sign],
        ["", ` ${sign}`],
      ] as const,
  ),
  ["￥", ""],
  ["US$", ""],
  ["EUR ", ""],
  ["", " €"],
  ["", "\u00a0€"],
  ["", "元"],
  ["", " CHF"],
];

function grouped(digits: string, group: string): string {
  let text = "";
  for (const [index, digit] of [...digits].entries()) {
    if (index > 0 && (digits.length - index) % 3 === 0) text += group;
    text += digit;
  }
  return text;
}

/** `value` is scaled by 10^stored. Null if the way has no room for its decimals. */
export function writeNumber(value: number, stored: number, way: NumberWay): string | null {
  const unit = 10n ** BigInt(stored);
  const size = BigInt(Math.abs(value));
  let fraction = stored === 0 ? "" : String(size % unit).padStart(stored, "0");
  while (fraction.endsWith("0") && fraction.length > (way.fixed ?? 0)) fraction = fraction.slice(0, -1);
  if (way.fixed !== null && fraction.length > way.fixed) return null;
  fraction = fraction.padEnd(way.fixed ?? 0, "0");
  const tail = fraction === "" ? "" : way.decimal + fraction;
  const amount = way.lead + grouped(String(size / unit), way.group) + tail + way.trail;
  const room = way.negative === " () " ? " " : "";
  if (value >= 0) return room + amount + room;
  return way.negative === "-" ? `-${amount}` : `${room}(${amount})`;
}

export function numberWays(affixes: readonly (readonly [string, string])[]): readonly NumberWay[] {
  return ([".", ","] as const).flatMap((decimal) =>
    GROUPS[decimal].flatMap((group) =>
      [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((fixed) =>
        affixes.flatMap(([lead, trail]) =>
          NEGATIVES.map((negative) => ({ decimal, group, fixed, lead, trail, negative })),
        ),
      ),
    ),
  );
}

/** Parts in their order: y, yyyy, M, MM, d, dd; all else stands for itself. */
export type DateWay = readonly string[];

export const DATE_WAYS: readonly DateWay[] = [
  ...["-", "/", ".", ". ", " "].flatMap((separator) =>
    (
      [
        ["y", "M", "d"],
        ["y", "MM", "dd"],
        ["d", "M", "y"],
        ["dd", "MM", "y"],
        ["M", "d", "y"],
        ["MM", "dd", "y"],
      ] as const
    ).map(([a, b, c]) => [a, separator, b, separator, c]),
  ),
  ["y", "年", "M", "月", "d", "日"],
  ["y", "年", "MM", "月", "dd", "日"],
];

/** `day` counts from 1970-01-01. */
export function writeDate(day: number, way: DateWay): string {
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const [y = "", mm = "", dd = ""] = iso.split("-");
  const parts = new Map([
    ["y", y],
    ["MM", mm],
    ["dd", dd],
    ["M", String(Number(mm))],
    ["d", String(Number(dd))],
  ]);
  return way.map((part) => parts.get(part) ?? part).join("");
}

/** Whether one of the ways gives back every text from its value. */
export function someWay<Way>(
  ways: readonly Way[],
  texts: readonly string[],
  read: (text: string) => Value | undefined,
  write: (value: number, way: Way) => string | null,
): boolean {
  return ways.some((way) =>
    texts.every((text) => {
      const value = read(text);
      return typeof value === "number" && write(value, way) === text;
    }),
  );
}
