/** Several choices from a list of labels, in the order they were given. */
import { type ChoiceId, choicesOf, type Field, type Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";
import { findOrAdd, joinLabels, splitLabels } from "../shared/labels.ts";

function labels(value: Value, field: Field): string {
  if (value === null || typeof value !== "object") return "";
  const known = new Map(choicesOf(field.type).map((choice) => [choice.id, choice.label]));
  return joinLabels(value.map((id) => known.get(id) ?? "").filter((label) => label !== ""));
}

export const choicesKind: FieldKind = {
  id: "choices",
  newType: () => ({ storage: "choices", choices: [] }),
  parse: (text, field) => {
    const known = choicesOf(field.type);
    let choices = known;
    const picked: ChoiceId[] = [];
    for (const label of splitLabels(text)) {
      const found = findOrAdd(choices, label);
      choices = found.choices;
      if (!picked.includes(found.choice.id)) picked.push(found.choice.id);
    }
    const value = picked.length === 0 ? null : picked;
    return choices === known ? { ok: true, value } : { ok: true, value, choices };
  },
  format: labels,
  editText: labels,
  plain: labels,
  // Commas inside cells are too weak a sign that they hold several choices.
  guess: null,
  align: "start",
};
