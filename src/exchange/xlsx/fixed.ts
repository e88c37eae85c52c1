/** Excel's formats of a fixed number of digits, some with literals among them: what a whole number looks like in one. */

/** What stands before the first digit, before each further one, and behind the last. */
type Literals = readonly string[];

/** A part of a format, between semicolons. */
interface Section {
  /** Which numbers it is for; null: those that its place says. */
  readonly isFor: ((value: number) => boolean) | null;
  /** Null: it shows them in a way that is none of these. */
  readonly literals: Literals | null;
}

export interface FixedFormat {
  /** Those for numbers. */
  readonly sections: readonly Section[];
}

/** A piece that semicolons may stand in, or one of those between sections. */
const PIECE = /"[^"]*"?|\\.?|\[[^\]]*\]?|[_*].?|[^;]|;/gsu;
/** The language that it is written in, or a colour: they change no sign of it. */
const DECORATION = /^\[(?:\$-[^\]]*|Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d{1,2})\]/i;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;
/** A digit; a literal in quotes, behind a backslash or by itself; room that is left. */
const TOKEN = /(0)|"([^"]*)"|\\(.)|([-+() /:])|_./sy;
/** Between digits these would make another number of it. */
const SEPARATOR = /[.,]/;
/** Beside money or a share figures are amounts. */
const AMOUNT = /[%\p{Sc}]/u;

/** Two or three digits are how weeks and quantities are written, unless there are letters before them. */
const LEAST_DIGITS = 4;
const LEAST_DIGITS_BEHIND_LETTERS = 2;

/** Null: it is none of a code, but that of a quantity, whose unit stands behind it, or another. */
function literalsOf(section: string): Literals | null {
  const literals = [""];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < section.length) {
    const [, digit, quoted, escaped, bare] = TOKEN.exec(section) ?? [];
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
  return isCode && !isAmount ? literals : null;
}

const HOLDS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "<": (value, limit) => value < limit,
  ">": (value, limit) => value > limit,
  "<=": (value, limit) => value <= limit,
  ">=": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "<>": (value, limit) => value !== limit,
};

function sectionOf(text: string): Section {
  let rest = text;
  let isFor: Section["isFor"] = null;
  for (;;) {
    const [whole = "", sign = "", limit = ""] = DECORATION.exec(rest) ?? CONDITION.exec(rest) ?? [];
    if (whole === "") return { isFor, literals: literalsOf(rest) };
    const holds = HOLDS[sign];
    if (holds !== undefined) isFor = (value) => holds(value, Number(limit));
    rest = rest.slice(whole.length);
  }
}

function sectionsIn(code: string): readonly string[] {
  const sections = [""];
  for (const [piece] of code.matchAll(PIECE)) {
    if (piece === ";") sections.push("");
    else sections.push(`${sections.pop() ?? ""}${piece}`);
  }
  // What is shown of texts.
  const isForTexts = sections.length > 3 || (sections.length > 1 && sections.at(-1)?.includes("@") === true);
  return isForTexts ? sections.slice(0, -1) : sections;
}

/** Hours that go on beyond a day. */
export const isHours = (code: string): boolean => /^(?:\[\$-[^\]]*\])?\[h+\]:mm(?::ss)?(?:;@)?$/i.test(code);

/** Null: it shows no number so. */
export function fixedFormat(code: string): FixedFormat | null {
  const sections = sectionsIn(code).map(sectionOf);
  return sections.some(({ literals }) => literals !== null) ? { sections } : null;
}

/** The one that Excel takes for a number from nought on; undefined: that is not sure, or none is for it. */
function sectionFor([first, second, third]: readonly Section[], value: number): Section | undefined {
  if (first === undefined || first.isFor?.(value) === true) return first;
  if (first.isFor !== null) {
    if (second?.isFor?.(value) === true) return second;
    if (second?.isFor === null) return third === undefined ? second : undefined;
    return third;
  }
  if (second !== undefined && second.isFor !== null) return undefined;
  return value === 0 && third !== undefined ? third : first;
}

/** `digits`: of a whole number from nought on. Those that the format has no place for stand before its first one. */
export function shownFixed({ sections }: FixedFormat, digits: string): string {
  const literals = sectionFor(sections, Number(digits))?.literals ?? null;
  if (literals === null) return digits;
  const places = literals.length - 1;
  const padded = digits.padStart(places, "0");
  const more = padded.length - places;
  const [before = "", ...others] = literals;
  const shown = others.map((literal, index) => `${padded[more + index] ?? ""}${literal}`);
  return `${before}${padded.slice(0, more)}${shown.join("")}`;
}
