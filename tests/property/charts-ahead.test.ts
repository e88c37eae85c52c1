/** G4: what is worked out for a chart before it is asked for is what it would be worked out as then. */
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChartRecipe, fieldId, findSheet, type SheetId } from "../../src/core/model/index.ts";
import { makeRandom, type Random } from "../../src/core/template/random.ts";
import { chartOf } from "../../src/engine/charts/chart.ts";
import { ChartJobs } from "../../src/worker/charts.ts";
import { checkAsync } from "../support/property.ts";
import { setup, type Tab, Tabs, turn } from "../support/worker/tabs.ts";

const CUSTOMERS = "customers" as SheetId;
const DAY = 86_400_000;
const TIER = fieldId("tier");
const REVENUE = fieldId("revenue");
const LAST_CONTACT = fieldId("lastContact");

const RECIPES: readonly ChartRecipe[] = [
  { kind: "groups", by: TIER, measure: "sum", of: REVENUE, look: "bars", most: 8 },
  { kind: "pareto", of: REVENUE },
  { kind: "flow", first: LAST_CONTACT, last: LAST_CONTACT, after: 30 },
];
const SEARCHES = ["", "", "a"];

/** Something that charts may depend on. */
async function act(tabs: Tabs, tab: Tab, other: Tab, random: Random): Promise<void> {
  const edit = async (tab: Tab): Promise<void> => {
    const [row] = await tab.host.questions.rows(CUSTOMERS, random.below(5), 100);
    if (row === undefined) return;
    const value = random.below(10_000_000);
    await tab.host.dispatch({ type: "setCell", sheet: CUSTOMERS, row: row.id, field: REVENUE, value });
  };
  const { host } = tab;
  switch (random.below(14)) {
    case 0:
      await host.dispatch({ type: "undo" });
      return;
    case 1:
      await host.questions.query(CUSTOMERS, random.pick(SEARCHES));
      return;
    case 2:
    case 9: {
      const views = findSheet(host.shown.workbook, CUSTOMERS)?.views ?? [];
      await host.questions.query(CUSTOMERS, "", random.pick(views).id);
      return;
    }
    case 3: {
      const [view] = findSheet(host.shown.workbook, CUSTOMERS)?.views ?? [];
      const filter = random.pick([null, { op: "notEmpty", field: LAST_CONTACT } as const]);
      if (view !== undefined)
        await host.dispatch({ type: "setView", sheet: CUSTOMERS, view: { ...view, filter }, what: "filter" });
      return;
    }
    case 4:
      tabs.now += DAY;
      return;
    case 5:
      await host.past.lookBack(host.ground, 1 + random.below(host.session.seq));
      return;
    case 6:
      host.past.leave();
      return;
    case 7:
    case 8:
      await edit(other);
      return;
    default:
      await edit(tab);
  }
}

/** Hears what is told ahead, one after the other: it is what would be worked out at that moment. */
async function listen(jobs: ChartJobs, tab: Tab, heard: () => void): Promise<void> {
  for (;;) {
    for (const { question, reply } of await jobs.chartsAhead()) {
      const [id, recipe, search] = question;
      const sheet = findSheet(tab.host.shown.workbook, id);
      expect(reply).toEqual(sheet && chartOf(tab.host.shown, sheet, recipe, search, null));
      heard();
    }
  }
}

/** Resolves to how often the answer had been ready, and how often it was told unasked. Throws where it was another than the one that is worked out now. */
async function life(random: Random): Promise<{ readonly ready: number; readonly told: number }> {
  const tabs = new Tabs({ random });
  const tab = await tabs.open();
  await tab.host.create("sample", setup);
  const other = await tabs.open();
  const { host } = tab;
  await host.questions.query(CUSTOMERS, "");
  await other.host.questions.query(CUSTOMERS, "");
  const jobs = new ChartJobs(host);
  let [ready, told] = [0, 0];
  let wrong: unknown = null;
  listen(jobs, tab, () => {
    told += 1;
  }).catch((error: unknown) => {
    wrong = error;
  });
  for (let step = 0; step < 40; step++) {
    // What is ready behind one of them may be wrong behind the next, asked at once, in its middle, or when all is at rest.
    for (let acts = 1 + random.below(2); acts > 0; acts--) {
      await act(tabs, tab, other, random);
      await random.pick([async () => undefined, turn, () => wait(10), () => wait(10)])();
    }
    const search = random.pick(SEARCHES);
    for (const recipe of RECIPES) {
      const found = await jobs.chart(CUSTOMERS, recipe, search, false);
      const sheet = findSheet(host.shown.workbook, CUSTOMERS);
      expect(found).toEqual(sheet && chartOf(host.shown, sheet, recipe, search, null));
      // Only what was ready is handed out twice.
      if (found === (await jobs.chart(CUSTOMERS, recipe, search, false))) ready += 1;
    }
  }
  expect(wrong).toBeNull();
  return { ready, told };
}

describe("charts answered ahead", () => {
  it("G4 say what they would say if they were asked only now, whatever was done in this tab or another", async () => {
    let [ready, told] = [0, 0];
    await checkAsync(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const lived = await life(makeRandom(seed));
        ready += lived.ready;
        told += lived.told;
      }),
      10,
    );
    expect(ready).toBeGreaterThan(30);
    expect(told).toBeGreaterThan(30);
  });
});
