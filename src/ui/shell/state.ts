/** Which parts of the shell are open: dialogs, popovers, charts; and what the last import came to. */
import { type Accessor, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ImportOutcome } from "../../worker/api.ts";
import { createViewTasks, type ViewTasks } from "../views/viewTasks.ts";
import { createSheetTasks, type SheetTasks } from "./sheetTasks.ts";

export type Imported = Extract<ImportOutcome, { type: "imported" }>;

export interface Shell extends SheetTasks, ViewTasks {
  readonly app: App;
  /** The import dialog is open, perhaps with a file that was dropped. A new object for every file. */
  readonly importing: Accessor<{ readonly file: File | null } | null>;
  readonly openImport: (file: File | null) => void;
  readonly closeImport: () => void;
  readonly exporting: Accessor<boolean>;
  readonly setExporting: (open: boolean) => void;
  readonly savingFile: Accessor<boolean>;
  readonly setSavingFile: (open: boolean) => void;
  readonly settings: Accessor<boolean>;
  readonly setSettings: (open: boolean) => void;
  /** The dialog that opens a workbook file, perhaps with one that was dropped. */
  readonly openingFile: Accessor<{ readonly file: File | null } | null>;
  readonly openFile: (file: File | null) => void;
  readonly closeOpenFile: () => void;
  readonly workbooks: Accessor<boolean>;
  readonly setWorkbooks: (open: boolean) => void;
  /** Of charts and history one at most is open: both would leave the grid too little. */
  readonly charts: Accessor<boolean>;
  readonly setCharts: (open: boolean) => void;
  readonly history: Accessor<boolean>;
  readonly setHistory: (open: boolean) => void;
  /** The bar of find and replace. A new object each time it is asked for. */
  readonly finding: Accessor<{ readonly replace: boolean } | null>;
  readonly setFinding: (how: { readonly replace: boolean } | null) => void;
  readonly palette: Accessor<boolean>;
  readonly setPalette: (open: boolean) => void;
  readonly shortcuts: Accessor<boolean>;
  readonly setShortcuts: (open: boolean) => void;
  /** Which of the two popovers of the toolbar is open. */
  readonly view: Accessor<"sort" | "filter" | null>;
  readonly openView: (what: "sort" | "filter" | null) => void;
  readonly searchBox: Accessor<HTMLInputElement | null>;
  readonly setSearchBox: (input: HTMLInputElement | null) => void;
  readonly imported: Accessor<Imported | null>;
  readonly setImported: (outcome: Imported | null) => void;
}

export function createShell(app: App): Shell {
  const [importing, setImporting] = createSignal<{ readonly file: File | null } | null>(null);
  const [exporting, setExporting] = createSignal(false);
  const [savingFile, setSavingFile] = createSignal(false);
  const [settings, setSettings] = createSignal(false);
  const [openingFile, setOpeningFile] = createSignal<{ readonly file: File | null } | null>(null);
  const [workbooks, setWorkbooks] = createSignal(false);
  const [side, setSide] = createSignal<"charts" | "history" | null>(null);
  const isOpen = (what: "charts" | "history") => (): boolean => side() === what;
  const setOpen =
    (what: "charts" | "history") =>
    (open: boolean): void => {
      setSide((now) => (open ? what : now === what ? null : now));
    };
  const [finding, setFinding] = createSignal<{ readonly replace: boolean } | null>(null);
  const [palette, setPalette] = createSignal(false);
  const [shortcuts, setShortcuts] = createSignal(false);
  const [view, openView] = createSignal<"sort" | "filter" | null>(null);
  const [searchBox, setSearchBox] = createSignal<HTMLInputElement | null>(null);
  const [imported, setImported] = createSignal<Imported | null>(null);
  return {
    app,
    importing,
    openImport: (file) => setImporting({ file }),
    closeImport: () => setImporting(null),
    exporting,
    setExporting,
    savingFile,
    setSavingFile,
    settings,
    setSettings,
    openingFile,
    openFile: (file) => setOpeningFile({ file }),
    closeOpenFile: () => setOpeningFile(null),
    workbooks,
    setWorkbooks,
    charts: isOpen("charts"),
    setCharts: setOpen("charts"),
    history: isOpen("history"),
    setHistory: setOpen("history"),
    finding,
    setFinding,
    palette,
    setPalette,
    shortcuts,
    setShortcuts,
    view,
    openView,
    searchBox,
    setSearchBox,
    ...createSheetTasks(app),
    ...createViewTasks(app),
    imported,
    setImported,
  };
}
