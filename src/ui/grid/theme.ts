/** AG Grid's theme, made of our tokens, so that light and dark are decided in one place. */
import { createTheme } from "ag-grid-community";

const hairline = { style: "solid", width: 1, color: "var(--line)" } as const;

export const ROW_HEIGHT = 29;
export const HEADER_HEIGHT = 30;

export const theme = createTheme().withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--sheet)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--line)",
  browserColorScheme: "inherit",
  chromeBackgroundColor: "var(--paper)",
  fontFamily: "inherit",
  fontSize: 13,
  dataFontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
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
  rowHeight: ROW_HEIGHT,
  headerHeight: HEADER_HEIGHT,
});
