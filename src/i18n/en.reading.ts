/** The words of how a file is read, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enReading = {
  "note.damagedText": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had damaged characters, first on line ${n(p.line)}; they are shown as \ufffd.`,
  "note.strayQuotes": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had quotes inside a text, first on line ${n(p.line)}; they were kept.`,
  "delimiter.tildes": "Tildes ( ~~ )",
  "delimiter.caret": "Caret ( ^ )",
  "delimiter.wideComma": "Chinese comma ( ， )",
  "delimiter.space": "Space",
  "delimiter.colon": "Colon ( : )",
  "delimiter.number": "Number sign ( # )",
};
