/** Choices by label: what is typed finds them blind to case and width; a label that is new becomes a choice. */
import { type Choice, choiceId, freshId, HUES, normalise } from "../../core/model/index.ts";

export interface Found {
  readonly choice: Choice;
  /** The list, with the choice added if it was not there. */
  readonly choices: readonly Choice[];
}

/** `label` is not blank. */
export function findOrAdd(choices: readonly Choice[], label: string): Found {
  const exact = choices.find((choice) => choice.label === label);
  if (exact !== undefined) return { choice: exact, choices };
  const trimmed = label.trim();
  const sought = normalise(trimmed);
  const alike = choices.find((choice) => choice.label === trimmed || normalise(choice.label) === sought);
  if (alike !== undefined) return { choice: alike, choices };
  const id = choiceId(
    freshId(
      "c",
      choices.map((choice) => choice.id),
    ),
  );
  const choice: Choice = { id, label: trimmed, hue: HUES[choices.length % HUES.length] ?? "slate" };
  return { choice, choices: [...choices, choice] };
}

/** Labels that hold a separator or quotes are quoted, so that a list of labels reads back. */
const NEEDS_QUOTES = /[,;、，；"\r\n]|^\s|\s$/;

export function joinLabels(labels: readonly string[]): string {
  return labels
    .map((label) => (NEEDS_QUOTES.test(label) ? `"${label.replaceAll('"', '""')}"` : label))
    .join(", ");
}

/** The opposite of joinLabels; also splits at `;` and the Chinese separators. */
export function splitLabels(text: string): readonly string[] {
  const labels: string[] = [];
  const item = /\s*(?:"((?:[^"]|"")*)"|([^,;、，；]*))\s*(?:[,;、，；]|$)/gy;
  for (let match = item.exec(text); match !== null && match[0] !== ""; match = item.exec(text)) {
    const label = match[1] === undefined ? (match[2] ?? "").trim() : match[1].replaceAll('""', '"');
    if (label.trim() !== "") labels.push(label);
  }
  return labels;
}
