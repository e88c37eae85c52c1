/**
 * A rule that sorts a sheet's rows into the choices of one of its fields: customers into tiers, or into the states of their
 * life. It is followed whenever what it looks at changes; rows whose reason is filled in stay as a hand has put them.
 */
import { conditionsOf, type Filter } from "./filter.ts";
import type { ChoiceId, FieldId } from "./ids.ts";

/** Scores of recency, frequency and amount, from 1 to 5; both ends included. */
export interface ScoreRange {
  readonly recency: readonly [low: number, high: number];
  /** Of frequency and amount the mean, rounded up. */
  readonly value: readonly [low: number, high: number];
}

/** Each list goes with `classes`, the best first, and leaves out the last, which takes the rest, unless it says otherwise. */
export type ClassMethod =
  /** From so much on, as a scaled integer of the field. */
  | { readonly by: "amount"; readonly amount: FieldId; readonly from: readonly number[] }
  /** The best so many percent of those who have an amount, counted from the best of all. */
  | { readonly by: "rank"; readonly amount: FieldId; readonly upTo: readonly number[] }
  /** Those who together bring so many percent of the whole, counted from the best of all (ABC, Pareto). */
  | { readonly by: "share"; readonly amount: FieldId; readonly upTo: readonly number[] }
  /** By quintiles of the last day, of a count and of an amount; a range for each class, the first that fits. */
  | {
      readonly by: "rfm";
      readonly recency: FieldId;
      readonly frequency: FieldId;
      readonly amount: FieldId;
      readonly ranges: readonly ScoreRange[];
    }
  /** Four classes: much of both, of the present only, of the potential only, of neither. */
  | {
      readonly by: "matrix";
      readonly present: FieldId;
      readonly presentFrom: number;
      readonly potential: FieldId;
      readonly potentialFrom: number;
    }
  /** A filter for each class, the first that lets the row through; none for the last. */
  | { readonly by: "conditions"; readonly filters: readonly Filter[] };

export interface Classifier {
  /** A field of one choice. */
  readonly field: FieldId;
  /** Of its choices. */
  readonly classes: readonly ChoiceId[];
  readonly method: ClassMethod;
  /** A field of text: why a row stays as it is. */
  readonly reason: FieldId;
  /** What stands there where a hand has changed the class and given no reason. */
  readonly byHand: string;
}

/** What it looks at, beside the field it fills and the reason. */
export function inputsOf(method: ClassMethod): readonly FieldId[] {
  switch (method.by) {
    case "amount":
    case "rank":
    case "share":
      return [method.amount];
    case "rfm":
      return [method.recency, method.frequency, method.amount];
    case "matrix":
      return [method.present, method.potential];
    case "conditions":
      return [...new Set(method.filters.flatMap((filter) => conditionsOf(filter).map(({ field }) => field)))];
  }
}
