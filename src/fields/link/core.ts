/** Web addresses, kept as typed. */
import type { FieldKind } from "../kind.ts";
import { keepText, plainText } from "../shared/text.ts";

const ADDRESS = /^https?:\/\/\S+$/i;

export const linkKind: FieldKind = {
  ...plainText,
  id: "link",
  guess: (texts) => (texts.every((text) => ADDRESS.test(text)) ? keepText : null),
};
