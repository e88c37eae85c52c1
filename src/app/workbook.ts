/** The open workbook on the screen: its definitions, which of its sheets, and how its values are written. */
import { type Accessor, createMemo, createSignal } from "solid-js";
import { findSheet, type SheetId } from "../core/model/index.ts";
import { type LocaleFormat, localeFormat } from "../fields/locale.ts";
import type { NewWorkbook, PastState, WorkbookState } from "../worker/api.ts";
import { createViewAhead } from "./ahead.ts";
import { createViews } from "./views.ts";

/** Definitions arrive as fresh copies with every change; what reads the same is the same. */
const sameDefinition = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export type ShownWorkbook = ReturnType<typeof createWorkbook>;

/** Of the past while it is looked at; `live` is of today. */
export function createWorkbook() {
  const [live, setLive] = createSignal<WorkbookState | null>(null);
  const [past, setPast] = createSignal<PastState | null>(null);
  const state = createMemo(() => {
    const then = past();
    return then === null ? live() : { workbook: then.workbook, seq: then.seq, undo: null, redo: null };
  });
  const [chosen, setChosen] = createSignal<SheetId | null>(null);
  const sheet = createMemo(
    () => {
      const workbook = state()?.workbook;
      const id = chosen();
      if (workbook === undefined) return null;
      return (id === null ? undefined : findSheet(workbook, id)) ?? workbook.sheets[0] ?? null;
    },
    null,
    { equals: sameDefinition },
  );
  const sheetId = createMemo(() => sheet()?.id ?? null);
  const { stored, viewId, chooseView } = createViews(sheet);
  const { view, lead } = createViewAhead(sheetId, stored, state);
  const selectSheet = setChosen;
  return { state, live, setLive, past, setPast, sheet, view, viewId, chooseView, lead, sheetId, selectSheet };
}

/** `otherwise`: what a new workbook would be written by, where none is open. */
export function createLocale(
  state: ShownWorkbook["state"],
  otherwise: () => Pick<NewWorkbook, "locale" | "currency">,
): Accessor<LocaleFormat> {
  // Settings come anew with every change; what is written by a locale need not be.
  const settings = createMemo(() => state()?.workbook.settings, undefined, {
    equals: (a, b) => a?.locale === b?.locale && a?.currency === b?.currency,
  });
  // Nothing before the first value is shown: what Intl knows of a locale takes it long to look up, and the first paint needs none.
  return () => {
    const { locale, currency } = settings() ?? otherwise();
    return localeFormat(locale, currency);
  };
}
