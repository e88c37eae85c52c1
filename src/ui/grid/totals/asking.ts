/** The totals of a view's columns, asked of the worker whenever the rows, the columns or what is asked may be others. */
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { App } from "../../../app/app.ts";
import { makeLatest } from "../../../app/latest.ts";
import { type Field, type FieldId, type SheetId, type Total, totalOf } from "../../../core/model/index.ts";
import type { AskedTotal, Result } from "../../../worker/api.ts";

interface Question {
  readonly sheet: SheetId;
  readonly asked: readonly AskedTotal[];
}

/** What is said of each field in the view that is shown. */
export const totalIn = (app: App, field: Field): Total => totalOf(app.view()?.totals ?? [], field);

/** What is to be found out of these columns. */
export const askedOf = (app: App, fields: readonly Field[]): readonly AskedTotal[] =>
  fields.flatMap((field): readonly AskedTotal[] => {
    const total = totalIn(app, field);
    return total === "none" ? [] : [{ field: field.id, total }];
  });

/** Inside a reactive owner. */
export function createTotals(
  app: App,
  fields: Accessor<readonly Field[]>,
): Accessor<ReadonlyMap<FieldId, Result>> {
  const [totals, setTotals] = createSignal<ReadonlyMap<FieldId, Result>>(new Map());
  const question = createMemo(
    (): Question | null => {
      const sheet = app.sheet();
      if (sheet === null) return null;
      return { sheet: sheet.id, asked: askedOf(app, fields()) };
    },
    null,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const ask = makeLatest(async ({ sheet, asked }: Question) => {
    const found = await app.worker.columnTotals(sheet, asked).catch(() => null);
    if (found === null || app.sheet()?.id !== sheet) return;
    setTotals(new Map(asked.flatMap(({ field }, at) => (found[at] ? [[field, found[at]] as const] : []))));
  });
  createEffect(on([question, app.refresh, app.counts], ([now]) => now !== null && ask(now)));
  return totals;
}
