/** Columns as wide as what is in them, drawn or not: their widest values are drawn once, unseen, and measured. */
import type { FieldId } from "../../core/model/index.ts";
import { columnsOf, type Field, type Value } from "../../core/model/index.ts";
import { cellOf } from "../../fields/grid.ts";
import { kindOf } from "../../fields/index.ts";
import type { WidestValues } from "../../worker/columnApi.ts";
import { MIN_WIDTH } from "./columns.ts";
import type { GridSession } from "./session.ts";

/** Wider ones would leave no room for others. */
const MOST_WIDTH = 480;
/** For the line at the cell's edge, and for what is rounded. */
const SPARE = 2;
/** Of the mark that a sorted column bears. */
const SORT_MARK = 18;

type Draw = (into: HTMLElement) => void;

/** The width of what is drawn into an element of these classes, inside the grid. */
function measure(host: Element, classes: readonly string[], draw: Draw): number {
  let outer: HTMLElement | null = null;
  let inner: Element = host;
  for (const name of classes) {
    const element = document.createElement("div");
    element.className = name;
    inner.append(element);
    inner = element;
    outer ??= element;
    // It takes the room that it wants, whatever stands around it.
    element.style.width = "max-content";
    element.style.maxWidth = "none";
  }
  if (outer === null || !(inner instanceof HTMLElement)) return 0;
  outer.style.position = "absolute";
  outer.style.visibility = "hidden";
  draw(inner);
  const { width } = outer.getBoundingClientRect();
  outer.remove();
  return Math.ceil(width);
}

function drawValue(session: GridSession, field: Field, value: Value): Draw {
  return (into) => {
    const text = kindOf(field).format(value, field, session.app.locale());
    const { draw } = cellOf(field);
    if (draw === null) {
      into.textContent = text;
      return;
    }
    const drawn = document.createElement("span");
    drawn.className = "cell-drawn";
    into.append(drawn);
    draw(drawn, value, field, text);
  };
}

function widthOf(session: GridSession, host: Element, { field: id, values }: WidestValues): number | null {
  const field = session.app.fieldOf(id);
  if (field === undefined) return null;
  const name = measure(host, ["ag-header-cell", "column-header"], (into) => {
    into.textContent = field.name;
    into.classList.add("ag-header-cell-text");
  });
  const sorted = session.app.view()?.sort.some((key) => key.field === id) === true ? SORT_MARK : 0;
  const cells = values.map((value) => measure(host, ["ag-cell"], drawValue(session, field, value)));
  return Math.min(MOST_WIDTH, Math.max(MIN_WIDTH, name + sorted, ...cells) + SPARE);
}

/** One step of undo for all of them. */
export async function fitColumns(
  session: GridSession,
  host: HTMLElement,
  wanted: readonly FieldId[] | undefined,
): Promise<void> {
  const { app } = session;
  const [sheet, view] = [app.sheet(), app.view()];
  const root = host.querySelector(".ag-root");
  if (sheet === null || view === null || root === null) return;
  const shown = columnsOf(sheet, view).filter(({ hidden }) => !hidden);
  const fields = shown.map(({ field }) => field).filter((field) => wanted?.includes(field) ?? true);
  const widest = await app.worker.widest(sheet.id, fields);
  const widths = new Map(widest.map((each) => [each.field, widthOf(session, root, each)]));
  const now = app.view();
  if (now === null || now.id !== view.id) return;
  const columns = columnsOf(sheet, now).map((column) => ({
    ...column,
    width: widths.get(column.field) ?? column.width,
  }));
  await app.setView("columns", { ...now, columns });
}
