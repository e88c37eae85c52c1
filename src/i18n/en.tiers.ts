/** The words of the rules that sort customers into tiers and states, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);

export const enTiers = {
  "cause.setClassifier": (p: { readonly field: string }) => `rule for ${p.field}`,
  "cause.removeClassifier": (p: { readonly field: string }) => `removing the rule for ${p.field}`,
  "cause.classify": (p: { readonly rows: number }) =>
    `move of ${counted("en", p.rows, { one: "row", other: "rows" })} by the rules on a new day`,
  "tierRule.title": "Tier rule",
  "tierRule.titleOf": (p: { readonly field: string }) => `Rule for ${p.field}`,
  "tierRule.open": "Tier rule…",
  "tierRule.field": "Column to fill",
  "tierRule.method": "Classify customers",
  "tierRule.by.amount": "by amount",
  "tierRule.by.share": "by share of the whole (ABC)",
  "tierRule.by.rank": "by rank",
  "tierRule.by.rfm": "by recency, frequency and amount (RFM)",
  "tierRule.by.matrix": "by present and potential value",
  "tierRule.explain.amount": "Each class begins at an amount.",
  "tierRule.explain.share":
    "Counted from the best: a class ends where the customers counted so far together bring its percentage. Whoever reaches the limit is in; equal customers stay together.",
  "tierRule.explain.rank":
    "Counted from the best: a class ends at its percentage of all customers. Equal customers stay together, in the better class.",
  "tierRule.explain.rfm":
    "Each customer gets 1 to 5 points for the last day, for how often and for how much: 5 for the best fifth. The value is the mean of the last two. The first class from the top that fits counts.",
  "tierRule.explain.matrix":
    "Four classes: high now and later, high now only, high later only, low in both (platinum, gold, iron, lead).",
  "tierRule.amount": "Amount",
  "tierRule.recency": "Last day",
  "tierRule.frequency": "How often",
  "tierRule.potential": "Potential",
  "tierRule.presentFrom": "High present value from",
  "tierRule.potentialFrom": "High potential from",
  "tierRule.slider": (p: { readonly tier: string }) => `Upper limit of ${p.tier}, in percent`,
  "tierRule.from": (p: { readonly tier: string }) => `${p.tier} begins at`,
  "tierRule.worth": "Value",
  "tierRule.recencyOf": (p: { readonly tier: string }) => `${p.tier}, points for the last day`,
  "tierRule.valueOf": (p: { readonly tier: string }) => `${p.tier}, points for value`,
  "tierRule.atLeast": (p: { readonly score: string }) => `${p.score} or more`,
  "tierRule.rest": "the rest",
  "tierRule.noAmount": "Enter an amount, such as 10000.",
  "tierRule.noNumbers": "This sheet has no column of numbers or money. Add one first.",
  "tierRule.noDays": "This sheet has no column of dates. Add one first.",
  "tierRule.fourClasses":
    "This needs a column of exactly four choices. Change its choices in the menu of its header.",
  "tierRule.disorder":
    "A tier begins before the one above it, so it would be empty. Put the limits in order.",
  "tierRule.result": "What the rule does",
  "tierRule.incomplete": "Once the rule is whole, this shows what it would do.",
  "tierRule.moves": (p: { readonly moved: number; readonly up: number; readonly down: number }) =>
    p.moved === 0
      ? "Nobody moves."
      : `${counted("en", p.moved, { one: "customer moves", other: "customers move" })}: ${n(p.up)} up, ${n(p.down)} down.`,
  "tierRule.changes": (p: { readonly moved: number }) =>
    p.moved === 0
      ? "Nobody changes."
      : `${counted("en", p.moved, { one: "customer changes", other: "customers change" })}.`,
  "tierRule.staying": (p: { readonly rows: number }) =>
    `${counted("en", p.rows, { one: "stays as set by hand", other: "stay as set by hand" })}.`,
  "tierRule.without": (p: { readonly rows: number }) =>
    `${counted("en", p.rows, { one: "has nothing to be judged by and gets no tier", other: "have nothing to be judged by and get no tier" })}.`,
  "tierRule.shareless":
    "No customer has an amount above zero, so there is nothing to share out, and the last tier has all.",
  "tierRule.several": (p: { readonly rows: number }) =>
    `${counted("en", p.rows, { one: "fits", other: "fit" })} more than one class, and the first from the top counts.`,
  "tierRule.more": (p: { readonly rows: number }) => `and ${n(p.rows)} more`,
  "tierRule.nameless": (p: { readonly row: number }) => `Row ${n(p.row)}`,
  "tierRule.apply": "Apply rule",
  "tierRule.remove": "Remove rule",
  "tierRule.byHand": "Set by hand",
  "tierRule.reasonName": (p: { readonly field: string }) => `${p.field}: why by hand`,
  "tierRule.applied": (p: { readonly field: string }) =>
    `The rule for ${p.field} is followed from now on. Whoever is set by hand keeps that; clear the reason to follow the rule again.`,
  "rule.noField": "The column that the rule fills is gone, or no longer holds one choice.",
  "rule.noReason":
    "The column of reasons is gone, or no longer holds text. Set the rule again to make a new one.",
  "rule.noInput": "A column that the rule looks at is gone, or holds no numbers or days. Choose another.",
  "rule.noClass": "A choice that the rule gives is gone from the column’s list. Choose others.",
} as const;
