/** Text of several lines. */
import type { FieldKind } from "../kind.ts";
import { keepText, plainText } from "../shared/text.ts";

/** Characters from which a text wants more than one line. */
const LONG = 120;

export const longTextKind: FieldKind = {
  ...plainText,
  id: "longText",
  guess: (texts) => (texts.some((text) => text.length > LONG || /[\r\n]/.test(text)) ? keepText : null),
};
