/**
 * Values in the plain form that a workbook file has them in: the same in every language, and exact. Text is as
 * it is, but for lone surrogates, which UTF-8 lacks (see FORMAT.md).
 */
import type { Atom, FieldType } from "../../core/model/index.ts";

/** Backslashes before what looks like an escape are doubled, so that text that looks like one stays text. */
const TO_ESCAPE = /(?<!\\)(\\*)(?:(uD[89A-F][0-9A-F]{2})|(\p{Surrogate}))/gu;
const ESCAPED = /(?<!\\)(\\+)uD([89A-F][0-9A-F]{2})/g;

export function escapeText(text: string): string {
  if (text.isWellFormed() && !text.includes("\\uD")) return text;
  return text.replace(TO_ESCAPE, (_, slashes: string, literal?: string, lone?: string) => {
    const doubled = slashes + slashes;
    if (literal !== undefined) return doubled + literal;
    return `${doubled}\\uD${lone?.charCodeAt(0).toString(16).slice(1).toUpperCase()}`;
  });
}

export function unescapeText(text: string): string {
  if (!text.includes("\\uD")) return text;
  return text.replace(ESCAPED, (_, slashes: string, digits: string) => {
    const kept = "\\".repeat(slashes.length >> 1);
    const code = `D${digits}`;
    return slashes.length % 2 === 0
      ? `${kept}u${code}`
      : kept + String.fromCharCode(Number.parseInt(code, 16));
  });
}

const DAY = 86_400_000;
/** Days that ISO 8601 and Date can write. */
const LAST_DAY = 100_000_000;
/** More than any field has; a definition from elsewhere may say what it likes. */
const MOST_DECIMALS = 100;
const ISO_DAY = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}$/;
const SCALED = /^(-?)(\d+)(?:\.(\d+))?$/;
/** A number that its field does not provide for, as it is. */
const RAW = "raw ";

function writeScaled(value: number, decimals: number): string | null {
  if (!Number.isSafeInteger(value) || decimals > MOST_DECIMALS) return null;
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function readScaled(text: string, decimals: number): number | undefined {
  const [, sign, whole = "", fraction = ""] = SCALED.exec(text) ?? [];
  if (sign === undefined || fraction.length !== decimals) return undefined;
  const value = Number(sign + whole + fraction);
  return Number.isSafeInteger(value) ? value : undefined;
}

function writeDay(day: number): string | null {
  if (!Number.isInteger(day) || Object.is(day, -0) || Math.abs(day) > LAST_DAY) return null;
  return new Date(day * DAY).toISOString().slice(0, -"T00:00:00.000Z".length);
}

function readDay(text: string): number | undefined {
  const time = ISO_DAY.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  // What is no day of the calendar may be taken for another one.
  return !Number.isNaN(time) && writeDay(time / DAY) === text ? time / DAY : undefined;
}

function plainNumber(type: FieldType, value: number): string | null {
  switch (type.storage) {
    case "integer":
      return writeScaled(value, type.decimals);
    case "day":
      return writeDay(value);
    case "flag":
      return value === 1 ? "true" : Object.is(value, 0) ? "false" : null;
    case "text":
    case "choice":
    case "choices":
      return null;
  }
}

/** Empty text for an empty cell. */
export function writeAtom(type: FieldType, atom: Atom): string {
  if (atom === null) return "";
  if (typeof atom === "string") return escapeText(atom);
  return plainNumber(type, atom) ?? RAW + (Object.is(atom, -0) ? "-0" : String(atom));
}

function readRaw(text: string): number | undefined {
  const value = Number(text.slice(RAW.length));
  return Number.isNaN(value) || text === RAW ? undefined : value;
}

/** Undefined for what `writeAtom` would not have written. */
export function readAtom(type: FieldType, text: string): Atom | undefined {
  if (text === "") return null;
  switch (type.storage) {
    case "text":
    case "choice":
    case "choices":
      return unescapeText(text);
    case "integer":
      return text.startsWith(RAW) ? readRaw(text) : readScaled(text, type.decimals);
    case "day":
      return text.startsWith(RAW) ? readRaw(text) : readDay(text);
    case "flag":
      if (text.startsWith(RAW)) return readRaw(text);
      return text === "true" ? 1 : text === "false" ? 0 : undefined;
  }
}
