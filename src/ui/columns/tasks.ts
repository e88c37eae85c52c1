/** What is done to columns, from wherever it is asked for: at once, or in a dialog that asks first. */
import { type Accessor, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import { type FieldId, firstFree } from "../../core/model/index.ts";

/** A dialog about one column. */
export type ColumnTask =
  | { readonly task: "insert"; readonly field: FieldId; readonly side: "left" | "right" }
  | { readonly task: "choices" | "kind" | "delete"; readonly field: FieldId }
  /** Not over the cells, which show what it does: beside a place in the window. */
  | { readonly task: "colours" | "values"; readonly field: FieldId; readonly x: number; readonly y: number };

export interface ColumnTasks {
  readonly columnTask: Accessor<ColumnTask | null>;
  readonly setColumnTask: (task: ColumnTask | null) => void;
  /** Under the first free of "City copy", "City copy 2" … */
  readonly duplicateColumn: (field: FieldId) => Promise<void>;
  readonly deleteColumn: (field: FieldId) => Promise<void>;
  /** The panel of all columns. */
  readonly columns: Accessor<boolean>;
  readonly setColumns: (open: boolean) => void;
  /** Opens the filter with a condition on the column. */
  readonly filterOn: (field: FieldId) => void;
}

export function createColumnTasks(app: App): Omit<ColumnTasks, "filterOn" | "columns" | "setColumns"> {
  const { t } = app;
  const [columnTask, setColumnTask] = createSignal<ColumnTask | null>(null);
  return {
    columnTask,
    setColumnTask,
    duplicateColumn: async (id) => {
      const [sheet, field] = [app.sheet(), app.fieldOf(id)];
      if (sheet === null || field === undefined) return;
      const name = firstFree(new Set(sheet.fields.map((each) => each.name)), (number) =>
        t("column.copyName", { name: field.name, number: number === 1 ? "" : ` ${number}` }),
      );
      await app.dispatch({ type: "duplicateField", sheet: sheet.id, field: id, name });
    },
    deleteColumn: async (id) => {
      const [sheet, field] = [app.sheet(), app.fieldOf(id)];
      if (sheet === null || field === undefined) return;
      const done = await app.dispatch({ type: "deleteField", sheet: sheet.id, field: id });
      if (done.ok) app.notify(t("column.deleted", { name: field.name }));
    },
  };
}
