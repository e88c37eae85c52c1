/** Tierbook without a network, under any path of a host, and how it comes by a new version without losing anything. */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { buildVersion } from "../support/builds.ts";
import { LONG } from "../support/campaign.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { guard } from "../support/guard.ts";
import { StaticHost } from "../support/staticHost.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ serviceWorkers: "allow" });

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const ROWS = 300;
const list = csvFile("customers.csv", toCsv(HEADER, customerRows(ROWS, 5)));

/** Until everything is on the device and this page is served from there. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((next) => setTimeout(next, 50));
  });
}

async function firstVisit(context: BrowserContext, url: string): Promise<WorkbookPage> {
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "Tierbook" })).toBeVisible();
  await installed(page);
  return new WorkbookPage(page);
}

/** What the build wrote into a page. */
async function policyOf(page: string): Promise<string> {
  const html = await readFile(page, "utf8");
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
}

/** The usual build, which has no name, comes first. */
const versionOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, "version") ?? "one");
const note = (page: Page) => page.getByRole("status", { name: "Version" });

/** As the browser does by itself now and then. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

for (const path of LONG ? ["/", "/some/deep/path/"] : ["/some/deep/path/"]) {
  test(`with the network cut after the first visit, the first journey passes under ${path}`, async ({
    context,
  }) => {
    const host = await StaticHost.start(DIST, path);
    // As the README advises; and the scripts of workers, which heed no page's policy, with the app's.
    const policy = await policyOf(`${DIST}/index.html`);
    host.headers = (name) => ({
      "content-security-policy": `${name.endsWith(".js") ? `${policy}; ` : ""}frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    const { breaches } = await guard(context, host.origin);
    const book = await firstVisit(context, host.url);
    const { page } = book;
    await host.stop();
    await context.setOffline(true);

    await book.importFile(list);
    await expect(book.rowsStatus).toHaveText(`${ROWS} rows`);
    await book.type(0, "name", "Zoë 改");
    await book.saved();
    await page.reload();
    await expect(book.cell(0, "name")).toHaveText("Zoë 改");
    await book.header("Revenue").click();
    await book.search.fill("秀英");
    await expect(book.rowsStatus).toContainText(`of ${ROWS} rows`);
    await book.search.fill("");
    await book.button("Charts").click();
    await expect(page.getByRole("region", { name: "Charts" }).getByRole("img").first()).toBeVisible();
    expect(await book.exportCsv()).toContain("Zoë 改");
    await book.button("Save as file").click();
    const saving = page.getByRole("dialog", { name: "Save workbook as file" });
    const download = page.waitForEvent("download");
    await saving.getByRole("button", { name: "Save", exact: true }).click();
    await download;
    await page.keyboard.press("Escape");
    await book.button("History").click();
    await expect(page.getByLabel("History", { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.keyboard.press("Escape");

    await test.step("and so does Rescue", async () => {
      await page.goto(`${host.url}rescue.html`);
      await expect(page.getByRole("article").first()).toContainText(`${ROWS} rows`);
      await page.getByRole("button", { name: "Download Tierbook again" }).click();
      await expect(page.getByRole("status")).toContainText("does not answer");
    });
    await test.step("and a start from nothing", async () => {
      const again = await context.newPage();
      await again.goto(host.url);
      await expect(new WorkbookPage(again).rowsStatus).toHaveText(`${ROWS} rows`);
    });
    expect(breaches.filter((each) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(each))).toEqual([]);
  });
}

test.describe("new versions", () => {
  const one = DIST;
  let two = "";
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    two = await buildVersion("two");
  });

  test("a new version waits, its old tabs stay whole, and it comes only when no tab has anything to lose", async ({
    context,
  }) => {
    const host = await StaticHost.start(one, "/app/");
    const book = await firstVisit(context, host.url);
    await book.importFile(list);
    await expect(book.rowsStatus).toHaveText(`${ROWS} rows`);
    const second = new WorkbookPage(await context.newPage());
    await second.page.goto(host.url);
    await expect(second.rowsStatus).toHaveText(`${ROWS} rows`);

    host.folder = two;
    await lookForUpdate(book.page);
    await expect(note(book.page)).toContainText("A new version is ready");
    await expect(note(second.page)).toContainText("A new version is ready");

    await test.step("the old version still has its parts, which the host no longer has", async () => {
      expect(await versionOf(second.page)).toBe("one");
      await second.button("Charts").click();
      await expect(
        second.page.getByRole("region", { name: "Charts" }).getByRole("img").first(),
      ).toBeVisible();
      expect(await versionOf(second.page)).toBe("one");
      await second.button("Charts").click();
    });

    await test.step("what is being typed in another tab holds it back", async () => {
      await second.cell(0, "name").click();
      await second.page.keyboard.press("F2");
      await second.page.keyboard.press("ControlOrMeta+a");
      await second.page.keyboard.insertText("Kept over the update");
      await book.page.getByRole("button", { name: "Reload now" }).click();
      await expect(note(book.page)).toContainText("comes as soon as");
      await book.page.waitForTimeout(500);
      expect(await versionOf(book.page)).toBe("one");
      expect(await versionOf(second.page)).toBe("one");
    });

    await test.step("once it is entered, all tabs change together", async () => {
      await second.page.keyboard.press("Enter");
      for (const each of [book, second]) {
        await expect.poll(() => versionOf(each.page).catch(() => null)).not.toBe("one");
        await expect(each.cell(0, "name")).toHaveText("Kept over the update");
        await expect(note(each.page)).toBeEmpty();
        await each.button("Charts").click();
        await expect.poll(() => versionOf(each.page)).toBe("two");
      }
    });
    await host.stop();
  });

  test("left for later, a new version is there at the next start", async ({ context }) => {
    const host = await StaticHost.start(one, "/app/");
    const book = await firstVisit(context, host.url);
    expect(await versionOf(book.page)).toBe("one");
    const old = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    host.folder = two;
    await lookForUpdate(book.page);
    await note(book.page).getByRole("button", { name: "Not now" }).click();
    await expect(note(book.page)).toBeEmpty();
    await book.page.reload();
    expect(await versionOf(book.page)).toBe("one");
    const blank = await context.newPage();
    // A page asked for meanwhile would be the old one's, and sometimes nobody's: where a debugger is attached, Chromium ends the old one
    // without looking whether it still answers.
    const gone = old.waitForEvent("close", { timeout: 20_000 });
    await book.page.close();
    await host.stop();
    await gone;
    await blank.goto(host.url);
    expect(await versionOf(blank)).toBe("two");
  });

  test("a version of which the host gives one file wrongly is not taken", async ({ context }) => {
    const host = await StaticHost.start(one);
    const book = await firstVisit(context, host.url);
    host.folder = two;
    const [old, files] = await Promise.all([one, two].map((folder) => readdir(`${folder}/assets`)));
    const fresh = files?.find((file) => file.endsWith(".js") && old?.includes(file) !== true);
    host.instead.set(
      `assets/${fresh}`,
      "<!doctype html><title>Some host answers everything with a page</title>",
    );
    await lookForUpdate(book.page).catch(() => undefined);
    await book.page.waitForTimeout(1_500);
    await expect(note(book.page)).toBeEmpty();
    host.instead.clear();
    await lookForUpdate(book.page);
    await expect(note(book.page)).toContainText("A new version is ready");
    await host.stop();
  });

  test("where what the browser keeps of Tierbook is broken, Rescue is reached and fetches it anew", async ({
    context,
  }) => {
    const host = await StaticHost.start(one);
    const { page } = await firstVisit(context, host.url);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (/\/assets\/index-.*\.js/.test(request.url)) {
            const headers = { "content-type": "text/javascript" };
            await cache.put(request, new Response("throw new Error('broken')", { headers }));
          }
        }
      }
    });
    await page.reload();
    const link = page.getByRole("link", { name: "Tierbook does not start? Rescue" });
    await expect(link).toHaveCSS("opacity", "1", { timeout: 10_000 });
    await link.click();
    await page.getByRole("button", { name: "Download Tierbook again" }).click();
    await expect(page.getByRole("button", { name: "Sample workbook" })).toBeVisible();
    await host.stop();
  });
});

test("a file that the system opens with Tierbook comes in as if it were dropped", async ({ page }) => {
  await page.addInitScript(() => {
    const setConsumer = async (take: (launch: { files: readonly FileSystemHandle[] }) => void) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("from-outside.csv", { create: true });
      const writable = await handle.createWritable();
      await writable.write("Name,Tier\nAnn,VIP\n");
      await writable.close();
      take({ files: [handle] });
    };
    Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
  });
  await page.goto("/");
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(new WorkbookPage(page).rowsStatus).toHaveText("1 row");
});
