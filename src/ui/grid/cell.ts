/** Draws cells that are more than text: chips, checkboxes, stars. One light object per cell. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Field, Value } from "../../core/model/index.ts";
import type { CellKind } from "../../fields/cell.ts";
import type { GridRow } from "./rows.ts";

export interface DrawnCellParams {
  readonly field: Field;
  readonly cell: CellKind;
}

type Params = ICellRendererParams<GridRow, Value> & DrawnCellParams;

export class DrawnCell implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement("span");

  init(params: Params): void {
    this.#element.className = "cell-drawn";
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh(params: Params): boolean {
    this.#element.replaceChildren();
    this.#draw(params);
    return true;
  }

  #draw(params: Params): void {
    if (params.data === undefined) return;
    params.cell.draw?.(this.#element, params.value ?? null, params.field, params.valueFormatted ?? "");
  }
}
