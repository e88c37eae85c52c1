/** One line of text, kept exactly as typed. The kind of every column that is nothing else. */
import type { FieldKind } from "../kind.ts";
import { plainText } from "../shared/text.ts";

export const textKind: FieldKind = {
  ...plainText,
  id: "text",
  guess: null,
};
