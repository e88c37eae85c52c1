/** Choices by label: what is typed finds them blind to case and width; a label that is new becomes a choice. */
import { type Choice, choiceId, freshId, HUES, normalise } from "../../core/model/index.ts";

export interface Found {
  readonly choice: Choice;
  /** The list, with the choice added if it was not there. */
  readonly choices: readonly Choice[];
}

/** The choices of a list by their labels; of several that are alike, the first. */
class ByLabel {
  private readonly exact = new Map<string, Choice>();
  private readonly alike = new Map<string, Choice>();

  constructor(choices: readonly Choice[]) {
    for (const choice of choices) this.add(choice);
  }

  add(choice: Choice): void {
    const { label } = choice;
    if (this.exact.has(label)) return;
    this.exact.set(label, choice);
    const key = normalise(label);
    if (!this.alike.has(key)) this.alike.set(key, choice);
  }

  find(label: string): Choice | undefined {
    return this.exact.get(label) ?? this.alike.get(normalise(label.trim()));
  }
}

const read = new WeakMap<readonly Choice[], ByLabel>();

function byLabel(choices: readonly Choice[]): ByLabel {
  const known = read.get(choices) ?? new ByLabel(choices);
  read.set(choices, known);
  return known;
}

/** What is known of a list goes along with the one that it grows to, which is the one that is asked next. */
function grown(choices: readonly Choice[], choice: Choice): readonly Choice[] {
  const known = byLabel(choices);
  const more = [...choices, choice];
  known.add(choice);
  read.delete(choices);
  read.set(more, known);
  return more;
}

/** `label` is not blank. */
export function findOrAdd(choices: readonly Choice[], label: string): Found {
  const found = byLabel(choices).find(label);
  if (found !== undefined) return { choice: found, choices };
  const id = choiceId(
    freshId(
      "c",
      choices.map((choice) => choice.id),
    ),
  );
  const hue = HUES[choices.length % HUES.length] ?? "slate";
  const choice: Choice = { id, label: label.trim(), hue };
  return { choice, choices: grown(choices, choice) };
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
