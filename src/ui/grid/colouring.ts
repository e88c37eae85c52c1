/** How a cell shows what the worker found by the view's rules: classes for its hue, sizes for its bar. */
import type { CellClassParams, CellClassRules, CellStyle } from "ag-grid-community";
import { type CellColour, type FieldId, HUES } from "../../core/model/index.ts";
import type { GridRow } from "./rows.ts";

const colourOf = (row: GridRow | undefined, field: FieldId): CellColour | null =>
  row?.colours?.[field] ?? null;

/** Of a column with rules. */
export function colourClasses(field: FieldId): CellClassRules<GridRow> {
  const grounds = HUES.map(
    (hue) =>
      [
        `colour-${hue}`,
        ({ data }: Pick<CellClassParams<GridRow>, "data">) => colourOf(data, field)?.hue === hue,
      ] as const,
  );
  const bars = HUES.map(
    (hue) =>
      [
        `bar-${hue}`,
        ({ data }: Pick<CellClassParams<GridRow>, "data">) => colourOf(data, field)?.bar?.hue === hue,
      ] as const,
  );
  return Object.fromEntries([...grounds, ...bars]);
}

/** A value that is there has a bar that is to be seen. */
const LEAST = 1;

/** Width and place of the bar's two layers. AG Grid takes no style away again, so that no bar is one of no width. */
export function barStyle(row: GridRow | undefined, field: FieldId): CellStyle {
  const bar = colourOf(row, field)?.bar ?? null;
  if (bar === null) return { backgroundSize: "0 0", backgroundPosition: "0 0" };
  const width = Math.max(LEAST, Math.round((bar.to - bar.from) * 10) / 10);
  // As CSS has it: a share of the room that the bar leaves free.
  const left = width >= 100 ? 0 : Math.min(100, (bar.from / (100 - width)) * 100);
  return {
    backgroundSize: `${width}% 3px, ${width}% 100%`,
    backgroundPosition: `${left}% 100%, ${left}% 0`,
  };
}
