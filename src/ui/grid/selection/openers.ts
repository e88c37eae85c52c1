/**
 * What can be pressed at the active cell: at its end, where its text leads to (a call, a mail, a page); at its row's
 * number, the record card. For mouse and finger; keys do both without them. They lie in the scrolled content.
 */
import type { Lead } from "../../../fields/shared/lead.ts";
import type { Translate } from "../../../i18n/index.ts";
import { dressLead } from "../../kit/lead.ts";
import type { Geometry } from "./geometry.ts";
import type { Place } from "./ranges.ts";

export interface Opened {
  readonly place: Place;
  readonly lead: { readonly lead: Lead; readonly text: string } | null;
}

export interface Openers {
  /** Null: nothing is marked, or a cell is being edited. */
  readonly show: (at: Opened | null) => void;
  readonly remove: () => void;
}

const layer = (className: string): HTMLElement => {
  const element = document.createElement("div");
  element.className = className;
  element.setAttribute("aria-hidden", "true");
  return element;
};

export function makeOpeners(geometry: Geometry, t: Translate, onRecord: () => void): Openers {
  const scrolled = layer("selection-layer");
  const frozen = layer("selection-layer selection-layer-frozen");
  const link = document.createElement("a");
  link.className = "cell-lead";
  link.tabIndex = -1;
  const record = document.createElement("button");
  record.type = "button";
  record.className = "record-opener";
  record.tabIndex = -1;
  record.title = t("record.open");
  record.setAttribute("aria-label", t("record.open"));
  record.addEventListener("click", onRecord);
  for (const element of [link, record]) {
    // The cell keeps the keyboard, and the selection stays as it is.
    for (const type of ["pointerdown", "mousedown", "dblclick"])
      element.addEventListener(type, (event) => event.stopPropagation());
    element.addEventListener("mousedown", (event) => event.preventDefault());
  }
  geometry.content.prepend(frozen, scrolled);
  const show = (at: Opened | null): void => {
    const column = at === null ? undefined : geometry.columns()[at.place.column];
    if (at === null || column === undefined) {
      link.remove();
      record.remove();
      return;
    }
    const { rowHeight } = geometry.sizes();
    const top = geometry.rowTop(at.place.row);
    record.style.transform = `translate(0,${top}px)`;
    record.style.height = `${rowHeight}px`;
    frozen.append(record);
    if (at.lead === null) {
      link.remove();
      return;
    }
    dressLead(link, at.lead.lead, at.lead.text, t);
    link.style.height = `${rowHeight - 4}px`;
    link.style.transform = `translate(${column.left + column.width}px,${top + 2}px) translateX(-100%)`;
    (column.frozen ? frozen : scrolled).append(link);
  };
  return {
    show,
    remove: () => {
      scrolled.remove();
      frozen.remove();
    },
  };
}
