/** What Excel does to texts when it opens a CSV and saves it again, told by what was sent and what came back. */

export const DAMAGES = ["zeros", "exponent", "digits", "date", "encoding", "formula"] as const;
export type Damage = (typeof DAMAGES)[number];

const EXPONENT = /^([+-]?\d)(?:[.,](\d+))?e([+-]?\d+)$/i;
const DIGITS = /^\+?\d+$/;
/** Excel keeps fifteen digits of a number. */
const KEPT_DIGITS = 15;
const LOST = /[?\ufffd]/;
const ERRORS = /^#(NAME|REF|VALUE|N\/A|NUM|DIV\/0|NULL)[?!]?$|^#{3,}$/;

const withoutZeros = (digits: string): string => digits.replace(/^\+?0*(?=\d)/, "");

/** 1.38E+10 shows the first digits of what it was, rounded. */
function isExponentOf(sent: string, came: string): boolean {
  const found = EXPONENT.exec(came);
  if (found === null) return false;
  const fraction = found[2] ?? "";
  const value = Number(sent.replaceAll(/[\s,]/g, ""));
  if (!Number.isFinite(value) || value === 0) return false;
  const [shown, exponent] = value.toExponential(fraction.length).split("e");
  return Number(shown) === Number(`${found[1]}.${fraction || "0"}`) && Number(exponent) === Number(found[3]);
}

function lostDigits(sent: string, came: string): boolean {
  const [was, is] = [withoutZeros(sent), withoutZeros(came)];
  if (!DIGITS.test(sent) || !DIGITS.test(came) || was.length <= KEPT_DIGITS || was.length !== is.length)
    return false;
  return is === was.slice(0, KEPT_DIGITS).padEnd(was.length, "0");
}

/** Every character that the encoding had is as it was, and the others are question marks. */
function lostEncoding(sent: string, came: string): boolean {
  if (!LOST.test(came)) return false;
  const pattern = Array.from(sent, (character) => {
    const own = character.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    return character.charCodeAt(0) < 0x80 ? own : `(?:${own}|[?\\ufffd]{1,2})`;
  });
  return new RegExp(`^${pattern.join("")}$`, "s").test(came);
}

let latin: ReadonlyMap<string, number> | null = null;

/** UTF-8 that was read as the code page of Western Europe: `Ã©` for `é`. */
function isGarbled(sent: string, came: string): boolean {
  if (!/[\u0080-\uffff]/.test(came) || came.length <= sent.length) return false;
  latin ??= new Map(
    Array.from(new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, n) => n))).map(
      (character, byte) => [character, byte],
    ),
  );
  const bytes: number[] = [];
  for (const character of came) {
    const byte = latin.get(character);
    if (byte === undefined) return false;
    bytes.push(byte);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes)) === sent;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Month and day, or month and year, that a short text like `3-4`, `1/12` or `MAR1` may be taken for; in any order. */
function numbersOf(text: string): string | null {
  const named = text
    .toLowerCase()
    .replace(/[年月日号]/gu, " ")
    .replace(/[a-z]{3,9}/g, (word) => {
      const month = MONTHS.indexOf(word.slice(0, 3));
      return month < 0 ? word : ` ${month + 1} `;
    });
  const parts = named.split(/[\s\-/.,]+/).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^(\d{1,2}|(19|20)\d\d)$/.test(part)))
    return null;
  return parts
    .map((part) => Number(part) % 100)
    .sort((a, b) => a - b)
    .join(" ");
}

/** A code such as 3-4 that came back as 4-Mar, 3月4日 or with this year's number. */
function becameDate(sent: string, came: string): boolean {
  const was = numbersOf(sent)?.split(" ") ?? [];
  const is = numbersOf(came)?.split(" ") ?? [];
  if (was.length < 2 || sent.length > 10) return false;
  // What was not sent is the year that Excel added.
  const rest = [...is];
  for (const part of was) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.length === 1 || (rest.length === 0 && /[\p{L}]/u.test(came));
}

/** Null: it is no damage of Excel's, so that somebody meant it. `sent` and `came` differ. */
export function damageOf(sent: string, came: string): Damage | null {
  if (sent === "" || came === "") return null;
  if (ERRORS.test(came)) return "formula";
  const bare = came.trim();
  if (DIGITS.test(sent.replaceAll(/\s/g, "")) && DIGITS.test(bare)) {
    const was = sent.replaceAll(/\s/g, "");
    if (was !== bare && withoutZeros(was) === withoutZeros(bare) && was.length > bare.length) return "zeros";
    if (lostDigits(was, bare)) return "digits";
  }
  if (isExponentOf(sent.replace(/^\+/, ""), bare)) return "exponent";
  if (lostEncoding(sent, came) || isGarbled(sent, came)) return "encoding";
  if (becameDate(sent, bare)) return "date";
  return null;
}

/** The same day with day and month exchanged, as days since 1970; null where that is no date, or the same. */
export function swappedDay(day: number): number | null {
  const date = new Date(day * 86_400_000);
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  if (dayOfMonth > 12 || month === dayOfMonth) return null;
  return Date.UTC(date.getUTCFullYear(), dayOfMonth - 1, month) / 86_400_000;
}

/** What Excel shows of a day whose format was lost: days since the last one of 1899. */
export const serialOf = (day: number): number => day + 25_569;
