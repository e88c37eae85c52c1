/** The state bar says how long ago the workbook was saved as a file, and one button saves it now. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test("a workbook that was saved as a file says so, and how much has changed since, also after a reload and in another tab", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  const other = await page.context().newPage();
  await other.goto("/");
  await expect(other.getByRole("button", { name: "Not yet saved as a file" })).toBeVisible();
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  const panel = page.getByRole("dialog", { name: "Data safety" });
  await expect(panel).toContainText("Every change is saved in this browser");
  const downloading = page.waitForEvent("download", { timeout: 15_000 });
  await panel.getByRole("button", { name: "Save as file now" }).click();
  await downloading;
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const upToDate = /^Saved as a file [^,]*, [^,]*$/;
  await expect(page.getByRole("button", { name: upToDate })).toBeVisible();
  await expect(other.getByRole("button", { name: upToDate })).toBeVisible();
  await book.type(0, "name", "Zoë");
  await book.type(1, "name", "Åke");
  await book.saved();
  await expect(page.getByRole("button", { name: /2 changes since/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /2 changes since/ })).toBeVisible();
});

test("what may not fit is said to before it is written, and comes in all the same", async ({ page }) => {
  const said = /needs about 1 MB, and by the browser’s estimate 0 MB are left/;
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ quota: 10_000, usage: 9000 });
  });
  await page.goto("/");
  const book = new WorkbookPage(page);
  await book.button("Import CSV").click();
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  await importing.getByLabel("File").setInputFiles(csvFile("list.csv", toCsv(HEADER, customerRows(300, 5))));
  await expect(importing).toContainText(said);
  await importing.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.rowsStatus).toHaveText("300 rows");
  await book.saved();

  const downloading = page.waitForEvent("download");
  await book.button("Save as file").click();
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  const path = await (await downloading).path();
  const file = { name: "book.tierbook", mimeType: "application/zip", buffer: await readFile(path) };
  await page.keyboard.press("Escape");
  await book.button("Open file").click();
  const opening = page.getByRole("dialog", { name: "Open workbook file" });
  await opening.getByLabel("File").setInputFiles(file);
  await expect(opening).toContainText(said);
  await opening.getByRole("button", { name: "Open all the same" }).click();
  await expect(page.getByText(/^Opened/)).toBeVisible();
  await expect(book.rowsStatus).toHaveText("300 rows");
});

/** A browser that gives its promise from the given time of asking on, counted from 1, and keeps it. */
const browserThatPromises = (from: number) => `
  const said = (key) => sessionStorage.getItem(key) ?? "";
  StorageManager.prototype.persisted = async () => said("promised") === "yes";
  StorageManager.prototype.persist = async () => {
    sessionStorage.setItem("asked", said("asked") + "i");
    if (said("asked").length >= ${from}) sessionStorage.setItem("promised", "yes");
    return said("promised") === "yes";
  };`;
const NEVER = 1000;
const timesAsked = (page: Page): Promise<number> =>
  page.evaluate(() => (sessionStorage.getItem("asked") ?? "").length);

async function savedAsFile(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /Not yet saved as a file/ }).click();
  const panel = page.getByRole("dialog", { name: "Data safety" });
  await panel.getByRole("button", { name: "Save as file now" }).click();
  await page.getByRole("button", { name: /Saved as a file/ }).click();
  return panel;
}

test("the browser is asked by itself to keep the data, once, when there is first something to keep", async ({
  page,
}) => {
  await page.addInitScript(browserThatPromises(1));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Tierbook" })).toBeVisible();
  expect(await timesAsked(page)).toBe(0);
  const book = await WorkbookPage.ofSample(page);
  await expect(page.locator(".safety")).toHaveText(/browser keeps it$/);
  await book.type(0, "name", "Zoë");
  await book.saved();
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  expect(await timesAsked(page)).toBe(1);
  await page.locator(".safety").click();
  await expect(page.getByRole("dialog", { name: "Data safety" })).toContainText(
    "The browser has promised not to clear it when it needs room.",
  );
});

test("asked by a click, a browser that promises to keep the data is taken at its word", async ({ page }) => {
  await page.addInitScript(browserThatPromises(2));
  await WorkbookPage.ofSample(page);
  const panel = await savedAsFile(page);
  await expect(panel).toContainText(
    "The browser may clear it when the disk is full, or with the site’s data.",
  );
  await panel.getByRole("button", { name: "Ask the browser to keep it" }).click();
  await expect(panel).toContainText("The browser has promised not to clear it when it needs room.");
  await expect(panel.getByRole("button", { name: "Ask the browser to keep it" })).toHaveCount(0);
  await expect(page.locator(".safety")).toHaveText(/browser keeps it$/);
  expect(await timesAsked(page)).toBe(2);
});

