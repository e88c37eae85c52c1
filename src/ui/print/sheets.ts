/** What goes onto paper of rows: those of a view, and the card of one. */
import type { App } from "../../app/app.ts";
import {
  columnsOf,
  type Field,
  type RowId,
  type Sheet,
  type Value,
  type View,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { GroupHead } from "../../worker/api.ts";
import { groupText } from "../grid/groups/text.ts";
import { askedOf } from "../grid/totals/asking.ts";
import { resultText, totalName } from "../grid/totals/text.ts";
import { nextTask } from "../kit/tasks.ts";
import { element } from "./paper.ts";

/** More than these are a book: paper is for reading, files are for the rest. */
export const MOST_PRINTED = 5_000;
/** More columns than these are set smaller. */
const DENSE = 10;
/** Rows laid in one task. */
const WINDOW = 100;

interface Column {
  readonly field: Field;
  readonly width: number;
  /** Among the sheet's fields. */
  readonly at: number;
}

export function printedColumns(sheet: Sheet, view: View): readonly Column[] {
  return columnsOf(sheet, view).flatMap(({ field: id, width, hidden }) => {
    const at = sheet.fields.findIndex((each) => each.id === id);
    const field = sheet.fields[at];
    return hidden || field === undefined ? [] : [{ field, width, at }];
  });
}

const textOf = (app: App, field: Field, value: Value): string =>
  kindOf(field).format(value, field, app.locale());

function headOf(columns: readonly Column[]): readonly HTMLElement[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const group = element("colgroup");
  const row = element("tr");
  for (const { field, width } of columns) {
    const column = group.appendChild(element("col"));
    column.style.width = `${(width / whole) * 100}%`;
    const head = row.appendChild(element("th", "", field.name));
    head.dataset["align"] = kindOf(field).align;
  }
  const head = element("thead");
  head.append(row);
  return [group, head];
}

/** What is read as one, or not at all: a number and a day wholly, phone numbers and choices by their words. */
function unbrokenOf({ kind, type }: Field): "whole" | "words" | null {
  if (type.storage === "integer" || type.storage === "day") return "whole";
  return kind === "phone" || type.storage === "choice" ? "words" : null;
}

function layCell(row: HTMLElement, tag: "td" | "th", field: Field, text: string): HTMLElement {
  const cell = row.appendChild(element(tag, "", text));
  cell.dataset["align"] = kindOf(field).align;
  const unbroken = unbrokenOf(field);
  if (unbroken !== null) cell.dataset["unbroken"] = unbroken;
  return cell;
}

/** Of a group: its name and how many rows it has, as wide as up to the first total; totals in their columns. */
function layHead(app: App, row: HTMLElement, columns: readonly Column[], head: GroupHead): void {
  const by = app.fieldOf(head.by.field);
  const name = by === undefined ? "" : groupText(app, by, head.by.unit, head.path.at(-1) ?? null);
  const totals = columns.map(({ field }) => {
    const total = head.totals.find((each) => each.field === field.id)?.result;
    return resultText(app, field, total) ?? "";
  });
  const first = totals.findIndex((text, place) => place > 0 && text !== "");
  const span = first < 0 ? columns.length : first;
  const title = `${name} · ${app.t("groups.rows", { rows: head.rows })}`;
  row.appendChild(element("th", "", title)).colSpan = span;
  for (const [place, { field }] of columns.entries())
    if (place >= span) layCell(row, "th", field, totals[place] ?? "");
}

/** The row of totals, below all rows and not on every page. */
async function layTotals(
  app: App,
  table: HTMLElement,
  sheet: Sheet,
  columns: readonly Column[],
): Promise<void> {
  const fields = columns.map(({ field }) => field);
  const asked = askedOf(app, fields);
  const found = await app.worker.columnTotals(sheet.id, asked);
  const row = table.appendChild(element("tbody", "print-totals")).appendChild(element("tr"));
  for (const field of fields) {
    const at = asked.findIndex((each) => each.field === field.id);
    const text = resultText(app, field, found?.[at]);
    const total = asked[at]?.total;
    const cell = layCell(row, "th", field, "");
    if (text === null || total === undefined) continue;
    // Its name stands above it, where both have no room beside each other.
    cell.append(element("span", "print-total-name", totalName(app, total)), ` ${text}`);
  }
}

/** In windows, each in a task of its own; `onRows` hears how many are laid. */
export async function layView(
  app: App,
  laid: HTMLElement,
  sheet: Sheet,
  view: View,
  onRows: (rows: number) => void,
): Promise<void> {
  const columns = printedColumns(sheet, view);
  const table = laid.appendChild(element("table", "print-table"));
  if (columns.length > DENSE) table.dataset["dense"] = "";
  table.append(...headOf(columns));
  const body = table.appendChild(element("tbody"));
  const end = Math.min(MOST_PRINTED, app.counts()?.places ?? 0);
  for (let start = 0; start < end; start += WINDOW) {
    const rows = await app.rows(start, Math.min(end, start + WINDOW));
    for (const { values, head } of rows) {
      const row = body.appendChild(element("tr"));
      if (head !== undefined) {
        layHead(app, row, columns, head);
        continue;
      }
      for (const { field, at } of columns) layCell(row, "td", field, textOf(app, field, values[at] ?? null));
    }
    onRows(start + rows.length);
    await nextTask();
  }
  if (view.totals !== undefined) await layTotals(app, table, sheet, columns);
}

/** False: the row is gone. */
export async function layRecord(app: App, laid: HTMLElement, sheet: Sheet, id: RowId): Promise<boolean> {
  const record = await app.worker.record(sheet.id, id);
  if (record === null) return false;
  const list = element("dl", "print-record");
  for (const [at, field] of sheet.fields.entries()) {
    const value = record.values[at] ?? null;
    if (field.role === "name") laid.append(element("h1", "", textOf(app, field, value)));
    list.append(element("dt", "", field.name), element("dd", "", textOf(app, field, value)));
  }
  laid.append(list);
  return true;
}
