/**
 * Guard against formula injection (OWASP ASVS 5, 1.2.10; CWE-1236): a text that a spreadsheet would run gets an
 * apostrophe before it, which our importer takes off again. Numbers and telephone numbers are left alone. A text
 * that looks guarded already gets one more, so that nothing is ever changed by the way out and back.
 */

const RISKY = /^[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER_OR_PHONE = /^[+-]?[\d\s().,/-]+$/;
const APOSTROPHES = /^'+/;

const needsGuard = (text: string): boolean => RISKY.test(text) && !NUMBER_OR_PHONE.test(text);

export function guard(text: string): string {
  if (needsGuard(text)) return `'${text}`;
  return text.startsWith("'") && needsGuard(text.replace(APOSTROPHES, "")) ? `'${text}` : text;
}

/** The opposite of guard, for any text that guard returns. */
export function unguard(text: string): string {
  return text.startsWith("'") && needsGuard(text.replace(APOSTROPHES, "")) ? text.slice(1) : text;
}
