/** What can be done to the open workbook as a whole, under the names the palette and the sheet of shortcuts know. */
import type { PlainKey } from "../../i18n/index.ts";
import type { Shell } from "../shell/state.ts";
import { nextPane } from "./panes.ts";

export interface Action {
  readonly name: PlainKey;
  /** English words by which it is found besides, in any language. */
  readonly words: string;
  /** As `Mod+Shift+H`, where there are keys for it; `Mod` is Ctrl, on a Mac the command key. */
  readonly keys?: string;
  /** Its keys work where text is typed, too; else they are left to the text. */
  readonly whileTyping?: boolean;
  /** It is of use by its keys only: the palette leaves it out. */
  readonly keysOnly?: boolean;
  /** Left out where it is not. */
  readonly possible?: (shell: Shell) => boolean;
  readonly run: (shell: Shell) => void;
}

/** Nothing can be written while the past is looked at. */
const present = ({ app }: Shell): boolean => app.past() === null;

/** A sheet of several. */
const spare = (shell: Shell): boolean =>
  present(shell) && (shell.app.state()?.workbook.sheets.length ?? 0) > 1;

function search({ searchBox }: Shell): void {
  searchBox()?.focus();
  searchBox()?.select();
}

export const ACTIONS: readonly Action[] = [
  {
    name: "command.palette",
    words: "",
    keys: "Mod+K",
    whileTyping: true,
    keysOnly: true,
    run: (shell) => shell.setPalette(true),
  },
  { name: "command.pane", words: "", keys: "F6", whileTyping: true, keysOnly: true, run: nextPane },
  {
    name: "toolbar.undo",
    words: "undo",
    keys: "Mod+Z",
    possible: ({ app }) => (app.state()?.undo ?? null) !== null,
    run: ({ app }) => void app.undo(),
  },
  {
    name: "toolbar.redo",
    words: "redo",
    keys: "Mod+Y",
    possible: ({ app }) => (app.state()?.redo ?? null) !== null,
    run: ({ app }) => void app.redo(),
  },
  {
    name: "record.open",
    words: "record card form customer open",
    keys: "Shift+F2",
    whileTyping: true,
    run: (shell) => shell.openRecord(),
  },
  {
    name: "command.find",
    words: "find",
    keys: "Mod+F",
    whileTyping: true,
    run: (shell) => shell.setFinding({ replace: shell.finding()?.replace ?? false }),
  },
  {
    name: "find.label",
    words: "find replace",
    keys: "Mod+H",
    whileTyping: true,
    possible: present,
    run: (shell) => shell.setFinding({ replace: true }),
  },
  {
    name: "toolbar.search",
    words: "search find",
    keys: "Mod+Shift+F",
    whileTyping: true,
    run: search,
  },
  { name: "toolbar.sort", words: "sort", run: (shell) => shell.openView("sort") },
  { name: "columns.label", words: "columns hide show freeze order", run: (shell) => shell.setColumns(true) },
  { name: "toolbar.filter", words: "filter", run: (shell) => shell.openView("filter") },
  { name: "groups.title", words: "group rows subtotals", run: (shell) => shell.openView("group") },
  {
    name: "groups.foldAll",
    words: "group collapse fold all",
    possible: ({ app }) => app.view()?.group !== undefined,
    run: ({ app }) => void app.fold(null, true),
  },
  {
    name: "groups.openAll",
    words: "group expand unfold all",
    possible: ({ app }) => app.view()?.group !== undefined,
    run: ({ app }) => void app.fold(null, false),
  },
  {
    name: "totals.show",
    words: "totals sum average subtotal",
    possible: ({ totalsShown }) => !totalsShown(),
    run: ({ showTotals }) => void showTotals(true),
  },
  {
    name: "totals.hide",
    words: "totals sum average subtotal",
    possible: ({ totalsShown }) => totalsShown(),
    run: ({ showTotals }) => void showTotals(false),
  },
  {
    name: "views.add",
    words: "view new add save as",
    possible: present,
    run: (shell) => void shell.addView(),
  },
  {
    name: "views.save",
    words: "view save",
    possible: (shell) => shell.viewChanged() && shell.app.view()?.locked !== true,
    run: (shell) => void shell.saveView(),
  },
  {
    name: "views.revert",
    words: "view revert reset",
    possible: ({ viewChanged }) => viewChanged(),
    run: (shell) => void shell.revertView(),
  },
  {
    name: "views.rename",
    words: "view rename",
    possible: (shell) => present(shell) && shell.app.view()?.locked !== true,
    run: ({ setRenamingView }) => setRenamingView(true),
  },
  {
    name: "toolbar.import",
    words: "import csv",
    possible: present,
    run: (shell) => shell.openImport(null),
  },
  {
    name: "duplicates.title",
    words: "duplicates merge same double",
    possible: present,
    run: (shell) => shell.setDuplicates(true),
  },
  {
    name: "imports.title",
    words: "imports log undo import",
    possible: present,
    run: (shell) => shell.openImportLog(null),
  },
  { name: "toolbar.export", words: "export csv", run: (shell) => shell.setExporting(true) },
  {
    name: "print.open",
    words: "print paper pdf",
    keys: "Mod+P",
    whileTyping: true,
    run: (shell) =>
      shell.setPrinting(shell.charts() ? "dashboard" : shell.record() !== null ? "record" : "view"),
  },
  {
    name: "toolbar.file",
    words: "save file backup",
    possible: present,
    run: (shell) => shell.setSavingFile(true),
  },
  { name: "toolbar.openFile", words: "open file", possible: present, run: (shell) => shell.openFile(null) },
  {
    name: "tierRule.open",
    words: "tier rule abc pareto rfm classify",
    possible: present,
    run: (shell) => shell.setTierRule(true),
  },
  {
    name: "life.open",
    words: "status lifecycle prospect loyal lost rule",
    possible: present,
    run: (shell) => shell.setTierRule("status"),
  },
  { name: "toolbar.charts", words: "charts tiers", run: (shell) => shell.setCharts(!shell.charts()) },
  {
    name: "toolbar.history",
    words: "history",
    keys: "Mod+Shift+H",
    whileTyping: true,
    possible: (shell) => present(shell) || shell.app.restorable(),
    run: (shell) => shell.setHistory(!shell.history()),
  },
  { name: "sheets.add", words: "sheet add new", possible: present, run: (shell) => void shell.addSheet() },
  {
    name: "command.renameSheet",
    words: "rename sheet",
    possible: present,
    run: ({ app, setRenaming }) => setRenaming(app.sheet()?.id ?? null),
  },
  {
    name: "command.duplicateSheet",
    words: "duplicate copy sheet",
    possible: present,
    run: (shell) => void shell.duplicateSheet(),
  },
  {
    name: "command.deleteSheet",
    words: "delete remove sheet",
    possible: spare,
    run: (shell) => void shell.deleteSheet(),
  },
  { name: "workbooks.all", words: "workbooks", run: (shell) => shell.setWorkbooks(true) },
  { name: "toolbar.settings", words: "settings language theme", run: (shell) => shell.setSettings(true) },
  {
    name: "command.guide",
    words: "first steps tour guide",
    run: ({ app }) => app.device.prefer({ guide: 0 }),
  },
  {
    name: "command.shortcuts",
    words: "shortcuts keys help",
    keys: "F1",
    whileTyping: true,
    run: (shell) => shell.setShortcuts(true),
  },
];
