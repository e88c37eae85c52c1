/** What every way of typing a value has in common, in a cell and in the record card. */
import type { Field, Value } from "../../../core/model/index.ts";
import type { Parsed } from "../../../fields/kind.ts";
import type { Translate } from "../../../i18n/index.ts";

export interface EditorHost {
  /** In a cell, lists stand open from the beginning. */
  readonly place: "cell" | "form";
  readonly field: Field;
  readonly value: Value;
  /** What the cell holds, as it is typed. */
  readonly text: string;
  /** The key that began the edit and replaces the content; null when the edit began with the content. */
  readonly typed: string | null;
  /** What is edited, to put panels beside. */
  readonly anchor: HTMLElement;
  readonly t: Translate;
  /** BCP 47: of the interface, and of the workbook's formats. */
  readonly language: string;
  readonly locale: string;
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
  /** Shows the list or the calendar, where there is one. */
  readonly open: () => void;
  /** True: there was something open, which is closed now. */
  readonly close: () => boolean;
  readonly remove: () => void;
}

export const nothing = (): void => undefined;

/** Of a control that opens nothing. */
export const CLOSED = { open: nothing, close: (): boolean => false };

/** Alt+Down opens what there is to choose from. */
export const opensList = (event: KeyboardEvent): boolean => event.key === "ArrowDown" && event.altKey;

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

/** Reading a control whose whole content is its text. */
export function readsText(
  host: EditorHost,
  input: { readonly value: string },
): Pick<Control, "read" | "changed"> {
  return {
    read: () => host.parse(input.value, host.field),
    changed: () => input.value !== host.text,
  };
}
