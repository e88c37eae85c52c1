/**
 * S1 in the real browser: after `kill -9` of every process at a random moment of editing, reopening shows each
 * edit that had been reported Saved, and nothing that was never typed; then it goes on from there, to the next kill.
 */
import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { makeRandom } from "../../src/core/template/random.ts";
import { freshProfile } from "../support/browser.ts";
import { FACTOR, SEED } from "../support/campaign.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { kill, killAll, open, type Running } from "../support/killable.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

/** 14 in CI, which with those of `kill-bulk` are 20; up to 200 in the long campaign. */
const RUNS = Math.min(200, Math.ceil(14 * FACTOR));
/** So many on one workbook, which goes on with what the kill before has left; then a new one in a new profile. */
const KILLS_OF_ONE = 7;
/** Milliseconds. Browsers that start and end all the time are what a machine is busiest with. */
const SLOWLY = 60_000;
/** Rows on one screen, so that no edit needs a scroll. */
const ROWS = 8;

test.afterAll(killAll);

/** Names of the rows, by the numbers of the edits that wrote them; 0 is as imported. Edit `n` is of row `(n - 1) % ROWS`. */
class Edits {
  /** The last that was begun. */
  begun = 0;
  /** What each row must show at least: an edit that was reported Saved, or was seen after a kill. */
  readonly least = new Array<number>(ROWS).fill(0);

  /** Edits until the browser is killed at some moment; how many had been reported Saved. */
  async untilKilled({ running, profile, book }: Opened, enough: number, moment: number): Promise<number> {
    let saved = 0;
    let dead = false;
    const editing = (async () => {
      while (!dead) {
        const row = this.begun % ROWS;
        this.begun += 1;
        await book.type(row, "name", `edit ${this.begun}`);
        await book.saved();
        if (dead) return;
        this.least[row] = this.begun;
        saved += 1;
      }
    })().catch((error: unknown) => {
      if (!dead) throw error;
    });
    // However slow the machine, something is promised; the moment after it is any.
    await expect.poll(() => saved, { intervals: [20], timeout: SLOWLY }).toBeGreaterThanOrEqual(enough);
    await wait(moment);
    dead = true;
    await kill(running, profile);
    await editing;
    return saved;
  }

  async areIn(book: WorkbookPage, rows: readonly (readonly string[])[], when: string): Promise<void> {
    await expect(book.rowsStatus, when).toHaveText(`${ROWS} rows`, { timeout: SLOWLY });
    for (const [row, least] of this.least.entries()) {
      // A row that is on its way has cells already, but nothing in them.
      await expect(book.cell(row, "code")).not.toHaveText("");
      const text = (await book.cell(row, "name").textContent()) ?? "";
      const number = Number(/^edit (\d+)$/.exec(text)?.[1] ?? 0);
      expect(number, `${when}, row ${row}: “${text}”`).toBeGreaterThanOrEqual(least);
      expect(number).toBeLessThanOrEqual(this.begun);
      if (number === 0) expect(text).toBe(rows[row]?.[1]);
      this.least[row] = number;
    }
  }
}

interface Opened {
  readonly running: Running;
  readonly profile: string;
  readonly book: WorkbookPage;
}

async function opened(profile: string, base: string): Promise<Opened> {
  const running = await open(profile);
  await running.page.goto(base);
  return { running, profile, book: new WorkbookPage(running.page) };
}

test(`S1 ${RUNS} kills of the browser while editing lose no edit that was reported Saved`, async ({
  baseURL: base = "",
}) => {
  test.setTimeout(60_000 + RUNS * 60_000);
  const random = makeRandom(SEED);
  const rows = customerRows(ROWS, 1);
  let saved = 0;
  for (let run = 0; run < RUNS; ) {
    const profile = await freshProfile();
    const edits = new Edits();
    let now = await opened(profile, base);
    await now.book.importFile(csvFile("customers.csv", toCsv(HEADER, rows)));
    await now.book.saved();
    for (let kills = 0; kills < KILLS_OF_ONE && run < RUNS; kills++, run++) {
      saved += await edits.untilKilled(now, 1 + random.below(4), random.below(400));
      now = await opened(profile, base);
      await edits.areIn(now.book, rows, `run ${run}`);
    }
    await kill(now.running, profile);
    await rm(profile, { recursive: true, force: true });
  }
  console.log(`${saved} edits had been reported Saved in ${RUNS} kills`);
});
