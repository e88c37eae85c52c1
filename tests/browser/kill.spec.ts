/**
 * S1 in the real browser: after `kill -9` of every process at a random moment of editing, reopening shows each
 * edit that had been reported Saved, and nothing that was never typed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { makeRandom } from "../../src/core/template/random.ts";
import { freshProfile, launchOptions } from "../support/browser.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

/** 20 in CI, up to 200 in the long campaign. */
const RUNS = Math.min(200, Math.ceil(20 * Number(process.env["TIERBOOK_RUNS"] ?? 1)));
const SEED = Number(process.env["TIERBOOK_SEED"] ?? 20261123);
/** Rows on one screen, so that no edit needs a scroll. */
const ROWS = 12;

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** A browser in a process group of its own, so that one signal ends all of it, as a power cut of the desk would. */
async function open(profile: string): Promise<Running> {
  const process = spawn(
    launchOptions.executablePath,
    [
      ...launchOptions.args,
      "--headless",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: "ignore" },
  );
  const portFile = join(profile, "DevToolsActivePort");
  for (let tries = 0; tries < 200; tries++) {
    const port = await readFile(portFile, "utf8").then(
      (text) => text.split("\n")[0],
      () => "",
    );
    if (port !== undefined && port !== "") {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null);
      const context = browser?.contexts()[0];
      if (browser !== null && context !== undefined) {
        const running = { process, browser, page: context.pages()[0] ?? (await context.newPage()) };
        left.add(running);
        return running;
      }
    }
    await wait(50);
  }
  throw new Error("the browser did not open its debugging port");
}

async function kill(running: Running, profile: string): Promise<void> {
  const { pid, exitCode, signalCode } = running.process;
  if (pid === undefined) throw new Error("the browser never started");
  if (exitCode === null && signalCode === null) {
    const gone = new Promise((resolve) => running.process.once("exit", resolve));
    process.kill(-pid, "SIGKILL");
    await gone;
  }
  await running.browser.close().catch(() => undefined);
  // What a dead browser leaves would stop or mislead the next one.
  for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"]) {
    await rm(join(profile, name), { force: true });
  }
}

const left = new Set<Running>();
test.afterAll(() => {
  for (const { process: browser } of left) {
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) {
      process.kill(-browser.pid, "SIGKILL");
    }
  }
});

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
    await wait(300 + random.below(2500));
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
  expect(acknowledgedInAll, "edits were acknowledged at all").toBeGreaterThan(RUNS);
});
