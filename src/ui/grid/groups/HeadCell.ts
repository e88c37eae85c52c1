/** Draws the head of a group: its name and how many rows it has in the first column, totals in the others. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { type Field, totalOf } from "../../../core/model/index.ts";
import type { GroupHead } from "../../../worker/api.ts";
import { NUMBERS } from "../layout.ts";
import type { GridRow } from "../rows.ts";
import type { GridSession } from "../session.ts";
import { resultText, totalName } from "../totals/text.ts";
import { groupText } from "./text.ts";

export interface HeadCellParams {
  readonly session: GridSession;
  readonly field: Field;
}

type Params = ICellRendererParams<GridRow> & HeadCellParams;

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

export class HeadCell implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement("span");

  init(params: Params): void {
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh(params: Params): boolean {
    // Of a row that takes the place of a head the grid makes another cell.
    if (params.data?.head === undefined) return false;
    this.#element.replaceChildren();
    this.#draw(params);
    return true;
  }

  #draw(params: Params): void {
    const head = params.data?.head;
    if (head === undefined) return;
    const first = params.api.getAllDisplayedColumns().find((column) => column.getColId() !== NUMBERS);
    const cell = params.eGridCell;
    cell.classList.toggle("cell-group-name", first === params.column);
    cell.classList.toggle("cell-group-total", first !== params.column);
    if (first === params.column) this.#name(params, head);
    else this.#total(params, head);
  }

  #name({ session: { app } }: Params, head: GroupHead): void {
    const { t } = app;
    const field = app.fieldOf(head.by.field);
    this.#element.className = `group-name group-level-${head.level}`;
    const sign = span("group-sign", "");
    sign.setAttribute("aria-hidden", "true");
    sign.dataset["folded"] = String(head.folded);
    const value = head.path.at(-1) ?? null;
    const text = field === undefined ? t("filter.gone") : groupText(app, field, head.by.unit, value);
    this.#element.append(
      sign,
      span("group-text", text),
      span("group-rows", t("groups.rows", { rows: head.rows })),
      span("unseen", t(head.folded ? "groups.isFolded" : "groups.isOpen")),
    );
  }

  #total({ session: { app }, field }: Params, head: GroupHead): void {
    this.#element.className = "group-total";
    const found = head.totals.find((each) => each.field === field.id)?.result;
    const text = resultText(app, field, found);
    if (text === null) return;
    this.#element.title = `${totalName(app, totalOf(app.view()?.totals ?? [], field))} ${text}`;
    this.#element.textContent = text;
  }
}
