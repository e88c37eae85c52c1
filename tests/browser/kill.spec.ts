/**
 * S1 in the real browser: after `kill -9` of every process at a random moment of editing, reopening shows each
 * edit that had been reported Saved, and nothing that was never typed.
 */
import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { makeRandom } from "../../src/core/template/random.ts";
import { freshProfile } from "../support/browser.ts";
import { FACTOR, SEED } from "../support/campaign.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { kill, killAll, open } from "../support/killable.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

/** 14 in CI, which with those of `kill-bulk` are 20; up to 200 in the long campaign. */
const RUNS = Math.min(200, Math.ceil(14 * FACTOR));
/** Rows on one screen, so that no edit needs a scroll. */
const ROWS = 8;

test.afterAll(killAll);

test(`S1 ${RUNS} kills of the browser while editing lose no edit that was reported Saved`, async ({
  baseURL,
}) => {
  test.setTimeout(RUNS * 30_000);
  const random = makeRandom(SEED);
  const rows = customerRows(ROWS, 1);
  let acknowledgedInAll = 0;
  for (let run = 0; run < RUNS; run++) {
    const profile = await freshProfile();
    const running = await open(profile);
    const book = new WorkbookPage(running.page);
    await running.page.goto(baseURL ?? "");
    await book.importFile(csvFile("customers.csv", toCsv(HEADER, rows)));
    await book.saved();

    let acknowledged = 0;
    let begun = 0;
    let dead = false;
    const editing = (async () => {
      while (!dead) {
        begun += 1;
        await book.type((begun - 1) % ROWS, "name", `edit ${begun}`);
        await book.saved();
        if (!dead) acknowledged = begun;
      }
    })().catch((error: unknown) => {
      if (!dead) throw error;
    });
    // However slow the machine, something is promised; the moment after it is any.
    const enough = 1 + random.below(4);
    await expect.poll(() => acknowledged, { intervals: [20] }).toBeGreaterThanOrEqual(enough);
    await wait(random.below(400));
    // Edits acknowledged by now must survive; those after are in flight.
    const promised = acknowledged;
    dead = true;
    await kill(running, profile);
    await editing;
    acknowledgedInAll += promised;

    const again = await open(profile);
    const reopened = new WorkbookPage(again.page);
    await again.page.goto(baseURL ?? "");
    await expect(reopened.rowsStatus, `run ${run}`).toHaveText(`${ROWS} rows`);
    for (let row = 0; row < ROWS; row++) {
      // A row that is on its way has cells already, but nothing in them.
      await expect(reopened.cell(row, "code")).not.toHaveText("");
      const text = (await reopened.cell(row, "name").textContent()) ?? "";
      const number = Number(/^edit (\d+)$/.exec(text)?.[1] ?? 0);
      const lastPromised = promised - ((promised - 1 - row + ROWS * 1000) % ROWS);
      expect(number, `run ${run}, row ${row}: “${text}”, ${promised} promised`).toBeGreaterThanOrEqual(
        Math.max(0, lastPromised),
      );
      expect(number).toBeLessThanOrEqual(begun);
      if (number === 0) expect(text).toBe(rows[row]?.[1]);
    }
    await kill(again, profile);
    await rm(profile, { recursive: true, force: true });
  }
  console.log(`${acknowledgedInAll} edits had been reported Saved in ${RUNS} kills`);
});
