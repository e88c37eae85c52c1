/** What the palette finds for what is typed: actions, sheets, workbooks and rows, each with what choosing it does. */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { keptNotes } from "../../app/notes.ts";
import { restartWith } from "../../app/restart.ts";
import { findSheet } from "../../core/model/index.ts";
import type { FoundRow, ShelfEntry } from "../../worker/api.ts";
import type { Shell } from "../shell/state.ts";
import { ACTIONS } from "./actions.ts";
import { ranked } from "./rank.ts";

export interface Item {
  readonly id: string;
  readonly label: string;
  /** Said quietly behind it. */
  readonly detail: string;
  readonly keys: string | null;
  readonly run: () => void;
}

export interface Group {
  readonly name:
    | "command.actions"
    | "command.views"
    | "command.sheets"
    | "command.workbooks"
    | "command.rows";
  readonly items: readonly Item[];
}

/** More of one kind would push the others out of sight. */
const MOST = 7;
/** Milliseconds after the last letter, before rows are searched for. */
const REST = 80;

export function createFound(shell: Shell, typed: Accessor<string>): Accessor<readonly Group[]> {
  const rows = createRows(shell, typed);
  const actions = createActions(shell, typed);
  const places = createPlaces(shell, typed);
  return createMemo(() => [actions(), ...places(), rows()].filter(({ items }) => items.length > 0));
}

function createActions(shell: Shell, typed: Accessor<string>): Accessor<Group> {
  const { t } = shell.app;
  return createMemo((): Group => {
    const possible = ACTIONS.filter(
      (action) => action.keysOnly !== true && (action.possible?.(shell) ?? true),
    );
    const fitting = ranked(possible, typed(), (action) => [t(action.name), action.words]);
    const items = fitting.map((action) => ({
      id: `action-${action.name}`,
      label: t(action.name),
      detail: "",
      keys: action.keys ?? null,
      run: () => action.run(shell),
    }));
    return { name: "command.actions", items: typed().trim() === "" ? items : items.slice(0, MOST) };
  });
}

/** Views of this sheet, sheets of this workbook, and the other workbooks. */
function createPlaces(shell: Shell, typed: Accessor<string>): Accessor<readonly Group[]> {
  const { app } = shell;
  const [workbooks, setWorkbooks] = createSignal<readonly ShelfEntry[]>([]);
  // Not waited for: what is in this workbook is found at once.
  void app.worker.workbooks(keptNotes()).then(setWorkbooks);
  return createMemo((): readonly Group[] => {
    const state = app.state();
    const others = workbooks().filter(({ id, deleted }) => deleted === null && id !== state?.workbook.id);
    const views = ranked(app.sheet()?.views ?? [], typed(), ({ name }) => [name]).slice(0, MOST);
    const sheets = ranked(state?.workbook.sheets ?? [], typed(), ({ name }) => [name]).slice(0, MOST);
    const books = ranked(others, typed(), ({ name }) => [name]).slice(0, MOST);
    return [
      {
        name: "command.views",
        items: views.map(({ id, name }) => ({
          id: `view-${id}`,
          label: name,
          detail: "",
          keys: null,
          run: () => app.chooseView(id),
        })),
      },
      {
        name: "command.sheets",
        items: sheets.map(({ id, name }) => ({
          id: `sheet-${id}`,
          label: name,
          detail: "",
          keys: null,
          run: () => app.selectSheet(id),
        })),
      },
      {
        name: "command.workbooks",
        items: books.map(({ id, name }) => ({
          id: `workbook-${id}`,
          label: name,
          detail: "",
          keys: null,
          run: () => restartWith(id),
        })),
      },
    ];
  });
}

function createRows(shell: Shell, typed: Accessor<string>): Accessor<Group> {
  const { app } = shell;
  const [found, setFound] = createSignal<readonly FoundRow[]>([]);
  createEffect(
    on(typed, (text) => {
      if (text.trim() === "") {
        setFound([]);
        return;
      }
      const timer = setTimeout(async () => {
        const rows = await app.worker.findRows(text, app.sheet()?.id ?? null, MOST);
        if (rows !== null && text === typed()) setFound(rows);
      }, REST);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const show = async ({ sheet, row }: FoundRow): Promise<void> => {
    if (!(await app.showRow(sheet, row))) app.notify(app.t("command.hidden"), "wrong");
  };
  return createMemo((): Group => {
    const workbook = app.state()?.workbook;
    const several = (workbook?.sheets.length ?? 0) > 1;
    const items = found().map((row) => {
      const sheet = workbook === undefined ? undefined : findSheet(workbook, row.sheet);
      const [label = "", ...rest] = row.texts;
      return {
        id: `row-${row.sheet}-${row.row}`,
        label,
        detail: [...rest, ...(several && sheet !== undefined ? [sheet.name] : [])].join(" · "),
        keys: null,
        run: () => void show(row),
      };
    });
    return { name: "command.rows", items };
  });
}
