/** The list of kinds. Its order is the order in which a column's texts are tried; text, last, takes anything. */
import type { Field, KindId } from "../core/model/index.ts";
import { checkboxKind } from "./checkbox/core.ts";
import { choiceKind } from "./choice/core.ts";
import { choicesKind } from "./choices/core.ts";
import { dateKind } from "./date/core.ts";
import { emailKind } from "./email/core.ts";
import type { FieldKind, Guess } from "./kind.ts";
import { linkKind } from "./link/core.ts";
import { longTextKind } from "./longText/core.ts";
import { moneyKind } from "./money/core.ts";
import { numberKind } from "./number/core.ts";
import { phoneKind } from "./phone/core.ts";
import { ratingKind } from "./rating/core.ts";
import { keepText } from "./shared/text.ts";
import { textKind } from "./text/core.ts";

export { DATE_EXAMPLE, guessDates } from "./date/core.ts";
export { fullYear } from "./date/read.ts";
export type { FieldKind, Guess, Parsed, ParseProblem } from "./kind.ts";
export { type LocaleFormat, localeFormat } from "./locale.ts";
export { isOtherCurrency } from "./shared/currency.ts";
export { dayOf, isoText } from "./shared/day.ts";
export { tidyNumber } from "./shared/decimal.ts";
export { isNumber } from "./shared/numbers.ts";

const BY_ID: Readonly<Record<KindId, FieldKind>> = {
  checkbox: checkboxKind,
  date: dateKind,
  email: emailKind,
  link: linkKind,
  phone: phoneKind,
  money: moneyKind,
  number: numberKind,
  rating: ratingKind,
  longText: longTextKind,
  choice: choiceKind,
  choices: choicesKind,
  text: textKind,
};

export const kinds: ReadonlyMap<KindId, FieldKind> = new Map(
  Object.values(BY_ID).map((kind) => [kind.id, kind]),
);

export function kindOf(field: Pick<Field, "kind">): FieldKind {
  return BY_ID[field.kind];
}

/**
 * What a column is, given its distinct non-empty texts and the count of cells they fill. Text if nothing else fits.
 * `decimal`: see FieldKind.guess.
 */
export function guessField(
  texts: readonly string[],
  cells: number,
  decimal?: string,
): { readonly kind: KindId; readonly guess: Guess } {
  if (texts.length > 0) {
    for (const kind of kinds.values()) {
      const guess = kind.guess?.(texts, cells, decimal) ?? null;
      if (guess !== null) return { kind: kind.id, guess };
    }
  }
  return { kind: "text", guess: keepText };
}
