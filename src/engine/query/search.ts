/** Which rows a search lets through: those where any of the fields contains what is sought. */
import { type Field, type FieldType, squeezed } from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import { rangeOf } from "../columns/sorted.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import { type Han, HanTest, mayMeanHan } from "./han.ts";
import { metHan, searchHaystack, searchWriter } from "./haystack.ts";
import { type Mask, numberText } from "./masks.ts";

/** A part of a day's text. */
const DAY = /^[\d-]+$/;
/** A part of a number's text. */
const NUMBER = /^-?\d*(\.\d*)?$/;
/** Between groups, whichever of them the locale has. */
const APOSTROPHES = /['’]/g;
/** Digits that a double holds exactly. */
const PLAIN_DIGITS = /^\d{1,15}$/;
/** Range of values up to which each is judged once, in a table. */
const NARROW = 1 << 22;
const ROWS_PER_STEP = 1 << 15;

/** How the workbook's locale writes numbers. */
export interface NumberSigns {
  readonly decimal: string;
  readonly group: string;
}

const PLAIN_SIGNS: NumberSigns = { decimal: ".", group: "," };

/** What is looked for. */
export interface Sought {
  readonly text: string;
  /** Plainly written, what it may mean as a part of a number: as the locale writes them, and as it stands. */
  readonly numbers: readonly string[];
  /** Finds it among Han characters; null where it cannot be meant by them, or nothing is known of them. */
  readonly inHan: HanTest | null;
}

/** What stands behind a group's sign; the last of them may not be typed out yet. */
const IN_GROUP = /^\d{0,3}(?:\D|$)/;

function numbersIn(text: string, { decimal, group }: NumberSigns): readonly string[] {
  const shown = text
    .replace(APOSTROPHES, "")
    .replaceAll("−", "-")
    .split(group)
    .reduce((before, part) => before + (IN_GROUP.test(part) ? "" : group) + part)
    .replaceAll(decimal, ".");
  return [...new Set([shown, text])].filter((each) => each !== "" && NUMBER.test(each));
}

/** Null for a blank search, which everything passes. `han` null: texts are searched as they are written. */
export function soughtIn(search: string, han: Han | null, signs: NumberSigns | null = null): Sought | null {
  const text = squeezed(search);
  if (text === "") return null;
  return {
    text,
    numbers: numbersIn(text, signs ?? PLAIN_SIGNS),
    inHan: han !== null && mayMeanHan(text) ? new HanTest(text, han) : null,
  };
}

/** Whether a text contains what is sought. `seen`: as `searchWriter` writes it. */
export const containsSought = (seen: string, { text, inHan }: Sought): boolean =>
  seen.includes(text) || (inHan?.test(seen) ?? false);

/** The same for its beginning. */
export const beginsWithSought = (seen: string, { text, inHan }: Sought): boolean =>
  seen.startsWith(text) || (inHan?.test(seen, 0, seen.length, true) ?? false);

/** Whether texts were met that more might be found in if Han characters were known. */
export const wouldMeanHan = (table: ColumnTable, fields: readonly Field[], search: string): boolean =>
  mayMeanHan(squeezed(search)) &&
  fields.some(({ id }) => {
    const column = table.columns.get(id);
    return column?.form === "coded" && metHan(column);
  });

/** By exponent, as far as a double counts exactly and one further. */
const POWERS = Float64Array.from({ length: 18 }, (_, exponent) => 10 ** exponent);

/** Whether `sought`, of so many digits, is among those of a whole number that is written with at least `least`. */
function hasDigits(value: number, least: number, sought: number, digits: number): boolean {
  let left = least;
  while (value >= (POWERS[left] ?? Number.POSITIVE_INFINITY)) left += 1;
  const range = POWERS[digits] ?? 1;
  for (let rest = value; left >= digits; left--) {
    if (rest % range === sought) return true;
    rest = Math.floor(rest / 10);
  }
  return false;
}

/** Looks for digits in scaled integers without writing each of them: a million texts would be made for nothing. */
function digitTest(digits: string, decimals: number): (value: number) => boolean {
  const sought = Number(digits);
  const scale = 10 ** decimals;
  return (value) => {
    const size = Math.abs(value);
    const whole = Math.floor(size / scale);
    return (
      hasDigits(whole, 1, sought, digits.length) ||
      (decimals > 0 && hasDigits(size - whole * scale, decimals, sought, digits.length))
    );
  };
}

/** How a search looks at one number; null where it cannot match at all. */
export function numberTest({ text, numbers }: Sought, type: FieldType): ((value: number) => boolean) | null {
  const write = numberText(type);
  if (write === null) return null;
  const wanted = type.storage === "integer" ? numbers : [text].filter((each) => DAY.test(each));
  const [first, second] = wanted.map((each): ((value: number) => boolean) =>
    type.storage === "integer" && PLAIN_DIGITS.test(each)
      ? digitTest(each, type.decimals)
      : (value) => !Number.isNaN(value) && write(value).includes(each),
  );
  if (first === undefined) return null;
  return second === undefined ? first : (value) => first(value) || second(value);
}

function markCodes(mask: Mask, column: CodedColumn, verdicts: Uint8Array): void {
  for (let slot = 0; slot < mask.length; slot++) {
    mask[slot] = (mask[slot] ?? 0) | (verdicts[column.codes[slot] ?? 0] ?? 0);
  }
}

function* markNumbers(
  mask: Mask,
  { values }: NumericColumn,
  passes: (value: number) => boolean,
): Steps<void> {
  const [low, high] = rangeOf(values);
  if (!(low <= high)) return;
  // 0 is not judged yet, 1 passes, 2 does not.
  const judged = high - low < NARROW ? new Uint8Array(high - low + 1) : null;
  for (let slot = 0; slot < mask.length; slot++) {
    if (slot % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield { done: slot, total: mask.length };
    const value = values[slot] ?? Number.NaN;
    if (mask[slot] === 1 || Number.isNaN(value)) continue;
    if (judged === null) {
      if (passes(value)) mask[slot] = 1;
      continue;
    }
    if (judged[value - low] === 0) judged[value - low] = passes(value) ? 1 : 2;
    if (judged[value - low] === 1) mask[slot] = 1;
  }
}

/** Rows in which any of `fields` contains `search`, blind to case, width, accents and spaces. Null for a blank search. */
export function* searchSteps(
  table: ColumnTable,
  fields: readonly Field[],
  search: string,
  han: Han | null = null,
  signs: NumberSigns | null = null,
): Steps<Mask | null> {
  const sought = soughtIn(search, han, signs);
  if (sought === null) return null;
  const mask = new Uint8Array(table.slotCount);
  for (const field of fields) {
    const column = table.columns.get(field.id);
    if (column?.form === "coded") {
      const haystack = yield* searchHaystack(column, field.type);
      const verdicts = yield* haystack.verdicts(sought.text, sought.inHan);
      if (verdicts.includes(1)) markCodes(mask, column, verdicts);
    } else if (column !== undefined) {
      const passes = numberTest(sought, field.type);
      if (passes !== null) yield* markNumbers(mask, column, passes);
    }
    yield { done: 0, total: 0 };
  }
  return mask;
}

/** The same for single rows. */
export function searchPasses(
  table: ColumnTable,
  fields: readonly Field[],
  search: string,
  han: Han | null = null,
  signs: NumberSigns | null = null,
): ((slot: number) => boolean) | null {
  const sought = soughtIn(search, han, signs);
  if (sought === null) return null;
  const tests = fields.map(({ id, type }): ((slot: number) => boolean) => {
    const column = table.columns.get(id);
    if (column?.form === "coded") {
      const write = searchWriter(type);
      return (slot) => {
        const code = column.codes[slot] ?? 0;
        return code !== 0 && containsSought(write(column.dictionary[code - 1] ?? ""), sought);
      };
    }
    const passes = numberTest(sought, type);
    return column === undefined || passes === null
      ? () => false
      : (slot) => passes(column.values[slot] ?? Number.NaN);
  });
  return (slot) => tests.some((test) => test(slot));
}
