/** The words of the rules that sort customers into tiers and states, in English. */
import { counted } from "./plural.ts";

export const enTiers = {
  "cause.setClassifier": (p: { readonly field: string }) => `rule for ${p.field}`,
  "cause.removeClassifier": (p: { readonly field: string }) => `removing the rule for ${p.field}`,
  "cause.classify": (p: { readonly rows: number }) =>
    `rules followed on a new day: ${counted("en", p.rows, { one: "row", other: "rows" })} moved`,
  "rule.noField": "The column that the rule fills is gone, or no longer holds one choice.",
  "rule.noReason":
    "The column of reasons is gone, or no longer holds text. Set the rule again to make a new one.",
  "rule.noInput": "A column that the rule looks at is gone, or holds no numbers or days. Choose another.",
  "rule.noClass": "A choice that the rule gives is gone from the column’s list. Choose others.",
} as const;
