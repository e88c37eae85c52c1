/** Telephone numbers: text, because a number would lose zeros and signs. */
import type { FieldKind } from "../kind.ts";
import { keepText, plainText } from "../shared/text.ts";

const SHAPE = /^\+?[\d\s().\-/]{7,20}$/;
/** A sign that digits are dialled and not counted: a plus, a leading zero, groups, or a Chinese mobile number. */
const DRESSED = /^\+|^0\d*[\s\-/]\d|\d[\s().\-/]+\d+[\s().\-/]*\d{2,}|^1[3-9]\d{9}$/;
/** Dates and amounts wear the same signs. */
const OTHER = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{1,3}(?:[. ]\d{3})*(?:[.]\d+)?$/;

function isPhone(text: string): boolean {
  return SHAPE.test(text) && !OTHER.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7;
}

export const phoneKind: FieldKind = {
  ...plainText,
  id: "phone",
  guess: (texts) => (texts.every(isPhone) && texts.some((text) => DRESSED.test(text)) ? keepText : null),
};
