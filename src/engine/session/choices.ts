/**
 * Whether a value fits its field, and the choices that a typed one brings along, found again by label: the field's list
 * may have changed meanwhile.
 */
import {
  type Choice,
  type ChoiceId,
  choiceId,
  type FieldType,
  freshId,
  normalise,
  type Value,
} from "../../core/model/index.ts";

export interface Settled {
  readonly value: Value;
  /** The list with what was missing added; the very list where nothing was. */
  readonly choices: readonly Choice[];
}

interface Placed {
  readonly id: ChoiceId;
  readonly choices: readonly Choice[];
}

function place(known: readonly Choice[], wanted: Choice): Placed {
  const { label } = wanted;
  const same = known.find((each) => each.label === label);
  const alike = same ?? known.find((each) => normalise(each.label) === normalise(label));
  if (alike !== undefined) return { id: alike.id, choices: known };
  const taken = known.map(({ id }) => id);
  const id = taken.includes(wanted.id) ? choiceId(freshId("c", taken)) : wanted.id;
  return { id, choices: [...known, { ...wanted, id }] };
}

/** `brought` is the list as the value's ids were chosen from it. */
export function settleChoices(known: readonly Choice[], value: Value, brought: readonly Choice[]): Settled {
  let choices = known;
  const settle = (id: string): ChoiceId => {
    const wanted = brought.find((each) => each.id === id);
    // An id that names nothing is refused by whoever checks the value.
    if (wanted === undefined) return choiceId(id);
    const placed = place(choices, wanted);
    choices = placed.choices;
    return placed.id;
  };
  if (typeof value === "string") return { value: settle(value), choices };
  if (typeof value !== "object" || value === null) return { value, choices };
  const ids = new Set(value.map(settle));
  return { value: [...ids], choices };
}

/** The worker's edge gets values from another thread: what does not fit the column must not reach it. */
export function fits(type: FieldType, value: Value, choices: readonly Choice[]): boolean {
  if (value === null) return true;
  const known = (id: string): boolean => choices.some((choice) => choice.id === id);
  switch (type.storage) {
    case "text":
      return typeof value === "string";
    case "integer":
    case "day":
      return typeof value === "number" && Number.isSafeInteger(value);
    case "flag":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && known(value);
    case "choices":
      return Array.isArray(value) && value.every(known);
  }
}
