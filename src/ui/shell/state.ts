/** Which parts of the shell are open: dialogs, popovers, charts; and what the last import came to. */
import { type Accessor, batch, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId } from "../../core/model/index.ts";
import type { ImportOutcome } from "../../worker/api.ts";
import type { Comparing } from "../charts/kinds/earlier.ts";
import { type ColumnTasks, createColumnTasks } from "../columns/tasks.ts";
import { createViewTasks, type ViewTasks } from "../views/viewTasks.ts";
import { createSheetTasks, type SheetTasks } from "./sheetTasks.ts";

export type Imported = Extract<ImportOutcome, { type: "imported" }>;

/** What of a view is changed in a popover of the toolbar. */
export type ViewPopover = "sort" | "filter" | "group";

export interface Shell extends SheetTasks, ColumnTasks, ViewTasks {
  readonly app: App;
  /** The import dialog is open, perhaps with a file that was dropped. A new object for every file. */
  readonly importing: Accessor<{ readonly file: File | null } | null>;
  readonly openImport: (file: File | null) => void;
  readonly closeImport: () => void;
  /** The log of imports, perhaps with one that is to be turned back, by its journal entry. */
  readonly importLog: Accessor<{ readonly wanted: number | null } | null>;
  readonly openImportLog: (wanted: number | null) => void;
  readonly closeImportLog: () => void;
  readonly duplicates: Accessor<boolean>;
  readonly setDuplicates: (open: boolean) => void;
  readonly exporting: Accessor<boolean>;
  readonly setExporting: (open: boolean) => void;
  /** "now": saving is what the click was for, and begins at once. */
  readonly savingFile: Accessor<boolean | "now">;
  readonly setSavingFile: (open: boolean | "now") => void;
  readonly settings: Accessor<boolean>;
  readonly setSettings: (open: boolean) => void;
  /** The dialog that opens a workbook file, perhaps with one that was dropped. */
  readonly openingFile: Accessor<{ readonly file: File | null } | null>;
  readonly openFile: (file: File | null) => void;
  readonly closeOpenFile: () => void;
  readonly workbooks: Accessor<boolean>;
  readonly setWorkbooks: (open: boolean) => void;
  /** Of charts, columns, history and the record card one at most is open: two would leave the grid too little. */
  readonly charts: Accessor<boolean>;
  readonly setCharts: (open: boolean) => void;
  /** The earlier day that the charts are compared with, as it is written. */
  readonly compared: Accessor<Comparing | null>;
  readonly setCompared: (comparing: Comparing | null) => void;
  /** What the dialog of printing begins with. */
  readonly printing: Accessor<Printed | null>;
  readonly setPrinting: (what: Printed | null) => void;
  /** The rule that sorts the customers of the sheet. */
  /** "status": of the states of a customer's life. */
  readonly tierRule: Accessor<boolean | "status">;
  readonly setTierRule: (open: boolean | "status") => void;
  readonly history: Accessor<boolean>;
  readonly setHistory: (open: boolean) => void;
  /** The card of the row at the cursor. A new object each time it is asked for. */
  readonly record: Accessor<object | null>;
  readonly openRecord: () => void;
  readonly closeRecord: () => void;
  /** The bar of find and replace. A new object each time it is asked for. */
  readonly finding: Accessor<{ readonly replace: boolean } | null>;
  readonly setFinding: (how: { readonly replace: boolean } | null) => void;
  readonly palette: Accessor<boolean>;
  readonly setPalette: (open: boolean) => void;
  readonly shortcuts: Accessor<boolean>;
  readonly setShortcuts: (open: boolean) => void;
  /** Which of the two popovers of the toolbar is open. */
  readonly view: Accessor<ViewPopover | null>;
  readonly openView: (what: ViewPopover | null) => void;
  /** The column that the filter's popover begins a condition on. */
  readonly filtering: Accessor<FieldId | null>;
  readonly searchBox: Accessor<HTMLInputElement | null>;
  readonly setSearchBox: (input: HTMLInputElement | null) => void;
  readonly imported: Accessor<Imported | null>;
  readonly setImported: (outcome: Imported | null) => void;
}

/** What can be put on paper. */
export type Printed = "view" | "record" | "dashboard";

type Side = "charts" | "columns" | "history" | "record";

export function createShell(app: App): Shell {
  const [importing, setImporting] = createSignal<{ readonly file: File | null } | null>(null);
  const [importLog, setImportLog] = createSignal<{ readonly wanted: number | null } | null>(null);
  const [duplicates, setDuplicates] = createSignal(false);
  const [exporting, setExporting] = createSignal(false);
  const [savingFile, setSavingFile] = createSignal<boolean | "now">(false);
  const [tierRule, setTierRule] = createSignal<boolean | "status">(false);
  const [compared, setCompared] = createSignal<Comparing | null>(null);
  const [printing, setPrinting] = createSignal<Printed | null>(null);
  const [settings, setSettings] = createSignal(false);
  const [openingFile, setOpeningFile] = createSignal<{ readonly file: File | null } | null>(null);
  const [workbooks, setWorkbooks] = createSignal(false);
  const [side, setSide] = createSignal<Side | null>(null);
  const [record, setRecord] = createSignal<object | null>(null);
  const isOpen = (what: Side) => (): boolean => side() === what;
  const setOpen =
    (what: Side) =>
    (open: boolean): void => {
      setSide((now) => (open ? what : now === what ? null : now));
    };
  const [finding, setFinding] = createSignal<{ readonly replace: boolean } | null>(null);
  const [palette, setPalette] = createSignal(false);
  const [shortcuts, setShortcuts] = createSignal(false);
  const [view, setView] = createSignal<ViewPopover | null>(null);
  const [filtering, setFiltering] = createSignal<FieldId | null>(null);
  const openView = (what: ViewPopover | null, on: FieldId | null = null): void => {
    setFiltering(on);
    setView(what);
  };
  const [searchBox, setSearchBox] = createSignal<HTMLInputElement | null>(null);
  const [imported, setImported] = createSignal<Imported | null>(null);
  return {
    app,
    importing,
    openImport: (file) => setImporting({ file }),
    closeImport: () => setImporting(null),
    importLog,
    openImportLog: (wanted) => setImportLog({ wanted }),
    closeImportLog: () => setImportLog(null),
    duplicates,
    setDuplicates,
    exporting,
    setExporting,
    savingFile,
    compared,
    setCompared,
    printing,
    setPrinting,
    tierRule,
    setTierRule,
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
    columns: isOpen("columns"),
    setColumns: setOpen("columns"),
    record: () => (side() === "record" ? record() : null),
    openRecord: () =>
      batch(() => {
        setRecord({});
        setSide("record");
      }),
    closeRecord: () => setOpen("record")(false),
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
    filtering,
    filterOn: (field) => openView("filter", field),
    ...createColumnTasks(app),
    ...createSheetTasks(app),
    ...createViewTasks(app),
    imported,
    setImported,
  };
}
