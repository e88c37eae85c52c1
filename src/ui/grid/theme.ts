/**
 * AG Grid's theme, made of our tokens, so that themes and density are decided in one place. Run by the build, which puts
 * what comes of it into `theme.css`.
 */
import { createTheme } from "ag-grid-community";

const hairline = { style: "solid", width: 1, color: "var(--line)" } as const;

export const theme = createTheme().withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--sheet)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--line)",
  browserColorScheme: "inherit",
  chromeBackgroundColor: "var(--paper)",
  fontFamily: "inherit",
  fontSize: "var(--text)",
  dataFontSize: "var(--text)",
  headerFontSize: "var(--text-small)",
  headerFontWeight: "var(--weight-strong)",
  headerTextColor: "var(--ink-2)",
  headerBackgroundColor: "var(--paper)",
  headerRowBorder: hairline,
  headerColumnResizeHandleColor: "transparent",
  rowBorder: { style: "solid", width: 1, color: "var(--line-2)" },
  pinnedColumnBorder: hairline,
  columnBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  rowHoverColor: "transparent",
  cellHorizontalPadding: 10,
  cellEditingBorder: false,
  cellEditingShadow: "none",
  rangeSelectionBorderColor: "var(--sel)",
  columnDragIndicatorColor: "var(--accent)",
  spacing: 6,
  // AG Grid measures these again when they change: the density needs no new grid.
  rowHeight: "var(--row)",
  headerHeight: "var(--head-row)",
});
