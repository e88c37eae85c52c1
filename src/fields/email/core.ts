/** E-mail addresses, kept as typed. */
import type { FieldKind } from "../kind.ts";
import { keepText, plainText } from "../shared/text.ts";

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

export const emailKind: FieldKind = {
  ...plainText,
  id: "email",
  guess: (texts) => (texts.every((text) => ADDRESS.test(text)) ? keepText : null),
};
