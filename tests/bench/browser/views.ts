/** What changes which rows are on the screen, and where: scroll, sort, search. */
import { SEARCHES, SORT_KEYS } from "../expected.ts";
import type { Sight } from "./probe.ts";
import { cellAt, counts, headerOf, rowAt, SEARCH, top, UNSORTED } from "./sights.ts";
import { quiet, type Stage, time, watchTasks } from "./stage.ts";

/** Pixels a notch, milliseconds between two. */
const WHEELS = [
  { step: "scroll by a steady wheel", pixels: 120, pause: 33 },
  { step: "scroll by a fling", pixels: 300, pause: 16 },
] as const;
const NOTCHES = 60;

export async function scroll(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const { rows } = record.expected;
  await quiet(stage);
  for (const { step, pixels, pause } of WHEELS) {
    await page.mouse.move(600, 500);
    await watchTasks(stage, step, async () => {
      await page.evaluate(() => window.tierbookProbe.watchBlanks());
      for (let notch = 0; notch < NOTCHES; notch++) {
        await page.mouse.wheel(0, pixels);
        await page.waitForTimeout(pause);
      }
      const blank = await page.evaluate(() => window.tierbookProbe.longestBlank());
      if (step === "scroll by a steady wheel") record.ours("blank", blank);
    });
  }
  await page.locator("[row-index] [col-id='code']").first().click();
  const press = (keys: string) => () => page.keyboard.press(keys);
  await time(stage, "jump to the end", "keydown", press("ControlOrMeta+End"), [
    { is: "there", selector: rowAt(rows - 1) },
  ]);
  await time(stage, "jump to the start", "keydown", press("ControlOrMeta+Home"), top(UNSORTED));
}

export async function sort(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const { ours } = record.expected;
  const [first, second, third] = SORT_KEYS;
  const click =
    (field: string, adding = true) =>
    (): Promise<void> =>
      page.click(headerOf(field), adding ? { modifiers: ["Shift"] } : {});
  const sorted = (field: string, order: "ascending" | "descending" | "none"): Sight =>
    order === "none"
      ? { is: "gone", selector: `${headerOf(field)}:is([aria-sort="ascending"],[aria-sort="descending"])` }
      : { is: "there", selector: `${headerOf(field)}[aria-sort="${order}"]` };
  await quiet(stage);
  await time(stage, "sort by a first text key", "click", click(first, false), [sorted(first, "ascending")]);
  await time(stage, "sort by a second", "click", click(second), [sorted(second, "ascending")]);
  await quiet(stage);
  const cold = await time(stage, "sort by a third", "click", click(third), [
    sorted(third, "ascending"),
    ...top(ours.ascending),
  ]);
  record.ours("sort-first", cold.painted);
  for (const [step, order] of [
    ["turn the third key round", "descending"],
    ["take it away", "none"],
    ["sort by it again", "ascending"],
  ] as const) {
    await quiet(stage);
    const { painted } = await time(stage, step, "click", click(third), [
      sorted(third, order),
      ...top(ours[order]),
    ]);
    record.ours("sort", painted);
  }
  await time(stage, "sort by the first key alone", "click", click(first, false), [sorted(second, "none")]);
  await time(stage, "sort by none", "click", click(first, false), [sorted(first, "none"), ...top(UNSORTED)]);
}

export async function search(stage: Stage): Promise<void> {
  const { page, record } = stage;
  const { rows, found } = record.expected;
  const { first, before, typed, whole, chinese } = SEARCHES;
  const fill = (text: string) => (): Promise<void> => page.fill(SEARCH, text);
  const results = (text: string): readonly Sight[] => {
    const known = found[text];
    return [counts(rows, known?.matching ?? -1), ...top(known?.first ?? [])];
  };
  await quiet(stage);
  const one = await time(stage, `search “${first}”, the first ever`, "input", fill(first), results(first));
  record.ours("search-first", one.painted);
  await time(stage, `search “${before}”`, "input", fill(before), results(before));
  await page.focus(SEARCH);
  await quiet(stage);
  const press = (): Promise<void> => page.keyboard.press(typed);
  const two = await time(stage, `search “${whole}”`, "input", press, results(whole));
  record.ours("search", two.painted);
  await quiet(stage);
  const three = await time(stage, `search “${chinese}”`, "input", fill(chinese), results(chinese));
  record.ours("search", three.painted);
  await time(stage, "search cleared", "input", fill(""), [counts(rows), ...top(UNSORTED)]);
  await page.click(cellAt(0, "code"));
}
