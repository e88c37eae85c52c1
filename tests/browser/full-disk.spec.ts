/** A disk that fills up: little room is told early, and on a disk that is really full nothing is lost. */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { launchOptions } from "../support/browser.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

// Chromium says 10 GiB, whatever the disk has, unless it is told not to.
const truthful = {
  ...launchOptions,
  args: [...launchOptions.args, "--disable-features=StaticStorageQuota"],
};
test.use({ launchOptions: truthful });

async function openSample(page: Page, url = "/"): Promise<WorkbookPage> {
  const book = new WorkbookPage(page);
  await page.goto(url);
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.saved();
  return book;
}

test("little room is told before anything fails, with what to do", async ({ page }) => {
  const book = await openSample(page);
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 90_000_000 });
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  const safety = page.locator(".safety[data-level=bad]");
  await expect(safety).toHaveText(/^! /);
  await safety.click();
  const panel = page.getByRole("dialog", { name: "Data safety" });
  await expect(panel).toContainText(/Only \d\d MB of room left\. Save the workbook as a file/);
  await expect(panel.getByRole("button", { name: "Save as file now" })).toBeVisible();
});

test("a bulk change that takes the room is followed by a look at what is left, without a reload", async ({
  page,
}) => {
  const book = await openSample(page);
  await expect(page.locator(".safety[data-level=bad]")).toHaveCount(0);
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 90_000_000 });
  const rows = Array.from({ length: 1500 }, (_, row) => `Z${row},Zoë ${row}`);
  await book.importFile(csvFile("many.csv", `Code,Name\r\n${rows.join("\r\n")}\r\n`));
  await expect(page.locator(".safety[data-level=bad]")).toHaveText(/^! /);
});

test.describe("a full disk", () => {
  const disk = mkdtempSync(join(tmpdir(), "tierbook-disk-"));
  const mounted = (): boolean =>
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=96m", "tmpfs", disk]).status === 0;
  let context: BrowserContext | null = null;

  test.afterAll(async () => {
    await context?.close();
    spawnSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  const filler = join(disk, "filler");
  const fill = (): void => {
    for (const size of [1 << 20, 4096, 1]) {
      try {
        while (statfsSync(disk).bavail > 0) appendFileSync(filler, Buffer.alloc(size));
      } catch {
        // Full for pieces of this size.
      }
    }
  };

  const start = async (): Promise<Page> => {
    context = await chromium.launchPersistentContext(join(disk, "profile"), {
      ...truthful,
      locale: "en-US",
      viewport: { width: 1280, height: 800 },
    });
    return context.newPage();
  };

  /**
   * What Chromium makes of it differs from time to time: it refuses to write, or takes its own database for deleted, or goes
   * on and finds nothing at its next start. In none of these is anything lost without a word.
   */
  test("what cannot be saved is told and exported, and what is saved later outlives the next start", async ({
    baseURL,
  }) => {
    test.skip(!mounted(), "a small disk can only be made by root");
    const page = await start();
    const book = await openSample(page, baseURL);
    fill();
    const wrong = page.getByRole("status", { name: "Saving" }).filter({ hasText: "Not saved" });
    for (let row = 0; row < 60 && !(await wrong.isVisible()); row++) {
      await book.type(row % 10, "name", `Zoë ${row} ${"on a full disk ".repeat(200)}`);
    }
    await expect(wrong).toBeVisible();
    await book.type(0, "name", "Zoë the last");
    expect(await book.exportCsv()).toContain("Zoë the last");

    rmSync(filler);
    await expect(page.getByRole("status", { name: "Saving" })).toHaveText(/^Saved$|data was deleted/, {
      timeout: 20_000,
    });
    const saved = !(await wrong.isVisible());
    expect(await book.exportCsv()).toContain("Zoë the last");
    if (!saved) return;
    // For the copy beside the database.
    await page.waitForTimeout(5000);
    await context?.close();
    const again = new WorkbookPage(await start());
    await again.page.goto(baseURL ?? "");
    const lost = again.page.getByRole("link", { name: "Look for copies" });
    await expect(again.rowsStatus.or(lost)).toBeVisible();
    if (await lost.isVisible()) {
      await lost.click();
      await expect(again.page.getByText("This is all that was saved.")).toBeVisible();
      await again.page.getByRole("button", { name: "Restore from this copy" }).first().click();
    }
    await expect(again.rowsStatus).toHaveText("500 rows", { timeout: 20_000 });
    await expect(again.cell(0, "name")).toHaveText("Zoë the last");
  });
});
