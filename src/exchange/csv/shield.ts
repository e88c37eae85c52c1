/**
 * The shield against Excel's guessing: a text that it would take for a number, a date or a truth value gets a tab in front,
 * which makes it a text and is not seen. unshield(shield(text)) = text for every text, so one that looks shielded by itself
 * gets one more.
 */

const TAB = 9;

/** Digits among nothing but what numbers, amounts, dates, times and telephone numbers are written with. */
const NUMERIC = /^[\s\d.,:;/\\()%+\-'’_eE$€£¥￥年月日时時分秒]*$/u;
const CLOCK = /^[\s\d.:]*\d\s*[ap]m?\s*$/i;
/** Excel knows months by their beginnings: SEPT2 and 1-Mar are days to it. */
const MONTH =
  /^\s*(?:\d{1,4}[-/. ]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-/., ]*\d{0,4}[-/., ]*\d{0,4}\s*$/i;
const TRUTH = /^\s*(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero)\s*$/i;

function isGuessed(text: string): boolean {
  if (/\d/.test(text)) return NUMERIC.test(text) || CLOCK.test(text) || MONTH.test(text);
  return TRUTH.test(text);
}

/** Blind to tabs in front, so that what was shielded once is known again. */
const needsShield = (text: string): boolean =>
  isGuessed(text.charCodeAt(0) === TAB ? text.replace(/^\t+/, "") : text);

export const shield = (text: string): string => (needsShield(text) ? `\t${text}` : text);

/** Takes exactly the tab off that `shield` put there. */
export const unshield = (text: string): string =>
  text.charCodeAt(0) === TAB && needsShield(text) ? text.slice(1) : text;
