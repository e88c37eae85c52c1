/** How the cells of a kind look and are edited, beside what its core reads and shows. One object per kind. */
import type { Choice, Field, KindId, Value } from "../core/model/index.ts";
import type { Lead } from "./shared/lead.ts";

/** What a cell is typed into; null for kinds that are pressed, never typed. */
export type CellInput =
  | { readonly input: "line"; readonly mode: "text" | "decimal" | "tel" | "email" | "url" }
  | { readonly input: "area" }
  | { readonly input: "date" }
  | { readonly input: "choice" }
  | { readonly input: "stars" }
  | { readonly input: "choices" };

export interface CellKind {
  readonly id: KindId;
  readonly input: CellInput | null;
  /**
   * What a key on the focused cell, or a click on a drawn part with that key in `data-press`, writes at once.
   * Undefined: the key means nothing here.
   */
  readonly press: ((key: string, value: Value) => Value | undefined) | null;
  /** Fills an emptied element; `text` is the formatted value. Null: the text is all there is to see. */
  readonly draw: ((into: HTMLElement, value: Value, field: Field, text: string) => void) | null;
  /** Where its text leads to outside of Tierbook. Null: nowhere. */
  readonly lead: ((text: string) => Lead | null) | null;
}

export const leadOf = (cell: CellKind, value: Value): Lead | null =>
  typeof value === "string" ? (cell.lead?.(value) ?? null) : null;

export function typedLine(
  id: KindId,
  mode: "text" | "decimal" | "tel" | "email" | "url",
  lead: CellKind["lead"] = null,
): CellKind {
  return { id, input: { input: "line", mode }, press: null, draw: null, lead };
}

export function chip(choice: Choice): HTMLElement {
  const element = document.createElement("span");
  element.className = "cell-chip";
  element.dataset["hue"] = choice.hue;
  element.textContent = choice.label;
  return element;
}
