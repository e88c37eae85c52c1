/**
 * The policy of the built pages: nothing in the whole journey breaks it, and nothing that comes in with data runs. That no screen
 * breaks it is asked where all of them are walked through.
 */
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import Papa from "papaparse";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { guard } from "../support/guard.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ serviceWorkers: "allow" });

const SCRIPT = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`;
const LINK = "javascript:window.hit=1";

test("the first journey breaks no rule of the policy, and AG Grid puts no styles into the page", async ({
  page,
  context,
  baseURL,
}) => {
  const { breaches } = await guard(context, new URL(baseURL ?? "").origin);
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("customers.csv", toCsv(HEADER, customerRows(500, 3))));
  await expect(book.rowsStatus).toHaveText("500 rows");

  await test.step("rows have their height, and only those in sight are there", async () => {
    const row = page.locator('.ag-row[row-index="0"]').last();
    await expect(row).toBeVisible();
    // Just imported, the rows may be drawn once more.
    await expect.poll(async () => (await row.boundingBox())?.height).toBe(29);
    expect(await page.locator(".ag-row").count()).toBeLessThan(120);
    // Its style sheets are in the page's own file.
    expect(await page.locator("style").count()).toBe(0);
  });
  await book.type(0, "name", "Zoë");
  await book.header("Tier").click();
  await book.search.fill("a");
  await book.search.fill("");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Filter" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sort", exact: true }).click();
  // Its file is fetched now; opening late, it would close the menu below.
  await expect(page.getByRole("dialog", { name: "Sort" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Sort" })).toBeHidden();
  await book.header("Name").click({ button: "right" });
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await book.button("Charts").click();
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByRole("img").first()).toBeVisible();
  await charts.getByRole("button", { name: "Show as table" }).first().click();
  await expect(charts.getByRole("table").first()).toBeVisible();
  await book.exportCsv();
  await book.button("History").click();
  await expect(page.getByRole("button", { name: /Import/ }).nth(1)).toBeVisible();
  await book.button("History").click();
  await book.button("Save as file").click();
  const dialog = page.getByRole("dialog", { name: "Save workbook as file" });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await download;
  await page.goto("/rescue.html");
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  expect(breaches).toEqual([]);
});

test("script in cells, headers, names of files and sheets, pasted HTML and workbook files never runs", async ({
  page,
  context,
  baseURL,
  browser,
}) => {
  const origin = new URL(baseURL ?? "").origin;
  const { breaches } = await guard(context, origin);
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(
    csvFile(
      `${SCRIPT.replaceAll("/", "")}.csv`,
      Papa.unparse([
        ["Name", SCRIPT, "Website", "Tier"],
        [SCRIPT, SCRIPT, LINK, SCRIPT],
        ["Ann", `'"><svg onload=window.hit=1>`, `${LINK}//`, "VIP"],
      ]),
    ),
  );
  await expect(book.rowsStatus).toHaveText("2 rows");
  await test.step("every place that shows it", async () => {
    await book.cell(0, "name").hover();
    await book.button("Charts").click();
    const charts = page.getByRole("region", { name: "Charts" });
    await charts.getByRole("button", { name: "Show as table" }).first().click();
    await book.button("History").click();
    await page.getByRole("button", { name: "Sort", exact: true }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.keyboard.press("Escape");
    await book.search.fill(SCRIPT);
    await book.search.fill("");
    for (const link of await page.locator("a[href]").all()) {
      expect(await link.getAttribute("href")).not.toMatch(/^\s*javascript:/i);
    }
  });
  await test.step("a sheet with such a name", async () => {
    await book.button("Add sheet").click();
    await expect(page.getByRole("tab")).toHaveCount(2);
    await page.getByRole("tab").last().dblclick();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(SCRIPT);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("tab").last()).toContainText("onerror");
    await page.getByRole("tab").first().click();
  });
  await test.step("pasted HTML", async () => {
    // As another program would copy it; through `navigator.clipboard` the browser itself would parse it in this page.
    await page.evaluate((html) => {
      const fill = (event: ClipboardEvent): void => {
        event.clipboardData?.setData("text/html", html);
        event.clipboardData?.setData("text/plain", html);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("copy", fill, { capture: true, once: true });
      document.execCommand("copy");
    }, SCRIPT);
    await book.cell(1, "name").click();
    await page.keyboard.press("ControlOrMeta+v");
    await page.keyboard.press("F2");
    await page.keyboard.press("ControlOrMeta+v");
    await page.keyboard.press("Enter");
    await expect(book.cell(1, "name")).toContainText("onerror");
  });
  expect(await page.evaluate(() => window.hit)).toBeUndefined();
  await book.saved();
  const file = await test.step("a workbook file of it", async () => {
    await book.button("Save as file").click();
    const dialog = page.getByRole("dialog", { name: "Save workbook as file" });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    return await readFile(await (await download).path());
  });
  expect(breaches).toEqual([]);

  const other = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: "en-US" });
  const watched = await guard(other, origin);
  const second = new WorkbookPage(await other.newPage());
  await second.page.goto("/");
  await second.button("Open workbook file").click();
  await second.page
    .getByRole("dialog")
    .getByLabel("File")
    .setInputFiles({ name: `${SCRIPT.replaceAll("/", "")}.zip`, mimeType: "application/zip", buffer: file });
  await expect(second.rowsStatus).toHaveText("2 rows");
  await expect(second.cell(0, "name")).toContainText("onerror");
  expect(await second.page.evaluate(() => window.hit)).toBeUndefined();
  expect(watched.breaches).toEqual([]);
  await other.close();
});

test("what the policy is there for is refused: an inline script, HTML from text, another origin", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Tierbook" })).toBeVisible();
  const got = await page.evaluate(async () => {
    const script = document.createElement("div");
    const refused = (work: () => unknown): boolean => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const asked = await fetch("https://example.org/").then(
      () => "answered",
      () => "refused",
    );
    return {
      html: refused(() => {
        script.innerHTML = "<b>text</b>";
      }),
      worker: refused(() => new Worker("./assets/other.js")),
      asked,
    };
  });
  expect(got).toEqual({ html: true, worker: true, asked: "refused" });
});
