/** One choice from a list of labels, each with a colour. */
import { type Choice, choiceId, choicesOf, type Field, HUES, type Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";
import { findOrAdd } from "../shared/labels.ts";

const label = (value: Value, field: Field): string =>
  choicesOf(field.type).find((choice) => choice.id === value)?.label ?? "";

/** A column is taken for a list of choices only where few short labels return often. */
const MOST_LABELS = 12;
const LEAST_CELLS = 12;
const CELLS_PER_LABEL = 3;
const LONGEST_LABEL = 30;

const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL && text === text.trim() && !/[\r\n]/.test(text) && !/^\d+$/.test(text);

export const choiceKind: FieldKind = {
  id: "choice",
  newType: () => ({ storage: "choice", choices: [] }),
  parse: (text, field) => {
    if (text.trim() === "") return { ok: true, value: null };
    const known = choicesOf(field.type);
    const { choice, choices } = findOrAdd(known, text);
    return choices === known ? { ok: true, value: choice.id } : { ok: true, value: choice.id, choices };
  },
  format: label,
  editText: label,
  plain: label,
  guess: (texts, cells) => {
    const few =
      texts.length <= MOST_LABELS && cells >= LEAST_CELLS && texts.length * CELLS_PER_LABEL <= cells;
    if (!few || !texts.every(isLabel)) return null;
    const choices: readonly Choice[] = texts.map((text, index) => ({
      id: choiceId(`c${index + 1}`),
      label: text,
      hue: HUES[index % HUES.length] ?? "slate",
    }));
    const ids = new Map(choices.map((choice) => [choice.label, choice.id] as const));
    return { type: { storage: "choice", choices }, read: (text) => ids.get(text) };
  },
  align: "start",
};
