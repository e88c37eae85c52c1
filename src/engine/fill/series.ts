/**
 * How cells go on when they are dragged further: numbers and days by their step, codes by the number at their end.
 * What follows no rule is repeated. Nothing is invented: a rule must hold for every one of the given cells.
 *
 * N1 the given cells followed by those of the series follow the same rule. N2 repeating gives the cells again and again.
 */
import type { Atom, FieldType } from "../../core/model/index.ts";

/** The cell at a distance behind the last given one, from 0. */
export type Series = (place: number) => Atom;

export const repeated =
  (atoms: readonly Atom[]): Series =>
  (place) =>
    atoms[place % atoms.length] ?? null;

/** The step between neighbours if it is always the same; null if it is not. */
function stepOf(numbers: readonly number[]): number | null {
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return null;
  const step = second - first;
  return numbers.every((each, index) => each === first + index * step) ? step : null;
}

const safe = (number: number): Atom => (Number.isSafeInteger(number) ? number : null);

/** A single number counts up by one, whatever decimals its column keeps. */
function numbersOn(numbers: readonly number[], one: number): Series | null {
  const last = numbers.at(-1);
  const step = numbers.length === 1 ? one : stepOf(numbers);
  return last === undefined || step === null ? null : (place) => safe(last + step * (place + 1));
}

const DAY = 86_400_000;
const dateOf = (day: number): Date => new Date(day * DAY);
const monthOf = (day: number): number => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
const monthDay = (day: number): number => dateOf(day).getUTCDate();
const monthLength = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
const dayIn = (month: number, day: number): number =>
  Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, Math.min(day, monthLength(month))) / DAY;

/** The same day of months at one distance; the 31st is the last day where a month is shorter. */
function monthsOn(days: readonly number[]): Series | null {
  const months = days.map(monthOf);
  const step = stepOf(months);
  const last = months.at(-1);
  if (step === null || step === 0 || last === undefined) return null;
  const wanted = Math.max(...days.map(monthDay));
  const fits = days.every((day, index) => day === dayIn(months[index] ?? 0, wanted));
  return fits ? (place) => dayIn(last + step * (place + 1), wanted) : null;
}

/** Working days counted from one Monday. Only for days that are working days. */
const workdays = (day: number): number => {
  const sinceMonday = day + 3;
  const week = Math.floor(sinceMonday / 7);
  return week * 5 + (sinceMonday - week * 7);
};
const isWorkday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;
const fromWorkdays = (count: number): number =>
  Math.floor(count / 5) * 7 + (count - Math.floor(count / 5) * 5) - 3;

function workdaysOn(days: readonly number[]): Series | null {
  if (!days.every(isWorkday)) return null;
  const counts = days.map(workdays);
  const step = stepOf(counts);
  const last = counts.at(-1);
  return step === null || last === undefined ? null : (place) => fromWorkdays(last + step * (place + 1));
}

/** Months before days: the 15th of two months means the 15th, and not so many days. */
const daysOn = (days: readonly number[]): Series | null =>
  monthsOn(days) ?? numbersOn(days, 1) ?? workdaysOn(days);

const CODE = /^(.*?)(\d+)$/su;

interface Code {
  readonly prefix: string;
  readonly number: bigint;
  readonly width: number;
}

function codeOf(text: string): Code | null {
  const [, prefix, digits] = CODE.exec(text) ?? [];
  return prefix === undefined || digits === undefined
    ? null
    : { prefix, number: BigInt(digits), width: digits.length };
}

/** `K-009` leads to `K-010`: the digits at the end, as wide as they were. */
function codesOn(texts: readonly string[]): Series | null {
  const codes = texts.map(codeOf).filter((code) => code !== null);
  const [first, second] = codes;
  const last = codes.at(-1);
  if (first === undefined || last === undefined || codes.length < texts.length) return null;
  const step = second === undefined ? 1n : second.number - first.number;
  const fits = codes.every(
    ({ prefix, number }, index) => prefix === first.prefix && number === first.number + step * BigInt(index),
  );
  if (!fits) return null;
  return (place) => {
    const number = last.number + step * BigInt(place + 1);
    // Below zero the hyphen would be taken for part of the prefix.
    return number < 0n ? null : `${first.prefix}${number.toString().padStart(last.width, "0")}`;
  };
}

/** The rule the cells follow, or null. */
export function seriesOf(type: FieldType, atoms: readonly Atom[]): Series | null {
  const numbers = atoms.filter((atom) => typeof atom === "number");
  const texts = atoms.filter((atom) => typeof atom === "string");
  switch (type.storage) {
    case "integer":
      return numbers.length === atoms.length ? numbersOn(numbers, 10 ** type.decimals) : null;
    case "day":
      return numbers.length === atoms.length ? daysOn(numbers) : null;
    case "text":
      return texts.length === atoms.length ? codesOn(texts) : null;
    case "flag":
    case "choice":
    case "choices":
      return null;
  }
}

/** What dragging does where nobody says otherwise: it goes on, but a single number is repeated, as in Excel. */
export function filled(type: FieldType, atoms: readonly Atom[], toggled: boolean): Series {
  const lone = type.storage === "integer" && atoms.length === 1;
  return (lone === toggled ? seriesOf(type, atoms) : null) ?? repeated(atoms);
}
