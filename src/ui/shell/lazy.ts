/** Parts of the workbook's screen that the first paint does without. */
import { lazy } from "solid-js";

const loadGrid = () => import("../grid/SheetGrid.tsx").then((module) => ({ default: module.SheetGrid }));

export const SheetGrid = lazy(loadGrid);

export const ChartPanel = lazy(() =>
  import("../charts/ChartPanel.tsx").then((module) => ({ default: module.ChartPanel })),
);

export const HistoryPanel = lazy(() =>
  import("../history/HistoryPanel.tsx").then((module) => ({ default: module.HistoryPanel })),
);

/** Milliseconds after the start screen is there: whatever is chosen on it, the grid comes next. */
const GRID_WANTED = 300;

export function preloadGrid(): () => void {
  const timer = setTimeout(() => void loadGrid(), GRID_WANTED);
  return () => clearTimeout(timer);
}
