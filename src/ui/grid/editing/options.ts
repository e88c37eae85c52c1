/** Which choices a typed text offers, and which of them Enter would take. Pure. */
import { type Choice, normalise } from "../../../core/model/index.ts";

export type Option =
  | { readonly type: "choice"; readonly choice: Choice }
  /** A label the field does not have yet. */
  | { readonly type: "new"; readonly label: string };

export interface Offer {
  readonly options: readonly Option[];
  /** What Enter takes; -1: nothing, the text stands as typed. */
  readonly active: number;
}

/** Choices whose label begins with the text come first, then those that contain it; a new label comes last. */
export function offer(choices: readonly Choice[], text: string): Offer {
  const wanted = normalise(text.trim());
  const all = choices.map((choice) => ({ choice, label: normalise(choice.label) }));
  const listed = (found: typeof all): readonly Option[] =>
    found.map(({ choice }) => ({ type: "choice", choice }));
  if (wanted === "") return { options: listed(all), active: -1 };
  const begins = all.filter(({ label }) => label.startsWith(wanted));
  const contains = all.filter(({ label }) => !label.startsWith(wanted) && label.includes(wanted));
  const exact = all.some(({ label }) => label === wanted);
  const fresh: readonly Option[] = exact ? [] : [{ type: "new", label: text.trim() }];
  const options = [...listed(begins), ...listed(contains), ...fresh];
  const same = begins.findIndex(({ label }) => label === wanted);
  // Only a beginning is taken for what is meant; a mere part of a label must not swallow a new one.
  const active = same >= 0 ? same : begins.length > 0 ? 0 : options.length - 1;
  return { options, active };
}
