/**
 * What a kind of field is: how its values are read, shown, exported and recognised. One object per kind, in a
 * folder of its own; `fields/index.ts` lists them.
 *
 * F1: parse(format(v)) = v, and the same for editText, for every kind, value and locale; and for plain in every
 * locale with a decimal point.
 * F2: a guess is offered only if there is one way of writing (a number's signs and decimals, a date's order) in
 * which every value that was read gives its text back, character for character.
 */
import type { Choice, Field, FieldType, KindId, Value } from "../core/model/index.ts";
import type { LocaleFormat } from "./locale.ts";

/** Why a text is no value of a field. Each reason has one sentence per language, in the kind's messages. */
export type ParseProblem =
  | { readonly problem: "notANumber"; readonly text: string; readonly example: string }
  | { readonly problem: "tooManyDecimals"; readonly text: string; readonly decimals: number }
  | { readonly problem: "outOfRange"; readonly text: string; readonly low: string; readonly high: string }
  | { readonly problem: "notADate"; readonly text: string; readonly example: string }
  | { readonly problem: "ambiguousDate"; readonly text: string }
  /** In a file; of what is typed this year is meant. */
  | { readonly problem: "noYear"; readonly text: string; readonly example: string }
  | { readonly problem: "notACheckbox"; readonly text: string }
  /** `text` is its beginning. */
  | { readonly problem: "tooManyLabels"; readonly text: string; readonly most: number };

export type Parsed =
  /** `choices` is given when the text names choices the field does not have yet: the field's list with them added. */
  | { readonly ok: true; readonly value: Value; readonly choices?: readonly Choice[] }
  | { readonly ok: false; readonly problem: ParseProblem };

/** What a column of texts turned out to be. `read` returns undefined for a text it cannot read. */
export interface Guess {
  readonly type: FieldType;
  readonly read: (text: string) => Value | undefined;
}

export interface FieldKind {
  readonly id: KindId;
  /** The type a new field of this kind gets. */
  readonly newType: () => FieldType;
  /** Empty text is the empty value in every kind; blank text too, but in those that keep text as it is typed. */
  readonly parse: (text: string, field: Field, locale: LocaleFormat) => Parsed;
  /** For people, by locale. "" for empty. */
  readonly format: (value: Value, field: Field, locale: LocaleFormat) => string;
  /** What the cell editor opens with: by locale, without grouping and decoration. */
  readonly editText: (value: Value, field: Field, locale: LocaleFormat) => string;
  /** For files: ISO dates, decimal points, no grouping, choices by label. */
  readonly plain: (value: Value, field: Field) => string;
  /**
   * Given the distinct non-empty texts of a column and how many cells they came from. Null: not this kind.
   * `decimal` is the sign to believe where every text fits both, as `1,234` does; without it such a column is no guess.
   */
  readonly guess: ((texts: readonly string[], cells: number, decimal?: string) => Guess | null) | null;
  /** Numbers and dates align right and left as people expect. */
  readonly align: "start" | "end" | "center";
}
