/** New sheets, from wherever they are asked for. */
import { createEffect, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import { firstFree } from "../../core/model/index.ts";

export interface SheetMaker {
  /** Adds a sheet under the first free name, and shows it. */
  readonly addSheet: () => Promise<void>;
  /** Shows the sheet of that name once the worker has told of it. */
  readonly showMade: (name: string) => void;
}

export function createSheetMaker(app: App): SheetMaker {
  const [awaited, setAwaited] = createSignal<string | null>(null);
  createEffect(() => {
    const made = app.state()?.workbook.sheets.find((sheet) => sheet.name === awaited());
    if (made === undefined) return;
    setAwaited(null);
    app.selectSheet(made.id);
  });
  const addSheet = async (): Promise<void> => {
    const sheets = app.state()?.workbook.sheets ?? [];
    const taken = new Set(sheets.map((sheet) => sheet.name));
    const name = firstFree(taken, (number) => app.t("sheets.newName", { number }), sheets.length + 1);
    const made = await app.dispatch({
      type: "addSheet",
      name,
      fieldName: app.t("sheets.newField"),
      viewName: app.t("sheets.newView"),
    });
    if (made.ok) setAwaited(name);
  };
  return { addSheet, showMade: setAwaited };
}
