/** The words of rows that may be the same customer, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enDuplicates = {
  "cause.mergeRows": (p: { readonly rows: number }) => `merging of ${rows(p.rows)}`,
  "cause.keepApart": (p: { readonly rows: number }) => `marking ${rows(p.rows)} as not duplicates`,
  "cause.forgetApart": (p: { readonly rows: number }) => `offering ${rows(p.rows)} as duplicates again`,
  "duplicates.title": "Duplicates",
  "duplicates.looking": "Comparing the rows…",
  "duplicates.none": "No two rows look like the same customer.",
  "duplicates.uncompared": (p: { readonly most: number; readonly list: string }) =>
    `Not compared by what more than ${n(p.most)} rows share: ${p.list}.`,
  "duplicates.shared": (p: { readonly what: string; readonly text: string; readonly count: number }) =>
    `${p.what} “${p.text}” (${rows(p.count)})`,
  "duplicates.sharedMore": (p: { readonly count: number }) => `${n(p.count)} more`,
  "duplicates.count": (p: { readonly count: number }) =>
    `${counted("en", p.count, { one: "group of rows", other: "groups of rows" })} may be the same customer, the surest first.`,
  "duplicates.andMore": (p: { readonly names: string; readonly count: number }) =>
    `${p.names} and ${n(p.count)} more`,
  "duplicates.row": (p: { readonly number: number; readonly name: string }) => `${n(p.number)}. ${p.name}`,
  "duplicates.link": (p: { readonly first: string; readonly second: string; readonly why: string }) =>
    `${p.first} – ${p.second}: ${p.why}`,
  "duplicates.groupWhy": (p: { readonly count: number; readonly weakest: string }) =>
    `${rows(p.count)}. The weakest link is ${p.weakest}`,
  "duplicates.why": (p: { readonly score: number; readonly evidence: string }) =>
    `${n(p.score)} of 100: same ${p.evidence}`,
  "duplicates.by.taxNumber": "tax number",
  "duplicates.by.email": "e-mail",
  "duplicates.by.phone": "phone",
  "duplicates.by.name": "name",
  "duplicates.by.company": "company",
  "duplicates.by.sound": "sound of the name",
  "duplicates.merge": "Merge…",
  "duplicates.mergeTitle": (p: { readonly count: number }) => `Merge ${rows(p.count)}`,
  "duplicates.mergeAction": "Merge",
  "duplicates.back": "Back",
  "duplicates.members": "Rows that become one",
  "duplicates.chain": (p: { readonly weakest: string }) =>
    `Not every row of this group looks like every other, so only those that do are ticked. The weakest link is ${p.weakest}.`,
  "duplicates.moreRows": (p: { readonly count: number }) =>
    `${n(p.count)} more ${p.count === 1 ? "row" : "rows"} will be offered after these.`,
  "duplicates.choose":
    "Choose for each column what stays. The first row is kept, the others go; Undo brings them back.",
  "duplicates.same":
    "They are the same in every column. The first row is kept, the others go; Undo brings them back.",
  "duplicates.field": "Column",
  "duplicates.together": "All together",
  "duplicates.merged": (p: { readonly count: number }) =>
    `${rows(p.count)} merged into one. Undo takes them apart again.`,
  "duplicates.apart": "Not duplicates",
  "duplicates.done.keepApart": "They will not be offered as duplicates again.",
  "duplicates.done.forgetApart": "They are offered as duplicates again.",
  "duplicates.apartCount": (p: { readonly count: number }) =>
    `${counted("en", p.count, { one: "group", other: "groups" })} marked as not duplicates`,
  "duplicates.offer": "Offer again",
  "duplicates.alike": (p: { readonly name: string }) => `Another row already has this: ${p.name}.`,
  "duplicates.show": "Show that row",
} as const;
