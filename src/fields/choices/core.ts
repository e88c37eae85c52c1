/** Several choices from a list of labels, in the order they were given. */
import { type ChoiceId, choicesOf, type Field, type Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";
import { findOrAdd, joinLabels, splitLabels } from "../shared/labels.ts";

function labels(value: Value, field: Field): string {
  if (value === null || typeof value !== "object") return "";
  const known = new Map(choicesOf(field.type).map((choice) => [choice.id, choice.label]));
  return joinLabels(value.map((id) => known.get(id) ?? "").filter((label) => label !== ""));
}

/** More new labels than this in one text are no labels, and each makes the next one slower. */
const MOST_NEW = 200;
const SHOWN = 30;

const beginning = (text: string): string => `${[...text.slice(0, 2 * SHOWN)].slice(0, SHOWN).join("")}…`;

export const choicesKind: FieldKind = {
  id: "choices",
  newType: () => ({ storage: "choices", choices: [] }),
  parse: (text, field) => {
    const known = choicesOf(field.type);
    let choices = known;
    const picked = new Set<ChoiceId>();
    for (const label of splitLabels(text)) {
      const found = findOrAdd(choices, label);
      choices = found.choices;
      if (choices.length > known.length + MOST_NEW)
        return { ok: false, problem: { problem: "tooManyLabels", text: beginning(text), most: MOST_NEW } };
      picked.add(found.choice.id);
    }
    const value = picked.size === 0 ? null : [...picked];
    return choices === known ? { ok: true, value } : { ok: true, value, choices };
  },
  format: labels,
  editText: labels,
  plain: labels,
  // Commas inside cells are too weak a sign that they hold several choices.
  guess: null,
  align: "start",
};
