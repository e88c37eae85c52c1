/** What is done to views as a whole, from wherever it is asked for: always to the one that is shown. */
import { type Accessor, createEffect, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import { deviates } from "../../app/views.ts";
import { firstFree, type Sheet, type View, withTogether } from "../../core/model/index.ts";

export interface ViewTasks {
  /** One that looks like this, under the first free name; it is shown then, and its name can be typed. */
  readonly addView: () => Promise<void>;
  /** Its name is being changed in the toolbar. */
  readonly renamingView: Accessor<boolean>;
  readonly setRenamingView: (renaming: boolean) => void;
  /** With what is searched for. */
  readonly saveView: () => Promise<void>;
  readonly revertView: () => Promise<void>;
  readonly moveView: (by: -1 | 1) => Promise<void>;
  readonly lockView: (locked: boolean) => Promise<void>;
  readonly deleteView: () => Promise<void>;
  /** Below the grid. */
  readonly totalsShown: Accessor<boolean>;
  readonly showTotals: (shown: boolean) => Promise<void>;
  /** It does not look as it was saved. */
  readonly viewChanged: Accessor<boolean>;
}

export function createViewTasks(app: App): ViewTasks {
  const { t } = app;
  const [renamingView, setRenamingView] = createSignal(false);
  /** Shown once the worker has told of it. */
  const [awaited, setAwaited] = createSignal<string | null>(null);
  createEffect(() => {
    const made = app.sheet()?.views.find(({ name }) => name === awaited());
    if (made === undefined) return;
    setAwaited(null);
    app.chooseView(made.id);
    setRenamingView(true);
  });
  const shown = <T>(work: (sheet: Sheet, view: View) => Promise<T>): Promise<T | undefined> => {
    const [sheet, view] = [app.sheet(), app.view()];
    return sheet === null || view === null ? Promise.resolve(undefined) : work(sheet, view);
  };
  return {
    addView: async () => {
      await shown(async (sheet, view) => {
        const taken = new Set(sheet.views.map(({ name }) => name));
        const name = firstFree(taken, (number) => t("views.newName", { number }), sheet.views.length + 1);
        const search = app.search();
        const made = await app.dispatch({ type: "addView", sheet: sheet.id, like: view.id, name, search });
        if (made.ok) setAwaited(name);
      });
    },
    renamingView,
    setRenamingView,
    saveView: async () => {
      await shown((sheet, view) =>
        app.dispatch({ type: "saveView", sheet: sheet.id, view: view.id, search: app.search() }),
      );
    },
    revertView: async () => {
      await shown(async (sheet, view) => {
        app.setSearch((view.saved ?? view).search ?? "");
        await app.dispatch({ type: "revertView", sheet: sheet.id, view: view.id });
      });
    },
    moveView: async (by) => {
      await shown((sheet, view) => {
        const to = sheet.views.findIndex(({ id }) => id === view.id) + by;
        return app.dispatch({ type: "moveView", sheet: sheet.id, view: view.id, to });
      });
    },
    lockView: async (locked) => {
      await shown((sheet, view) =>
        app.dispatch({ type: "lockView", sheet: sheet.id, view: view.id, locked }),
      );
    },
    deleteView: async () => {
      await shown(async (sheet, view) => {
        const done = await app.dispatch({ type: "deleteView", sheet: sheet.id, view: view.id });
        if (done.ok) app.notify(t("views.deleted", { name: view.name }));
      });
    },
    totalsShown: () => app.view()?.totals !== undefined,
    showTotals: async (on) => {
      await shown((_, view) => app.setView("totals", withTogether(view, on ? [] : null, view.group ?? [])));
    },
    viewChanged: () => {
      const view = app.view();
      return app.past() === null && view !== null && deviates(view, app.search());
    },
  };
}
