/** Definitions of a workbook: small, immutable, and all that the interface thread holds of it beside its window. */
import type { Apart } from "./apart.ts";
import type { SheetChart } from "./chart.ts";
import type { Classifier } from "./classifier.ts";
import type { ColourRule } from "./colour.ts";
import type { SavedExport } from "./exports.ts";
import type { Field } from "./field.ts";
import { type Condition, type Filter, mapConditions } from "./filter.ts";
import type { FieldId, SheetId, ViewId, WorkbookId } from "./ids.ts";
import type { ImportRecipe } from "./recipe.ts";
import type { SentFile } from "./sent.ts";
import type { ColumnTotal, GroupKey } from "./totals.ts";

export interface SortKey {
  readonly field: FieldId;
  readonly direction: "ascending" | "descending";
}

/** How one field appears in a view; fields a view does not name follow in sheet order. */
export interface ViewColumn {
  readonly field: FieldId;
  /** CSS pixels. */
  readonly width: number;
  readonly frozen: boolean;
  readonly hidden: boolean;
}

/** How a view shows its sheet: what is saved with it, and gone back to. */
export interface ViewForm {
  readonly columns: readonly ViewColumn[];
  readonly sort: readonly SortKey[];
  readonly filter: Filter | null;
  /** In the order in which they are tried. */
  readonly colours?: readonly ColourRule[];
  /** What the search box holds when the view is opened. */
  readonly search?: string;
  /** The row of totals is shown, with these chosen measures. */
  readonly totals?: readonly ColumnTotal[];
  /** From the outermost; never empty. */
  readonly group?: readonly GroupKey[];
  /** Fields whose filter stands above the sheet, also while they have none; never empty. */
  readonly pinned?: readonly FieldId[];
}

export interface View extends ViewForm {
  readonly id: ViewId;
  readonly name: string;
  /** Its saved form and its name stay as they are. */
  readonly locked?: true;
  /** The form it was saved in, while it deviates from that. */
  readonly saved?: ViewForm;
}

export interface Sheet {
  readonly id: SheetId;
  readonly name: string;
  readonly fields: readonly Field[];
  readonly views: readonly View[];
  /** One for a field at most. */
  readonly classifiers?: readonly Classifier[];
  /** In the order in which they are shown. Left out: the usual ones. */
  readonly charts?: readonly SheetChart[];
  /** Rows that look alike and are no duplicates; never empty. */
  readonly apart?: readonly Apart[];
}

/** How far back Undo goes. Older steps stay in the history, to be looked at and restored from. */
export interface UndoReach {
  readonly unit: "steps" | "days";
  readonly count: number;
}

export interface WorkbookSettings {
  readonly name: string;
  /** BCP 47: decides collation and how numbers and dates are read and shown. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Left out: to the beginning. */
  readonly undoReach?: UndoReach;
  /** Left out: none. */
  readonly exports?: readonly SavedExport[];
  /** What was decided about files that came in, the last used first. */
  readonly imports?: readonly ImportRecipe[];
  /** Files that went out to come back, the last first. */
  readonly sent?: readonly SentFile[];
}

export interface Workbook {
  readonly id: WorkbookId;
  readonly settings: WorkbookSettings;
  readonly sheets: readonly Sheet[];
}

/** What the first change of every journal starts from. */
export function emptyWorkbook(id: WorkbookId): Workbook {
  return { id, settings: { name: "", locale: "en", currency: "USD" }, sheets: [] };
}

export function findSheet(workbook: Workbook, id: SheetId): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.id === id);
}

export function findField(sheet: Sheet, id: FieldId): Field | undefined {
  return sheet.fields.find((field) => field.id === id);
}

/** The view a sheet opens with. Every sheet has at least one; a damaged definition gets a plain one. */
export function firstView(sheet: Sheet): View {
  return sheet.views[0] ?? { id: "v1" as ViewId, name: sheet.name, columns: [], sort: [], filter: null };
}

export const DEFAULT_COLUMN_WIDTH = 140;

