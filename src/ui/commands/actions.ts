/** What can be done to the open workbook as a whole, under the names the palette and the sheet of shortcuts know. */
import type { MessageKey } from "../../i18n/index.ts";
import type { Shell } from "../shell/state.ts";

/** Names without parameters. */
type ActionName = Extract<
  MessageKey,
  `toolbar.${string}` | `command.${string}` | "sheets.add" | "workbooks.all"
>;

export interface Action {
  /** Words by which it is found in any language. */
  readonly id: string;
  readonly name: Exclude<ActionName, "toolbar.sortKeys" | "toolbar.conditions">;
  /** As `Mod+Shift+H`, where there are keys for it; `Mod` is Ctrl, on a Mac the command key. */
  readonly keys?: string;
  /** Its keys work where text is typed, too; else they are left to the text. */
  readonly typing?: "take";
  /** Left out where it is not. */
  readonly possible?: (shell: Shell) => boolean;
  readonly run: (shell: Shell) => void;
}

/** Nothing can be written while the past is looked at. */
const present = ({ app }: Shell): boolean => app.past() === null;

function search({ searchBox }: Shell): void {
  searchBox()?.focus();
  searchBox()?.select();
}

export const ACTIONS: readonly Action[] = [
  {
    id: "undo",
    name: "toolbar.undo",
    keys: "Mod+Z",
    possible: ({ app }) => (app.state()?.undo ?? null) !== null,
    run: ({ app }) => void app.undo(),
  },
  {
    id: "redo",
    name: "toolbar.redo",
    keys: "Mod+Y",
    possible: ({ app }) => (app.state()?.redo ?? null) !== null,
    run: ({ app }) => void app.redo(),
  },
  { id: "search find", name: "toolbar.search", keys: "Mod+F", typing: "take", run: search },
  { id: "sort", name: "toolbar.sort", run: (shell) => shell.openView("sort") },
  { id: "filter", name: "toolbar.filter", run: (shell) => shell.openView("filter") },
  {
    id: "import csv",
    name: "toolbar.import",
    possible: present,
    run: (shell) => shell.openImport(null),
  },
  { id: "export csv", name: "toolbar.export", run: (shell) => shell.setExporting(true) },
  {
    id: "save file backup",
    name: "toolbar.file",
    possible: present,
    run: (shell) => shell.setSavingFile(true),
  },
  { id: "open file", name: "toolbar.openFile", possible: present, run: (shell) => shell.openFile(null) },
  { id: "charts tiers", name: "toolbar.charts", run: (shell) => shell.setCharts(!shell.charts()) },
  {
    id: "history",
    name: "toolbar.history",
    keys: "Mod+Shift+H",
    typing: "take",
    possible: (shell) => present(shell) || shell.app.restorable(),
    run: (shell) => shell.setHistory(!shell.history()),
  },
  { id: "sheet add new", name: "sheets.add", possible: present, run: (shell) => void shell.addSheet() },
  { id: "workbooks", name: "workbooks.all", run: (shell) => shell.setWorkbooks(true) },
  { id: "settings language theme", name: "toolbar.settings", run: (shell) => shell.setSettings(true) },
  {
    id: "shortcuts keys help",
    name: "command.shortcuts",
    keys: "F1",
    typing: "take",
    run: (shell) => shell.setShortcuts(true),
  },
];
