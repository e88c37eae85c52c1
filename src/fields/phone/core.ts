/** Telephone numbers: text, because a number would lose zeros and signs. */
import type { FieldKind } from "../kind.ts";
import { keepText, plainText } from "../shared/text.ts";

const SHAPE = /^[+\d(][\d\s().\-/]{5,18}\d$/;
const LEAST_DIGITS = 7;
/** E.164 allows no more. */
const MOST_DIGITS = 15;
/** Digits that are dialled and not counted: a plus, groups, a zero before the area, a Chinese mobile number. */
const DRESSED = /^\+|\d[\s().\-/]+\d+[\s().\-/]*\d{2,}|^0[1-9]\d{8,9}$|^1[3-9]\d{9}$/;
/** Dates and amounts wear the same signs. */
const OTHER =
  /^\d{1,4}(?:[-/]|\. ?)\d{1,2}(?:[-/]|\. ?)\d{1,4}$|^\d{1,2} \d{1,2} \d{4}$|^\d{1,3}(?:[.\s]\d{3})*(?:\.\d+)?$|^\d+\.\d+$/;

function isPhone(text: string): boolean {
  if (!SHAPE.test(text) || OTHER.test(text)) return false;
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
}

export const phoneKind: FieldKind = {
  ...plainText,
  id: "phone",
  guess: (texts) => (texts.every(isPhone) && texts.some((text) => DRESSED.test(text)) ? keepText : null),
};
