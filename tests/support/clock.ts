/** A worker whose clock is behind, so that a workbook has a yesterday. Not where a service worker answers with the script itself. */
import type { Page } from "@playwright/test";

const WORKER = "**/data.worker-*.js";
const DAY_MS = 86_400_000;

/** Of workers that start from now on. What is given back sets it right for those that start later. */
export async function setClockBack(page: Page, days: number): Promise<() => Promise<void>> {
  await page.route(WORKER, async (route) => {
    const response = await route.fetch();
    const clock = `{const now=Date.now;Date.now=()=>now()-${days * DAY_MS}}`;
    await route.fulfill({ response, body: clock + (await response.text()) });
  });
  return () => page.unroute(WORKER);
}

/** The day so many days ago, as fields of days take it. */
export const dayAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