/** A view's columns in order, with those it does not name appended and those of deleted fields left out. */
export function columnsOf(sheet: Sheet, view: View): readonly ViewColumn[] {
  const known = new Set(sheet.fields.map((field) => field.id));
  const named = view.columns.filter((column) => known.has(column.field));
  const seen = new Set(named.map((column) => column.field));
  const rest = sheet.fields
    .filter((field) => !seen.has(field.id))
    .map((field) => ({ field: field.id, width: DEFAULT_COLUMN_WIDTH, frozen: false, hidden: false }));
  return [...named, ...rest];
}

/** The view with a new field next to another that it names, as wide and as frozen as that. */
export function viewBeside(view: View, field: FieldId, other: FieldId, side: "left" | "right"): View {
  const at = view.columns.findIndex((column) => column.field === other);
  const beside = view.columns[at];
  // What the view does not name follows in the sheet's order.
  if (beside === undefined) return view;
  const column = { ...beside, field, hidden: false };
  return { ...view, columns: view.columns.toSpliced(side === "left" ? at : at + 1, 0, column) };
}

/** The view with these rules of colour; the very view where it has them. */
export function withColours<Form extends ViewForm>(
  view: Form,
  colours: readonly ColourRule[],
): Form | Omit<Form, "colours"> {
  if (JSON.stringify(colours) === JSON.stringify(view.colours ?? [])) return view;
  const { colours: _, ...rest } = view;
  return colours.length === 0 ? rest : { ...rest, colours };
}

/** The view with these totals and groups; an empty list of groups, or null, is none. */
export function withTogether<Form extends ViewForm>(
  { totals: _, group: __, ...rest }: Form,
  totals: readonly ColumnTotal[] | null,
  group: readonly GroupKey[],
): Omit<Form, "totals" | "group"> & Pick<ViewForm, "totals" | "group"> {
  return {
    ...rest,
    ...(totals === null ? {} : { totals }),
    ...(group.length === 0 ? {} : { group }),
  };
}

/** The view with the filters of these fields pinned. */
export function withPinned<Form extends ViewForm>(
  { pinned: _, ...rest }: Form,
  fields: readonly FieldId[],
): Omit<Form, "pinned"> & Pick<ViewForm, "pinned"> {
  return fields.length === 0 ? rest : { ...rest, pinned: fields };
}

/** The view with each condition of its filter and its colours changed; null takes one away. The very view where none is. */
export function mapViewConditions(view: View, change: (condition: Condition) => Condition | null): View {
  const filter = mapConditions(view.filter, change);
  const colours = (view.colours ?? []).flatMap((rule): readonly ColourRule[] => {
    if (rule.type !== "when") return [rule];
    const condition = change(rule.condition);
    return condition === null ? [] : [{ ...rule, condition }];
  });
  return withColours(filter === view.filter ? view : { ...view, filter }, colours);
}

/** The view without a field: neither sorted, filtered, grouped nor coloured by it, nor with a total of it, nor is its filter pinned. The very view where it never named the field. */
export function viewWithout(whole: View, field: FieldId): View {
  const pinned = (whole.pinned ?? []).filter((each) => each !== field);
  const view = pinned.length === (whole.pinned?.length ?? 0) ? whole : withPinned(whole, pinned);
  const asked = mapViewConditions(view, (condition) => (condition.field === field ? null : condition));
  const next = withColours(
    asked,
    (asked.colours ?? []).filter((rule) => rule.field !== field),
  );
  const sort = view.sort.filter((key) => key.field !== field);
  const columns = view.columns.filter((column) => column.field !== field);
  const totals = view.totals?.filter((each) => each.field !== field);
  const group = (view.group ?? []).filter((key) => key.field !== field);
  const together =
    totals?.length === view.totals?.length && group.length === (view.group?.length ?? 0)
      ? next
      : withTogether(next, totals ?? null, group);
  const named = sort.length < view.sort.length || columns.length < view.columns.length;
  return named ? { ...together, sort, columns } : together;
}
