/** How much is worked out ahead: what stands open, and not all that was ever asked. */
import { describe, expect, it } from "vitest";
import { type ChartRecipe, fieldId, sheetId } from "../../../src/core/model/index.ts";
import type { ChartQuestion } from "../../../src/worker/chartApi.ts";
import { ChartsAhead } from "../../../src/worker/chartsAhead.ts";

const recipeOf = (most: number): ChartRecipe => ({
  kind: "groups",
  by: fieldId("city"),
  measure: "count",
  look: "bars",
  most,
});
const question = (search: string, most = 10): ChartQuestion => [sheetId("s"), recipeOf(most), search, false];

function makeAhead(): { readonly ahead: ChartsAhead; readonly worked: ChartQuestion[] } {
  const worked: ChartQuestion[] = [];
  const ahead = new ChartsAhead({
    answer: (asked) => {
      worked.push(asked);
      return { now: { type: "noRows", total: 0 }, before: null };
    },
    standpoint: () => [worked],
  });
  return { ahead, worked };
}

describe("charts ahead of a change", () => {
  it("of a search that was typed letter by letter only the last is worked out", async () => {
    const { ahead, worked } = makeAhead();
    for (const search of ["z", "zh", "zha", "zhan"]) ahead.answer(question(search));
    worked.length = 0;
    await ahead.prepare();
    expect(worked).toEqual([question("zhan")]);
  });

  it("of hundreds of recipes that were tried out few are", async () => {
    const { ahead, worked } = makeAhead();
    for (let most = 1; most <= 300; most++) ahead.answer(question("", most));
    worked.length = 0;
    await ahead.prepare();
    expect(worked.length).toBeLessThan(50);
    expect(worked).toContainEqual(question("", 300));
  });

  it("are told to who waits, and answered without more work when they are asked for", async () => {
    const { ahead, worked } = makeAhead();
    ahead.answer(question("z"));
    const waiting = ahead.next();
    await ahead.prepare();
    worked.length = 0;
    const [told] = await waiting;
    expect(told?.question).toEqual(question("z"));
    expect(ahead.answer(question("z"))).toBe(told?.reply);
    expect(worked).toEqual([]);
  });
});
