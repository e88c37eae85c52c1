/** Backups into a folder, here a real one of the browser's own (OPFS) in place of the dialog that no test can answer. */
import { expect, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

const folderNamed = (name: string) => `
  window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(window.pickNext ?? "${name}", { create: true });`;

const filesIn = (page: Page, folder: string): Promise<readonly string[]> =>
  page.evaluate(async (name) => {
    const names: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const each of (await root.getDirectoryHandle(name)).keys()) names.push(each);
    return names.sort();
  }, folder);

async function openSample(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
  return book;
}

const panel = (page: Page) => page.getByRole("dialog", { name: "Data safety" });
/** The one button that mends what is missing most. */
const remedy = (page: Page) => panel(page).locator("[data-tone=primary]");

test("a folder is chosen once, and then backups go there by themselves, also after a reload", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.addInitScript(folderNamed("Backups"));
  await page.clock.install();
  const book = await openSample(page);
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  const choose = panel(page).getByRole("button", { name: "Choose folder…" });
  await expect(choose).toBeVisible();
  // Asking whether a folder was chosen leaves nothing behind.
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name = "" }) => name),
  );
  expect(databases).not.toContain("tierbook.backups");
  await choose.click();
  await expect(panel(page).getByRole("status")).toHaveText("Backed up into “Backups” and read back.");
  expect(await filesIn(page, "Backups")).toEqual([
    expect.stringMatching(/^.+ \d{4}-\d\d-\d\d [\d.]{8} \w{8}\.tierbook$/),
  ]);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.type(0, "name", "Zoë");
  await book.saved();
  await expect(page.getByRole("button", { name: /1 change since/ })).toBeVisible();
  await page.clock.fastForward("11:00");
  await expect(page.getByRole("button", { name: /^Saved as a file [^,]*, [^,]*$/ })).toBeVisible();
  const files = await filesIn(page, "Backups");
  expect(files).toHaveLength(2);
  // What was written is a workbook with the change in it.
  const bytes = await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await (await root.getDirectoryHandle("Backups")).getFileHandle(name)).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  }, files[1] ?? "");
  const context = await browser.newContext({
    locale: "en-US",
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const other = new WorkbookPage(await context.newPage());
  await other.page.goto("/");
  await other.button("Open workbook file").click();
  const dialog = other.page.getByRole("dialog", { name: "Open workbook file" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: files[1] ?? "", mimeType: "application/zip", buffer: Buffer.from(bytes) });
  await expect(other.rowsStatus).toHaveText("500 rows");
  await expect(other.cell(0, "name")).toHaveText("Zoë");
  await context.close();
});

test("a folder that is gone is told of with what mends it, and the next one gets the backup", async ({
  page,
}) => {
  await page.addInitScript(folderNamed("First"));
  const book = await openSample(page);
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  await panel(page).getByRole("button", { name: "Choose folder…" }).click();
  await expect(panel(page).getByRole("status")).toHaveText(/read back/);
  await page.keyboard.press("Escape");
  await book.type(0, "name", "Åke");
  await book.saved();
  await page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry("First", { recursive: true });
    Reflect.set(window, "pickNext", "Second");
  });
  await page.getByRole("button", { name: /1 change since/ }).click();
  await panel(page).getByRole("button", { name: "Back up now" }).click();
  await expect(panel(page).getByRole("alert")).toHaveText(/^The folder is not there/);
  await panel(page).getByRole("button", { name: "Another folder…" }).click();
  await expect(panel(page).getByRole("status")).toHaveText("Backed up into “Second” and read back.");
  expect(await filesIn(page, "Second")).toHaveLength(1);
  await panel(page).getByRole("button", { name: "Stop" }).click();
  await expect(panel(page).getByRole("button", { name: "Choose folder…" })).toBeVisible();
});

test("a backup that could not be made by itself is told in the status bar, and so is the one that was", async ({
  page,
}) => {
  await page.addInitScript(folderNamed("Gone"));
  await page.clock.install();
  const book = await openSample(page);
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  await panel(page).getByRole("button", { name: "Choose folder…" }).click();
  await expect(panel(page).getByRole("status")).toHaveText(/read back/);
  await page.keyboard.press("Escape");
  await page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry("Gone", { recursive: true });
    Reflect.set(window, "pickNext", "Found");
  });
  await book.type(0, "name", "Åke");
  await book.saved();
  await page.clock.fastForward("11:00");
  const gone = page.getByRole("button", {
    name: /^Backup folder not found · Saved as a file .* 1 change since/,
  });
  await expect(gone).toHaveAttribute("data-level", "bad");
  const notice = page.getByRole("status", { name: "Notice", exact: true });
  await expect(notice).toContainText(
    /^The folder is not there\. Connect its disk, or choose another folder\./,
  );
  await expect(notice.getByRole("button", { name: "Another folder…" })).toBeVisible();
  await gone.click();
  await expect(remedy(page)).toHaveText("Another folder…");
  await remedy(page).click();
  await expect(panel(page).getByRole("status")).toHaveText("Backed up into “Found” and read back.");
  await expect(page.getByRole("button", { name: /^Saved as a file/ })).toHaveAttribute("data-level", "good");
});

test("where the browser wants to be asked again, one click lets backups go on", async ({ page }) => {
  await page.addInitScript(`${folderNamed("Asked")}
    const asked = sessionStorage.getItem("asked") === "yes";
    FileSystemHandle.prototype.queryPermission = async () => (asked ? "prompt" : "granted");
    FileSystemHandle.prototype.requestPermission = async () => "granted";`);
  const book = await openSample(page);
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  await panel(page).getByRole("button", { name: "Choose folder…" }).click();
  await expect(panel(page).getByRole("status")).toHaveText(/read back/);
  await book.page.evaluate(() => sessionStorage.setItem("asked", "yes"));
  await page.reload();
  const paused = page.getByRole("button", { name: /^Backups paused · Saved as a file/ });
  await expect(paused).toHaveAttribute("data-level", "soon");
  await paused.click();
  await expect(panel(page)).toContainText("allow “Asked” again");
  await expect(remedy(page)).toHaveText("Allow again");
  await remedy(page).click();
  await expect(panel(page).getByRole("status")).toHaveText("Backed up into “Asked” and read back.");
  await expect(page.getByRole("button", { name: /^Saved as a file/ })).toBeVisible();
});

test("a browser that cannot write into a folder says so, and the button for a file stays", async ({
  page,
}) => {
  await page.addInitScript("delete window.showDirectoryPicker; delete Window.prototype.showDirectoryPicker;");
  await openSample(page);
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  await expect(panel(page)).toContainText("This browser cannot write into a folder");
  await expect(panel(page).getByRole("button", { name: "Save as file now" })).toBeVisible();
});
