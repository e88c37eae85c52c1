/**
 * Named segments of customers by scores of recency and of value, the mean of frequency and amount, as quoted from Putler
 * ("RFM Analysis for Successful Customer Segmentation", putler.com/rfm-analysis). Its ranges overlap; here the narrower come
 * before the wider, so that each can be given, and the last takes what is left. Its eleventh, Lost, is for scores of 0, which
 * fifths do not give.
 */
import { type Choice, choiceId, type Hue, type ScoreRange } from "../../core/model/index.ts";
import type { Translate } from "../../i18n/index.ts";

type Ends = readonly [low: number, high: number];

const SEGMENTS = [
  ["champions", "violet", [4, 5], [4, 5]],
  ["newCustomers", "teal", [4, 5], [1, 1]],
  ["promising", "green", [3, 4], [1, 1]],
  ["loyal", "blue", [2, 5], [3, 5]],
  ["potentialLoyalist", "teal", [3, 5], [1, 3]],
  ["needsAttention", "amber", [2, 3], [2, 3]],
  ["aboutToSleep", "sand", [2, 3], [1, 2]],
  ["cannotLose", "rose", [1, 1], [4, 5]],
  ["atRisk", "amber", [1, 2], [2, 5]],
  ["hibernating", "slate", [1, 2], [1, 2]],
] as const satisfies readonly (readonly [string, Hue, Ends, Ends])[];

export const segmentChoices = (t: Translate): readonly Choice[] =>
  SEGMENTS.map(([name, hue]) => ({ id: choiceId(name), label: t(`segment.${name}`), hue }));

/** Those of all but the last; null: the choices are not these. */
export function segmentRanges(choices: readonly Choice[]): readonly ScoreRange[] | null {
  const same = choices.length === SEGMENTS.length && SEGMENTS.every(([name], at) => choices[at]?.id === name);
  return same ? SEGMENTS.slice(0, -1).map(([, , recency, value]) => ({ recency, value })) : null;
}
