/** Typing into cells, and what follows it: *Saved*, and the charts beside the grid. */
import { CHARTS, cellAt, SAVED, SLIDER, shows, TIER_TABLE } from "./sights.ts";
import { pressEnter, quiet, type Stage, time, watchTasks } from "./stage.ts";

const EDITS = 10;
/** Steps of the cursor from a column that is always on the screen. */
const FROM_STATUS_TO_REVENUE = 2;

export async function overtype({ page }: Stage, text: string): Promise<void> {
  await page.keyboard.press("F2");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Down the first rows of a column, as a hand does. */
export async function edit(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const enter = (): Promise<void> => pressEnter(stage);
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
    record.ours("edit-grid", there);
  }
  const undo = (): Promise<void> => page.keyboard.press("ControlOrMeta+z");
  await time(stage, "undo an edit", "keydown", undo, [shows(EDITS - 1, "name", last ?? ""), SAVED]);
}

/** Frames in which the hand is further, there and back along the slider. */
const DRAGGED = 120;

/**
 * Moves the first slider once in every frame, as fast as a hand can be seen to, and resolves to when each new picture of what the
 * rule would do was painted, in milliseconds. In the page: the driver's mouse is slower than a frame.
 */
function drag({ page }: Stage): Promise<readonly number[]> {
  return page.evaluate(
    async ({ slider: of, table: shown, steps }) => {
      const [slider, table] = [document.querySelector(of), document.querySelector(shown)];
      if (!(slider instanceof HTMLInputElement) || table === null) throw new Error("the rule has no slider");
      const painted: number[] = [];
      let due = false;
      const observer = new MutationObserver(() => {
        due = true;
      });
      observer.observe(table, { subtree: true, childList: true, characterData: true });
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let step = 0; step < steps; step++) {
        slider.value = String(Math.round(15 + 70 * (1 - Math.abs(1 - (2 * step) / steps))));
        slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const now = await frame();
        if (due) painted.push(now);
        due = false;
      }
      observer.disconnect();
      return painted;
    },
    { slider: SLIDER, table: TIER_TABLE, steps: DRAGGED },
  );
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
    const painted = await drag(stage);
    const [first = 0, last = 0] = [painted[0], painted.at(-1)];
    record.ours("limit", (last - first) / Math.max(1, painted.length - 1));
  });
  await page.keyboard.press("Escape");
  await page.waitForSelector(TIER_TABLE, { state: "detached" });
}

/** To the last of those in sight, which come before the others. */
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
    const told = await page.locator(CHARTS).evaluateAll((all) => {
      const seen = all.filter((one) => one.getBoundingClientRect().top < innerHeight);
      return seen.at(-1)?.getAttribute("aria-label");
    });
    await overtype(stage, amount);
    const { frames } = await time(
      stage,
      "edit with charts, to the bars",
      "keydown",
      () => pressEnter(stage),
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
