/**
 * The guard against formula injection (OWASP ASVS 5 §1.2.10, CWE-1236): a text that a spreadsheet would run
 * gets an apostrophe in front. unguard(guard(text)) = text for every text, which is why a text that looks
 * guarded by itself gets one more.
 */

const APOSTROPHE = 39;
const RISKY = new Set([..."=+-@\t\r\n\0＝＋－＠"].map((sign) => sign.charCodeAt(0)));
const NUMBER_OR_PHONE = /^[+-]?[\d\s().,/-]+$/;

/** Blind to apostrophes in front, so that what was guarded once is known again. */
function isRisky(text: string): boolean {
  let at = 0;
  while (text.charCodeAt(at) === APOSTROPHE) at += 1;
  return RISKY.has(text.charCodeAt(at)) && !NUMBER_OR_PHONE.test(at === 0 ? text : text.slice(at));
}

export function guard(text: string): string {
  return isRisky(text) ? `'${text}` : text;
}

/** Takes exactly the apostrophe off that `guard` put there. */
export function unguard(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && isRisky(text) ? text.slice(1) : text;
}
