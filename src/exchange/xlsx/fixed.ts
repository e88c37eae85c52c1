/** Excel's formats of a fixed number of digits, some with literals among them: what a whole number looks like in one. */

/** What stands before the first digit, before each further one, and behind the last. */
export interface FixedFormat {
  readonly literals: readonly string[];
}

/** Only the language that it is written in may stand in front. */
const LANGUAGE = /^\[\$-[^\]]*\]/;
/** A digit; a literal in quotes, behind a backslash or by itself; room that is left; another section follows. */
const TOKEN = /(0)|"([^"]*)"|\\(.)|([-+() /:])|_.|(?:;.*|@)$/sy;
/** Between digits these would make another number of it. */
const SEPARATOR = /[.,]/;
/** Beside money or a share figures are amounts. */
const AMOUNT = /[%\p{Sc}]/u;

/** Two or three digits are how weeks and quantities are written, unless there are letters before them. */
const LEAST_DIGITS = 4;
const LEAST_DIGITS_BEHIND_LETTERS = 2;

/** Null: the format is none, or that of a quantity, whose unit stands behind it. */
export function fixedFormat(code: string): FixedFormat | null {
  const format = code.replace(LANGUAGE, "");
  const literals = [""];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < format.length) {
    const [, digit, quoted, escaped, bare] = TOKEN.exec(format) ?? [];
    if (TOKEN.lastIndex === 0) return null;
    if (digit !== undefined) literals.push("");
    else literals.push(`${literals.pop() ?? ""}${quoted ?? escaped ?? bare ?? ""}`);
  }
  const digits = literals.length - 1;
  const inFront = literals.slice(0, -1).join("");
  const isCode = /\p{L}/u.test(inFront)
    ? digits >= LEAST_DIGITS_BEHIND_LETTERS
    : digits >= LEAST_DIGITS && literals.at(-1)?.trim() === "";
  const isAmount = AMOUNT.test(literals.join("")) || SEPARATOR.test(literals.slice(1, -1).join(""));
  return isCode && !isAmount ? { literals } : null;
}

/** `digits`: of a whole number from nought on. Those that the format has no place for stand before its first one. */
export function shownFixed({ literals }: FixedFormat, digits: string): string {
  const places = literals.length - 1;
  const padded = digits.padStart(places, "0");
  const more = padded.length - places;
  const [before = "", ...others] = literals;
  const shown = others.map((literal, index) => `${padded[more + index] ?? ""}${literal}`);
  return `${before}${padded.slice(0, more)}${shown.join("")}`;
}
