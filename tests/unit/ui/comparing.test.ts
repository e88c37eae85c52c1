/** The day that charts are compared with, as the dialog that prints them hears of it. */
import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { localeFormat } from "../../../src/fields/locale.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { createComparison, daysBack } from "../../../src/ui/charts/comparing.ts";
import type { Compared } from "../../../src/worker/api.ts";

const COMPARED: Compared = { type: "compared", day: { seq: 1, time: 0 } };

/** What is told of it, where the answer comes before the charts are closed, or after. */
async function told(late: boolean): Promise<readonly boolean[]> {
  const reported: boolean[] = [];
  let answer: (compared: Compared | null) => void = () => undefined;
  const compareWith = (time: number | null): Promise<Compared | null> =>
    time === null
      ? Promise.resolve(null)
      : new Promise((resolve) => {
          answer = resolve;
        });
  const app = {
    worker: { compareWith },
    t: makeTranslate(() => "en"),
    language: () => "en" as const,
    sheet: () => null,
    locale: () => localeFormat("en", "EUR"),
  };
  await createRoot(async (dispose) => {
    createComparison(app, (comparing) => reported.push(comparing !== null)).choose(daysBack("week"));
    if (late) dispose();
    answer(COMPARED);
    await new Promise((resolve) => setTimeout(resolve));
    dispose();
  });
  return reported;
}

it("an answer that comes when the charts are closed says no more that they are compared", async () => {
  expect(await told(false)).toEqual([false, true, false]);
  expect(await told(true)).toEqual([false, false]);
});