test("a browser that refuses to promise is told as such and not asked again; a folder is what mends it then", async ({
  page,
}) => {
  await page.addInitScript(browserThatPromises(NEVER));
  await WorkbookPage.ofSample(page);
  const panel = await savedAsFile(page);
  await panel.getByRole("button", { name: "Ask the browser to keep it" }).click();
  await expect(panel).toContainText("The browser has not promised it. A file is safe in any case.");
  await expect(panel.getByRole("button", { name: "Ask the browser to keep it" })).toHaveCount(0);
  await expect(panel.locator("[data-tone=primary]")).toHaveText("Choose folder…");
  await expect(page.locator(".safety")).toHaveText(/browser may clear it$/);
});

test("whether the browser keeps the data is always to be seen", async ({ page }) => {
  await page.addInitScript(browserThatPromises(NEVER));
  const book = await WorkbookPage.ofSample(page);
  const state = page.locator(".safety");
  await expect(state).toHaveText(/Not yet saved as a file · browser may clear it$/);
  await page.evaluate(() => sessionStorage.setItem("promised", "yes"));
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(state).toHaveText(/Not yet saved as a file · browser keeps it$/);
});

test("where the browser writes into no folder, an overdue file is asked for once, and one click saves it", async ({
  page,
}) => {
  await page.addInitScript("delete window.showDirectoryPicker; delete Window.prototype.showDirectoryPicker;");
  await page.clock.install();
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  await page.getByRole("button", { name: /Not yet saved as a file/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save as file now" }).click();
  await expect(page.getByRole("button", { name: /Saved as a file/ })).toBeVisible();
  const notice = page.getByRole("status", { name: "Notice", exact: true });
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await page.clock.fastForward(8 * 86_400_000);
  await book.type(0, "name", "Zoë");
  await expect(notice).toContainText(/^Saved as a file on .*, 1 change since/);
  const save = notice.getByRole("button", { name: "Save as file now" });
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await book.type(1, "name", "Åke");
  await book.saved();
  await expect(save).toHaveCount(0);
  await page.reload();
  await expect(notice).toContainText(/^Saved as a file on .*, 2 changes since/);
  const downloading = page.waitForEvent("download", { timeout: 15_000 });
  await save.click();
  await downloading;
  await expect(page.locator(".safety")).toHaveAttribute("data-level", "good");
});

/** How a full disk may show itself; the last one says nothing at all. */
const DISK_ERRORS = ["QuotaExceededError", "DataError", "UnknownError", null] as const;
type DiskError = (typeof DISK_ERRORS)[number];

/** From now on no change gets to the disk, until `mend`. */
async function breakDisk(page: Page, error: DiskError): Promise<void> {
  for (const worker of page.workers()) {
    await worker.evaluate((name) => {
      const { add } = IDBObjectStore.prototype;
      Reflect.set(self, "mendDisk", () => {
        IDBObjectStore.prototype.add = add;
      });
      IDBObjectStore.prototype.add = function (...given) {
        if (name !== null) throw new DOMException("", name);
        const request = add.apply(this, given);
        this.transaction.abort();
        return request;
      };
    }, error);
  }
}

async function mendDisk(page: Page): Promise<void> {
  for (const worker of page.workers()) await worker.evaluate("self.mendDisk()");
}

test("what cannot be saved is said in a red bar that offers a file and an export, and goes when it is saved", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  await breakDisk(page, "QuotaExceededError");
  await book.type(0, "name", "Zoë");
  const alert = page.getByRole("alert");
  await expect(alert).toHaveText("Your last changes are only in this window.");
  await expect(book.saving).toHaveText(/^Not saved: the disk or this browser’s share of it is full/);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ["Save as file now", "Export CSV"]) {
    const box = await book.button(name).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
  }
  await book.button("Export CSV").click();
  await expect(page.getByRole("dialog", { name: "Export CSV" })).toBeVisible();
  await page.keyboard.press("Escape");
  const downloading = page.waitForEvent("download", { timeout: 15_000 });
  await book.button("Save as file now").click();
  await downloading;
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await mendDisk(page);
  await expect(book.saving).toHaveText("Saved", { timeout: 20_000 });
  await expect(alert).toHaveCount(0);
  await expect(book.button("Export CSV")).toHaveCount(0);
});

test("whatever a full disk makes the browser say, the disk is named, nobody is told to reload, and saving goes on", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  for (const [row, error] of DISK_ERRORS.entries()) {
    await book.saved();
    await breakDisk(page, error);
    await book.type(row, "name", "Zoë");
    await expect(book.saving).toHaveText(/^Not saved: .*disk.* full/, { timeout: 20_000 });
    await expect(book.saving).not.toContainText("reload");
    await mendDisk(page);
    await expect(book.saving).toHaveText("Saved", { timeout: 20_000 });
  }
});
