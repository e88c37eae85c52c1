/** Charts on paper. Apart from the rows: they bring the chart library with them. */
import type { App } from "../../app/app.ts";
import { chartsOf, type Sheet } from "../../core/model/index.ts";
import { handOf, heightOf, makePicture } from "../charts/draw/picture.ts";
import type { Comparing } from "../charts/kinds/earlier.ts";
import { tell, titleOf } from "../charts/kinds/index.ts";
import { nextTask } from "../kit/tasks.ts";
import { element } from "./paper.ts";

/** Dots to a CSS pixel: about 300 to an inch. */
const PRINTED = 3;

/**
 * With the sentences that say what they show, beside the earlier day that the panel compares them with; a chart that cannot
 * be drawn says why.
 */
export async function layCharts(
  app: App,
  laid: HTMLElement,
  sheet: Sheet,
  comparing: Comparing | null,
): Promise<() => void> {
  if (comparing !== null) laid.append(element("p", "print-compared", app.t("print.compared", comparing)));
  const list = laid.appendChild(element("div", "print-charts"));
  const pictures: (() => void)[] = [];
  for (const chart of chartsOf(sheet)) {
    const answer = await app.worker.chart(sheet.id, chart.recipe, app.search(), comparing !== null);
    const telling = tell(app, chart.recipe, answer, comparing);
    const part = list.appendChild(element("section", "print-chart"));
    part.append(element("h2", "", titleOf(app, sheet, chart)));
    if (telling.type === "nothing") {
      part.append(element("p", "", telling.why));
      continue;
    }
    const { drawing, sentence, notes, ofPicture = [] } = telling.told;
    part.append(element("p", "", sentence));
    const frame = part.appendChild(element("div", "print-picture"));
    frame.style.height = `${heightOf(drawing)}px`;
    const canvas = frame.appendChild(element("canvas"));
    const picture = makePicture(handOf(drawing), canvas, () => undefined, PRINTED);
    picture.update(drawing, () => null);
    pictures.push(picture.destroy);
    for (const note of [...notes, ...ofPicture]) part.append(element("p", "", note));
    await nextTask();
  }
  return () => {
    for (const destroy of pictures) destroy();
  };
}
