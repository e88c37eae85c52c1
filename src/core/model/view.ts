/** A view as it is and as it was saved: every change is kept at once, and becomes the view's own only when it is saved. */
import { columnsOf, type Sheet, type View, type ViewForm } from "./workbook.ts";

export function formOf({
  columns,
  sort,
  filter,
  search,
  colours,
  totals,
  group,
  pinned,
}: ViewForm): ViewForm {
  return {
    columns,
    sort,
    filter,
    ...(search === undefined ? {} : { search }),
    ...(colours === undefined ? {} : { colours }),
    ...(totals === undefined ? {} : { totals }),
    ...(group === undefined ? {} : { group }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

/** What a view is saved as. */
export const savedForm = (view: View): ViewForm => view.saved ?? formOf(view);

/** Widths are kept without being saved. */
function comparable(sheet: Sheet, view: View, form: ViewForm): string {
  const columns = columnsOf(sheet, { ...view, ...form }).map(({ field, frozen, hidden }) => [
    field,
    frozen,
    hidden,
  ]);
  return JSON.stringify({ ...formOf(form), columns, search: form.search ?? "" });
}

const sameForm = (sheet: Sheet, view: View, a: ViewForm, b: ViewForm): boolean =>
  comparable(sheet, view, a) === comparable(sheet, view, b);

/** The view in another form, which deviates from the saved one unless it looks like that. */
export function inForm(sheet: Sheet, view: View, form: ViewForm): View {
  const kept = savedAs(view, form);
  const saved = savedForm(view);
  return sameForm(sheet, view, saved, form) ? kept : { ...kept, saved };
}

/** The view with `form` as its own. */
export function savedAs({ id, name, locked }: View, form: ViewForm): View {
  return { id, name, ...(locked === undefined ? {} : { locked }), ...formOf(form) };
}

/** The same done to the view as it is and as it was saved; the view itself where that changes neither. */
export function inEachForm(view: View, change: (view: View) => View): View {
  const now = change(view);
  if (view.saved === undefined) return now;
  const before = savedAs(view, view.saved);
  const saved = change(before);
  return now === view && saved === before ? view : { ...now, saved: formOf(saved) };
}
