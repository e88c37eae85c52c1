/** Parts of the workbook's screen that the first paint does without. */
import { lazyPart, nextTask } from "../kit/tasks.ts";

const loadGrid = () => import("../grid/SheetGrid.tsx").then((module) => module.SheetGrid);
const loadImport = () => import("../import/ImportDialog.tsx").then((module) => module.ImportDialog);

const loadRecord = () => import("../record/RecordCard.tsx").then((module) => module.RecordCard);
const loadPalette = () => import("../commands/Palette.tsx").then((module) => module.Palette);

export const SheetGrid = lazyPart(loadGrid);
export const ImportDialog = lazyPart(loadImport);

export const ImportLogDialog = lazyPart(() =>
  import("../import/ImportLogDialog.tsx").then((module) => module.ImportLogDialog),
);

export const DuplicatesDialog = lazyPart(() =>
  import("../duplicates/DuplicatesDialog.tsx").then((module) => module.DuplicatesDialog),
);

export const ExportDialog = lazyPart(() =>
  import("../export/ExportDialog.tsx").then((module) => module.ExportDialog),
);

export const SaveFileDialog = lazyPart(() =>
  import("../file/SaveFileDialog.tsx").then((module) => module.SaveFileDialog),
);

export const OpenFileDialog = lazyPart(() =>
  import("../file/OpenFileDialog.tsx").then((module) => module.OpenFileDialog),
);

export const SettingsDialog = lazyPart(() =>
  import("../settings/SettingsDialog.tsx").then((module) => module.SettingsDialog),
);

export const WorkbooksDialog = lazyPart(() =>
  import("../workbooks/WorkbooksDialog.tsx").then((module) => module.WorkbooksDialog),
);

export const WorkbookList = lazyPart(() =>
  import("../workbooks/WorkbookList.tsx").then((module) => module.WorkbookList),
);

export const Palette = lazyPart(loadPalette);

export const ShortcutsDialog = lazyPart(() =>
  import("../commands/ShortcutsDialog.tsx").then((module) => module.ShortcutsDialog),
);

export const SheetMenu = lazyPart(() => import("./SheetMenu.tsx").then((module) => module.default));

export const ChartPanel = lazyPart(() =>
  import("../charts/ChartPanel.tsx").then((module) => module.ChartPanel),
);

export const ColumnsPanel = lazyPart(() =>
  import("../columns/ColumnsPanel.tsx").then((module) => module.ColumnsPanel),
);

export const TierRuleDialog = lazyPart(() =>
  import("../tiers/TierRuleDialog.tsx").then((module) => module.TierRuleDialog),
);

export const PrintDialog = lazyPart(() =>
  import("../print/PrintDialog.tsx").then((module) => module.PrintDialog),
);

export const FindBar = lazyPart(() => import("../find/FindBar.tsx").then((module) => module.FindBar));

export const Guide = lazyPart(() => import("../guide/Guide.tsx").then((module) => module.Guide));

export const HistoryPanel = lazyPart(() =>
  import("../history/HistoryPanel.tsx").then((module) => module.HistoryPanel),
);

export const RecordCard = lazyPart(loadRecord);

export const PinnedFilters = lazyPart(() =>
  import("../views/PinnedFilters.tsx").then((module) => module.PinnedFilters),
);

export const SortPopover = lazyPart(() =>
  import("../views/SortPopover.tsx").then((module) => module.SortPopover),
);

export const GroupPopover = lazyPart(() =>
  import("../views/GroupPopover.tsx").then((module) => module.GroupPopover),
);

export const FilterPopover = lazyPart(() =>
  import("../views/FilterPopover.tsx").then((module) => module.FilterPopover),
);

/** Milliseconds after the start screen is there: whatever is chosen on it, these come next. */
const PARTS_WANTED = 300;

export function preloadParts(): () => void {
  const preload = async (): Promise<void> => {
    await loadImport();
    await nextTask();
    await loadGrid();
  };
  const timer = setTimeout(() => void preload(), PARTS_WANTED);
  return () => clearTimeout(timer);
}

/** Milliseconds after the workbook is there: what is typed right after Ctrl+K or Space must not go into the sheet. */
const KEYS_WANTED = 2000;

export function preloadByKeys(): () => void {
  const preload = async (): Promise<void> => {
    await loadPalette();
    await nextTask();
    await loadRecord();
  };
  const timer = setTimeout(() => void preload(), KEYS_WANTED);
  return () => clearTimeout(timer);
}
