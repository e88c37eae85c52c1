/** What of a chart's figures is asked besides drawing them: which parts are singled out, and the whole of it in words. */
import { isPicked, type Picked } from "../../app/filter.ts";
import type { Filter } from "../../core/model/index.ts";
import { inARow } from "../../i18n/spacing.ts";
import type { Chosen } from "./draw/canvas.ts";
import type { Drawing, Pick, Speaker, Told } from "./told.ts";

function picksInDrawing(drawing: Drawing): readonly Pick[] {
  switch (drawing.look) {
    case "bars":
    case "funnel":
    case "doughnut":
      return drawing.marks.map(({ pick }) => pick);
    case "columns":
    case "line":
      return drawing.series.flatMap(({ picks }) => picks);
    case "curve":
      return [drawing.pick];
    case "heat":
      return drawing.cells.flat().map(({ pick }) => pick);
  }
}

/** What clicks on its parts ask for, in the picture or in the table. */
export function picksOf({ drawing, rows }: Told): readonly Picked[] {
  const all = [...picksInDrawing(drawing), ...rows.flat().map(({ pick }) => pick ?? null)];
  return all.filter((pick) => pick !== null);
}

/** A part is singled out, another one is, or none of the chart is. */
export function chosenIn(filter: () => Filter | null, own: () => readonly Picked[]): Chosen {
  return (pick) => {
    const now = filter();
    if (now === null || pick === null) return null;
    if (isPicked(now, pick)) return true;
    return own().some((each) => isPicked(now, each)) ? false : null;
  };
}

/** More than these nobody listens to; the table has them all. */
const MOST_SPOKEN = 24;

export function valuesText(app: Speaker, { sentence, notes, rows, drawing }: Told): string {
  const { t } = app;
  if (drawing.look === "curve" || drawing.look === "heat")
    return drawing.since === null ? sentence : inARow([sentence, ...notes]);
  const spoken = rows.slice(0, MOST_SPOKEN).map((cells) => {
    const texts = cells
      .map(({ text, was }) => (was === undefined ? text : `${text}${t("filter.list")}${was}`))
      .filter((text) => text !== "");
    const [tier = "", value = "", share] = texts;
    return "marks" in drawing && share !== undefined
      ? t("charts.altItem", { tier, value, share })
      : texts.join(" ");
  });
  return spoken.join(t("filter.list"));
}
