/** The words of rows that may be the same customer, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);

export const enDuplicates = {
  "cause.mergeRows": "merging of two rows",
  "duplicates.title": "Duplicates",
  "duplicates.looking": "Comparing the rows…",
  "duplicates.none": "No two rows look like the same customer.",
  "duplicates.count": (p: { readonly count: number }) =>
    `${counted("en", p.count, { one: "pair of rows", other: "pairs of rows" })} may be the same customer, the surest first.`,
  "duplicates.pair": (p: { readonly first: string; readonly second: string }) => `${p.first} – ${p.second}`,
  "duplicates.why": (p: { readonly score: number; readonly evidence: string }) =>
    `${n(p.score)} of 100: same ${p.evidence}`,
  "duplicates.by.taxNumber": "tax number",
  "duplicates.by.email": "e-mail",
  "duplicates.by.phone": "phone",
  "duplicates.by.name": "name",
  "duplicates.by.company": "company",
  "duplicates.by.sound": "sound of the name",
  "duplicates.merge": "Merge…",
  "duplicates.mergeTitle": "Merge two rows",
  "duplicates.mergeAction": "Merge",
  "duplicates.back": "Back",
  "duplicates.choose": "Choose for each column what stays. The second row goes; Undo brings it back.",
  "duplicates.same": "The two are the same in every column. The second row goes; Undo brings it back.",
  "duplicates.field": "Column",
  "duplicates.first": "First row",
  "duplicates.second": "Second row",
  "duplicates.merged": "Merged into one row. Undo makes two of it again.",
  "duplicates.alike": (p: { readonly name: string }) => `${p.name} has the same already.`,
  "duplicates.show": "Show that row",
} as const;
