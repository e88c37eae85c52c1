/** The words of how a file is read, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enReading = {
  "note.damagedText": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had damaged characters, first on line ${n(p.line)}; they are shown as \ufffd.`,
};
