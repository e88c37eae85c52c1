/** The words of the states of a customer's life, of named segments and of how a class changed, in English. */
import { counted } from "./plural.ts";

export const enLife = {
  "tierRule.by.conditions": "by conditions (states of a customer’s life)",
  "tierRule.explain.conditions":
    "From the top: a customer is in the first state whose conditions it meets. Days are reckoned from today, every day anew.",
  "tierRule.scores": (p: { readonly low: number; readonly high: number }) => `${p.low} to ${p.high}`,
  "life.open": "Status rule…",
  "life.conditions": (p: { readonly state: string }) => `Conditions of ${p.state}`,
  "life.byHand": "no condition: only set by hand",
  "life.rest": "Who meets none",
  "life.nobody": "gets no state",
  "life.without": (p: { readonly rows: number }) =>
    `${counted("en", p.rows, { one: "meets", other: "meet" })} no condition and get${p.rows === 1 ? "s" : ""} no state.`,
  "life.useStates": "Use the seven usual states",
  "life.suggest": "Suggest conditions again",
  "life.prospect": "Prospect",
  "life.firstTime": "First-time",
  "life.repeat": "Repeat",
  "life.loyal": "Loyal",
  "life.atRisk": "At risk",
  "life.lost": "Lost",
  "life.wonBack": "Won back",
  "moves.title": (p: { readonly fields: string }) => `How ${p.fields} changed`,
  "moves.none": "No change yet.",
  "moves.nothing": "(none)",
  "moves.one": (p: { readonly field: string; readonly before: string; readonly after: string }) =>
    `${p.field}: ${p.before} → ${p.after}`,
  "moves.cut":
    "Only the latest changes of the workbook were looked through. Earlier ones are in the history.",
  "segment.column": "Segment",
  "segment.make": "Add a column of named segments",
  "segment.use": "Fill the column of named segments",
  "segment.source":
    "Champions, Loyal, At risk and the others, by ranges of points as quoted from Putler, “RFM Analysis for Successful Customer Segmentation”. Change them as you like.",
  "segment.champions": "Champions",
  "segment.newCustomers": "New customers",
  "segment.promising": "Promising",
  "segment.loyal": "Loyal",
  "segment.potentialLoyalist": "Potential loyalist",
  "segment.needsAttention": "Needs attention",
  "segment.aboutToSleep": "About to sleep",
  "segment.cannotLose": "Can’t lose them",
  "segment.atRisk": "At risk",
  "segment.hibernating": "Hibernating",
} as const;
