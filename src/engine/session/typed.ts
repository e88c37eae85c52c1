/** A value that was typed into one cell, taken into its field. */
import type { Op } from "../../core/change/index.ts";
import { type Choice, choicesOf, type Field, type Sheet, type Value } from "../../core/model/index.ts";
import { fieldOp, replaced } from "./built.ts";
import { fits, settleChoices } from "./choices.ts";

interface Typed {
  readonly value?: Value;
  readonly choices?: readonly Choice[];
}

export interface Taken {
  readonly value: Value;
  readonly ops: readonly Op[];
}

export const NOTHING_TYPED: Taken = { value: null, ops: [] };

/** A value for a field, and the op that gives the field the choices it brought; null if it does not fit. */
export function takeValue(sheet: Sheet, field: Field, typed: Typed): Taken | null {
  const { type } = field;
  const known = choicesOf(type);
  const listed = type.storage === "choice" || type.storage === "choices";
  const given = typed.value ?? null;
  const { value, choices } =
    listed && typed.choices !== undefined
      ? settleChoices(known, given, typed.choices)
      : { value: given, choices: known };
  if (!fits(type, value, choices)) return null;
  if (!listed || choices === known) return { value, ops: [] };
  const edit = replaced(sheet.fields, { ...field, type: { ...type, choices } });
  return { value, ops: edit === null ? [] : [fieldOp(sheet.id, edit)] };
}
