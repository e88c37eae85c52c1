/** What is done to sheets as a whole, from wherever it is asked for. */
import { type Accessor, createEffect, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import { firstFree, type Sheet, type SheetId } from "../../core/model/index.ts";

export interface SheetTasks {
  /** Adds a sheet under the first free name, and shows it. */
  readonly addSheet: () => Promise<void>;
  /** The sheet whose name is being changed in its tab. */
  readonly renaming: Accessor<SheetId | null>;
  readonly setRenaming: (sheet: SheetId | null) => void;
  /** The sheet that is shown, with its rows, under the first free of "Customers copy", "Customers copy 2" … */
  readonly duplicateSheet: () => Promise<void>;
  /** The sheet that is shown; its neighbour is shown then. */
  readonly deleteSheet: () => Promise<void>;
}

export function createSheetTasks(app: App): SheetTasks {
  const { t } = app;
  const sheets = (): readonly Sheet[] => app.state()?.workbook.sheets ?? [];
  const taken = (): ReadonlySet<string> => new Set(sheets().map((sheet) => sheet.name));
  const [renaming, setRenaming] = createSignal<SheetId | null>(null);
  /** Shown once the worker has told of it. */
  const [awaited, setAwaited] = createSignal<string | null>(null);
  createEffect(() => {
    const made = sheets().find((sheet) => sheet.name === awaited());
    if (made === undefined) return;
    setAwaited(null);
    app.selectSheet(made.id);
  });
  return {
    addSheet: async () => {
      const name = firstFree(taken(), (number) => t("sheets.newName", { number }), sheets().length + 1);
      const made = await app.dispatch({
        type: "addSheet",
        name,
        fieldName: t("sheets.newField"),
        viewName: t("sheets.newView"),
      });
      if (made.ok) setAwaited(name);
    },
    renaming,
    setRenaming: (sheet) => {
      // The past keeps its names.
      if (sheet === null || app.past() === null) setRenaming(sheet);
    },
    duplicateSheet: async () => {
      const sheet = app.sheet();
      if (sheet === null) return;
      const copyOf = (number: number): string =>
        t("sheets.copyName", { name: sheet.name, number: number === 1 ? "" : ` ${number}` });
      const name = firstFree(taken(), copyOf);
      const done = await app.dispatch({ type: "duplicateSheet", sheet: sheet.id, name });
      if (done.ok) setAwaited(name);
    },
    deleteSheet: async () => {
      const sheet = app.sheet();
      if (sheet === null) return;
      const rows = app.counts()?.total ?? 0;
      const at = sheets().findIndex(({ id }) => id === sheet.id);
      const next = sheets()[at + 1] ?? sheets()[at - 1];
      const done = await app.dispatch({ type: "deleteSheet", sheet: sheet.id });
      if (!done.ok) return;
      if (next !== undefined) app.selectSheet(next.id);
      app.notify(t("sheets.deleted", { name: sheet.name, rows }));
    },
  };
}
