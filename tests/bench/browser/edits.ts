/** Typing into cells, and what follows it: *Saved*, and the charts beside the grid. */
import { CHARTS, cellAt, SAVED, SLIDER, shows, TIER_TABLE } from "./sights.ts";
import { quiet, type Stage, time, watchTasks } from "./stage.ts";

const EDITS = 10;
/** Steps of the cursor from a column that is always on the screen. */
const FROM_STATUS_TO_REVENUE = 2;

async function overtype({ page }: Stage, text: string): Promise<void> {
  await page.keyboard.press("F2");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Down the first rows of a column, as a hand does. */
export async function edit(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const enter = (): Promise<void> => page.keyboard.press("Enter");
  await quiet(stage);
  await page.click(cellAt(0, "name"));
  const last = await page.textContent(cellAt(EDITS - 1, "name"));
  for (let row = 0; row < EDITS; row++) {
    const name = `Zoë ${row}`;
    await overtype(stage, name);
    const sights = [shows(row, "name", name), SAVED];
    const { there } = await time(stage, "edit a cell, to Saved", "keydown", enter, sights);
    record.ours("edit", there);
    record.ours("edit-bare", there);
  }
  const undo = (): Promise<void> => page.keyboard.press("ControlOrMeta+z");
  await time(stage, "undo an edit", "keydown", undo, [shows(EDITS - 1, "name", last ?? ""), SAVED]);
}

/** Steps of the hand, there and back along the slider. */
const DRAGGED = 120;
const DRAG_PAUSE = 8;

/** Notes when each new picture of the preview is painted, until it is asked for them: times in milliseconds. */
async function watchPictures({ page }: Stage): Promise<() => Promise<readonly number[]>> {
  const watch = await page.evaluateHandle((selector) => {
    const table = document.querySelector(selector);
    if (table === null) throw new Error(`there is no ${selector}`);
    const times: number[] = [];
    let due = false;
    const observer = new MutationObserver(() => {
      if (due) return;
      due = true;
      requestAnimationFrame((now) => {
        due = false;
        times.push(now);
      });
    });
    observer.observe(table, { subtree: true, childList: true, characterData: true });
    return { times };
  }, TIER_TABLE);
  return () => watch.evaluate(({ times }) => times);
}

/** Whoever drags a limit sees at once whom it moves. */
export async function dragLimit(stage: Stage): Promise<void> {
  const { page, record } = stage;
  await quiet(stage);
  await watchTasks(stage, "drag a limit of the tier rule", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.waitForSelector('[role="dialog"] input');
    await page.keyboard.insertText("tier rule");
    await page.keyboard.press("Enter");
    await page.waitForSelector(TIER_TABLE);
    const box = await page.locator(SLIDER).first().boundingBox();
    if (box === null) throw new Error("the rule has no slider");
    const pictures = await watchPictures(stage);
    const y = box.y + box.height / 2;
    const at = (step: number): number =>
      box.x + box.width * (0.15 + 0.7 * (1 - Math.abs(1 - (2 * step) / DRAGGED)));
    await page.mouse.move(at(0), y);
    await page.mouse.down();
    for (let step = 1; step <= DRAGGED; step++) {
      await page.mouse.move(at(step), y);
      await page.waitForTimeout(DRAG_PAUSE);
    }
    await page.mouse.up();
    const times = await pictures();
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    record.ours("limit", (last - first) / Math.max(1, times.length - 1));
  });
  await page.keyboard.press("Escape");
  await page.waitForSelector(TIER_TABLE, { state: "detached" });
}

/** With both tier charts open. */
export async function charts(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const toggle = (): Promise<void> => page.getByRole("button", { name: "Charts" }).click();
  await watchTasks(stage, "open the charts", async () => {
    await toggle();
    await page.waitForSelector(CHARTS);
  });
  await page.click(cellAt(0, "status"));
  for (let step = 0; step < FROM_STATUS_TO_REVENUE; step++) await page.keyboard.press("ArrowRight");
  for (const amount of ["1234567.89", "7654321.12", "9999999.99"]) {
    await quiet(stage);
    const told = await page.locator(CHARTS).last().getAttribute("aria-label");
    await overtype(stage, amount);
    const { frames } = await time(
      stage,
      "edit with charts, to the bars",
      "keydown",
      () => page.keyboard.press("Enter"),
      [
        { is: "gone", selector: `canvas[aria-label=${JSON.stringify(told)}]` },
        { is: "drawn", canvases: 1 },
      ],
    );
    record.ours("charts", frames);
    await page.keyboard.press("ArrowUp");
  }
  await toggle();
}
