/** The choices that a typed value brings along, found again by label: the field's list may have changed meanwhile. */
import {
  type Choice,
  type ChoiceId,
  choiceId,
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
