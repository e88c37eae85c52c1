/** What every way of typing into a cell has in common. */
import type { Field, Value } from "../../../core/model/index.ts";
import type { Parsed } from "../../../fields/kind.ts";
import type { Translate } from "../../../i18n/index.ts";

export interface EditorHost {
  readonly field: Field;
  readonly value: Value;
  /** What the cell holds, as it is typed. */
  readonly text: string;
  /** The key that began the edit and replaces the content; null when the edit began with the content. */
  readonly typed: string | null;
  /** The cell, to put panels beside. */
  readonly anchor: HTMLElement;
  readonly t: Translate;
  readonly parse: (text: string, field: Field) => Parsed;
  readonly editText: (value: Value) => string;
  /** Ends the edit with what `read` gives. */
  readonly commit: () => void;
  /** Something was typed or picked. */
  readonly touched: () => void;
}

export interface Control {
  readonly element: HTMLElement;
  /** What has the focus while the cell is edited. */
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly read: () => Parsed;
  readonly changed: () => boolean;
  /** True: the key is the control's own, and the grid does not see it. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
  /** Once, when the element stands in the page. */
  readonly attached: () => void;
  readonly remove: () => void;
}

export const nothing = (): void => undefined;

export function makeInput(host: EditorHost, mode: string): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "text";
  input.className = "cell-input";
  input.inputMode = mode;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.value = host.typed ?? host.text;
  return input;
}
