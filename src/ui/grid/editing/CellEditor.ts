/**
 * Our editing inside AG Grid's edit cycle: AG Grid opens, places and closes the editor and moves the cursor;
 * reading the text, refusing it and writing the cell are ours. AG Grid never sees a new value.
 */
import type { ICellEditorComp } from "ag-grid-community";
import type { Value } from "../../../core/model/index.ts";
import type { GridRow } from "../rows.ts";
import { type CellEditorParams, Edit } from "./edit.ts";

export class CellEditor implements ICellEditorComp<GridRow, Value> {
  readonly #element = document.createElement("div");
  #edit: Edit | null = null;
  #value: Value = null;

  init(params: CellEditorParams): void {
    this.#element.className = "cell-editor";
    this.#value = params.value ?? null;
    this.#edit = new Edit(params, this.#element);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  afterGuiAttached(): void {
    this.#edit?.attached();
  }

  focusIn(): void {
    this.#edit?.focus();
  }

  /** Always the old value: AG Grid is to find nothing to write. */
  getValue(): Value {
    return this.#value;
  }

  /** AG Grid asks this once it has decided to end the edit without cancelling it: the moment to write. */
  isCancelAfterEnd(): boolean {
    this.#edit?.commit();
    return true;
  }

  /** With `invalidEditValueMode: "block"`, a reason here keeps the editor open. */
  getValidationErrors(): string[] | null {
    const reason = this.#edit?.reason() ?? null;
    return reason === null ? null : [reason];
  }

  getValidationElement(): HTMLElement {
    return this.#edit?.input ?? this.#element;
  }

  destroy(): void {
    this.#edit?.remove();
    this.#edit = null;
  }
}
