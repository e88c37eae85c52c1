/** Commands about views as a whole; how one shows its sheet is changed by `setView`. */
import type { Edit, Placed, ViewTask } from "../../core/change/index.ts";
import {
  DEEPEST_FILTER,
  depthOf,
  findSheet,
  formOf,
  inForm,
  lastingId,
  MOST_GROUP_KEYS,
  type Sheet,
  savedAs,
  savedForm,
  type View,
  type ViewForm,
  viewId,
  withColours,
  withPinned,
  withTogether,
} from "../../core/model/index.ts";
import { type Built, type Definitions, GONE_SHEET, GONE_VIEW, nameProblem, replaced } from "./built.ts";
import type { Command, Refusal, ViewPart } from "./command.ts";

type ViewCommand = Extract<Command, { type: ViewTask }>;

function built(sheet: Sheet, type: ViewTask, { name }: View, edit: Edit<View> | null): Built {
  const same = edit === null || JSON.stringify(edit.before) === JSON.stringify(edit.after);
  return {
    change: { ops: same ? [] : [{ op: "view", sheet: sheet.id, edit }] },
    cause: { type, sheet: sheet.id, name },
  };
}

function searching(view: View, search: string): ViewForm {
  const { search: _, ...form } = formOf(view);
  return search.trim() === "" ? form : { ...form, search };
}

function addView(
  sheet: Sheet,
  { index, item: like }: Placed<View>,
  { name, search }: Extract<ViewCommand, { type: "addView" }>,
  seq: number,
): Built | Refusal {
  const problem = nameProblem(name, sheet.views);
  if (problem !== null) return problem;
  const id = viewId(
    lastingId(
      "v",
      sheet.views.map((view) => view.id),
      seq,
    ),
  );
  const item: View = { id, name, ...searching(like, search) };
  return built(sheet, "addView", item, { before: null, after: { index: index + 1, item } });
}

function renameView(sheet: Sheet, view: View, name: string): Built | Refusal {
  const problem = nameProblem(
    name,
    sheet.views.filter((each) => each !== view),
  );
  if (problem !== null) return problem;
  const renamed = { ...view, name };
  return built(sheet, "renameView", renamed, replaced(sheet.views, renamed));
}

function lockView(sheet: Sheet, { locked: _, ...view }: View, locked: boolean): Built {
  const edit = replaced<View>(sheet.views, locked ? { ...view, locked } : view);
  return built(sheet, locked ? "lockView" : "unlockView", view, edit);
}

export function viewCommand(basis: Definitions, command: ViewCommand): Built | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  if (sheet === undefined) return GONE_SHEET;
  const wanted = command.type === "addView" ? command.like : command.view;
  const index = sheet.views.findIndex(({ id }) => id === wanted);
  const view = sheet.views[index];
  if (view === undefined) return GONE_VIEW;
  const before = { index, item: view };
  const locked: Refusal | null = view.locked === true ? { refused: "viewLocked", name: view.name } : null;
  switch (command.type) {
    case "addView":
      return addView(sheet, before, command, basis.seq);
    case "renameView":
      return locked ?? renameView(sheet, view, command.name);
    case "moveView": {
      const to = Math.max(0, Math.min(command.to, sheet.views.length - 1));
      return built(sheet, "moveView", view, { before, after: { index: to, item: view } });
    }
    case "deleteView":
      if (sheet.views.length === 1) return { refused: "lastView" };
      return locked ?? built(sheet, "deleteView", view, { before, after: null });
    case "saveView": {
      const saved = savedAs(view, searching(view, command.search));
      return locked ?? built(sheet, "saveView", view, replaced(sheet.views, saved));
    }
    case "revertView":
      return built(sheet, "revertView", view, replaced(sheet.views, savedAs(view, savedForm(view))));
    case "lockView":
      return lockView(sheet, view, command.locked);
  }
}

function withPart(form: ViewForm, what: ViewPart, wanted: ViewForm): ViewForm {
  switch (what) {
    case "sort":
      return { ...form, sort: wanted.sort };
    case "filter":
      return { ...form, filter: wanted.filter };
    case "columns":
      return { ...form, columns: wanted.columns };
    case "colours":
      return withColours(form, wanted.colours ?? []);
    case "totals":
      return withTogether(form, wanted.totals ?? null, form.group ?? []);
    case "pinned":
      return withPinned(form, wanted.pinned ?? []);
    case "group":
      return withTogether(form, form.totals ?? null, (wanted.group ?? []).slice(0, MOST_GROUP_KEYS));
  }
}

/** Another sort, filter or order of columns: kept at once, and the view's own once it is saved. */
export function setView(
  basis: Definitions,
  { sheet: id, view: wanted, what }: Extract<Command, { type: "setView" }>,
): Built | Refusal {
  const sheet = findSheet(basis.workbook, id);
  if (sheet === undefined) return GONE_SHEET;
  const present = sheet.views.find((each) => each.id === wanted.id);
  if (present === undefined) return GONE_VIEW;
  // Its other parts may have changed in another tab since.
  const view = inForm(sheet, present, withPart(formOf(present), what, wanted));
  // What is stored must open again.
  if (view.filter !== null && depthOf(view.filter) > DEEPEST_FILTER) return { refused: "filterTooDeep" };
  const edit = replaced(sheet.views, view);
  const same = edit === null || JSON.stringify(edit.before?.item) === JSON.stringify(view);
  return {
    change: { ops: same ? [] : [{ op: "view", sheet: id, edit }] },
    cause: { type: what, sheet: id },
  };
}
