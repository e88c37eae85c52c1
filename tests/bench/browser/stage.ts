/** What every journey stands on: a fresh browser with the probe in it, and the one way in which a step is timed. */
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { freshProfile, launchOptions } from "../../support/browser.ts";
import type { Expected } from "../expected.ts";
import { FOLDER, type Journey, type Run, type Sample } from "../samples.ts";
import { LONGEST_TASK, type Step, type WorkId, wanted } from "../works.ts";
import type { Sight, Timing, Watch } from "./probe.ts";
import { findRenderer, type Renderer } from "./processes.ts";

const PROBE = join(FOLDER, "tools", "probe.js");
const VIEWPORT = { width: 1400, height: 900 };
/** Long tasks are told a moment late. */
const ENTRY_DELAY = 150;
/** Milliseconds after which the worker writes a snapshot, and then some. */
const SNAPSHOT_DELAY = 1800;
/** Milliseconds in which a new browser with an empty profile is busy with itself. */
const BROWSER_STARTS = 2000;
const QUIET_LOOK = 300;
/** Ticks of 10 ms within one look. */
const QUIET_TICKS = 3;

/** Collects what a run measures. */
export class Record {
  private readonly samples: Sample[] = [];
  private readonly journeys: Journey[] = [];
  private readonly notes: string[] = [];
  readonly expected: Expected;
  private readonly only: string | undefined;

  constructor(expected: Expected, only: string | undefined) {
    this.expected = expected;
    this.only = only;
  }

  wants(step: Step): boolean {
    return wanted(step, this.only);
  }

  ours(work: WorkId, value: number): void {
    this.samples.push({ work, side: "ours", value });
  }

  reference(work: WorkId, value: number): void {
    this.samples.push({ work, side: "reference", value });
  }

  journey(journey: Journey): void {
    this.journeys.push(journey);
  }

  note(text: string): void {
    this.notes.push(text);
  }

  get longTasks(): readonly Journey[] {
    return this.journeys.filter(({ longestTask }) => longestTask > LONGEST_TASK);
  }

  run(): Run {
    const { samples, journeys, notes, expected } = this;
    return { rows: expected.rows, samples, journeys, notes };
  }
}

type Clocked = [begin: Exclude<Watch["begin"], "load">, act: () => Promise<unknown>, until: readonly Sight[]];

export interface Stage {
  readonly page: Page;
  readonly profile: string;
  readonly record: Record;
}

export async function openStage(
  record: Record,
  baseURL: string,
): Promise<Stage & { readonly context: BrowserContext }> {
  const profile = await freshProfile();
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: VIEWPORT,
    baseURL,
    locale: "en-US",
  });
  await context.addInitScript({ path: PROBE });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.waitForTimeout(BROWSER_STARTS);
  return { page, profile, record, context };
}

export async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(ENTRY_DELAY);
  return Math.round(await page.evaluate(() => window.tierbookProbe.longestTask()));
}

/** What came between two steps, such as moving the cursor, must not hold up the thread either. */
async function rest({ page, record }: Stage, next: string): Promise<void> {
  const task = await longestTask(page);
  if (task > 0) record.journey({ step: `before: ${next}`, milliseconds: 0, longestTask: task });
}

/** Runs a step that is not timed, but must not hold up the interface thread either. */
export async function watchTasks(stage: Stage, step: string, work: () => Promise<void>): Promise<void> {
  const { page, record } = stage;
  await rest(stage, step);
  const start = performance.now();
  await work();
  const milliseconds = Math.round(performance.now() - start);
  record.journey({ step, milliseconds, longestTask: await longestTask(page) });
}

/** Times from the next `begin` event, which `act` must cause, until all of `until` is painted. */
export async function clock(page: Page, ...[begin, act, until]: Clocked): Promise<Timing> {
  await page.evaluate((watch) => window.tierbookProbe.arm(watch), { begin, until });
  await act();
  return page.evaluate(() => window.tierbookProbe.timing());
}

/** The same for a step of the app, which must not hold up the interface thread. */
export async function time(stage: Stage, step: string, ...clocked: Clocked): Promise<Timing> {
  const { page, record } = stage;
  await rest(stage, step);
  const timing = await clock(page, ...clocked);
  record.journey({ step, milliseconds: Math.round(timing.painted), longestTask: await longestTask(page) });
  return timing;
}

/** Milliseconds that a finger stays on a key. */
const HELD = 100;

/**
 * Enter as a hand presses it. The driver's own press lets go at once, and for that event too the browser holds back all messages
 * until the next frame.
 */
export const pressEnter = ({ page }: Stage): Promise<void> => page.keyboard.press("Enter", { delay: HELD });

/** Waits until the page and its worker have nothing left to do. */
export async function quiet({ page, profile }: Stage): Promise<void> {
  const renderer: Renderer | null = findRenderer(profile);
  if (renderer === null) return;
  for (let before = renderer.ticks(); ; ) {
    await page.waitForTimeout(QUIET_LOOK);
    const now = renderer.ticks();
    if (now - before <= QUIET_TICKS) return;
    before = now;
  }
}

/** The same after a change of many rows, behind which the worker writes a snapshot. */
export async function settled(stage: Stage): Promise<void> {
  await stage.page.waitForTimeout(SNAPSHOT_DELAY);
  await quiet(stage);
}
