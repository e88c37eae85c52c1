/** Files that are no good lists: each is imported with a clear note or refused with a clear message, and nothing else happens. */
import { appendFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Import CSV" });

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await dialogOf(page)
    .getByLabel("File")
    .setInputFiles(
      typeof content === "string"
        ? csvFile(name, content)
        : { name, mimeType: "application/octet-stream", buffer: content },
    );
}

test.describe("an open workbook", () => {
  test.beforeEach(async ({ page }) => {
    const book = new WorkbookPage(page);
    await page.goto("/");
    await book.importFile(csvFile("good.csv", "Code,Name\r\n001,Ann\r\n002,王伟\r\n"));
    await expect(book.rowsStatus).toHaveText("2 rows");
    await book.button("Import").click();
  });

  const PNG = Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0,
  ]);
  const refused: readonly (readonly [string, string | Buffer, RegExp])[] = [
    ["empty.csv", "", /empty/i],
    ["blank.csv", "\uFEFF\r\n\r\n", /empty/i],
    ["picture.csv", PNG, /not .*text|binary/i],
    [
      "book.xlsx",
      Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from("[Content_Types].xml xl/workbook.xml")]),
      /Excel/i,
    ],
  ];
  for (const [name, content, message] of refused) {
    test(`${name} is refused with a message, and the workbook stays as it is`, async ({ page }) => {
      const book = new WorkbookPage(page);
      await choose(page, name, content);
      const dialog = dialogOf(page);
      await expect(dialog.getByText(message).first()).toBeVisible();
      await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(book.rowsStatus).toHaveText("2 rows");
      await expect(book.cell(1, "name")).toHaveText("王伟");
      await expect(book.button("Redo")).toBeDisabled();
    });
  }

  const taken: readonly (readonly [string, string, string, readonly RegExp[]])[] = [
    [
      "a file without a header",
      "003,cy@example.com,12\r\n004,di@example.com,13\r\n",
      "2 added, 0 updated, 0 rejected",
      [/column names|header/i],
    ],
    [
      "rows that are too short",
      "Code,Name,City\r\n003,Cy\r\n004,Di,Leeds\r\n",
      "2 added, 0 updated, 0 rejected",
      [/line 2/i],
    ],
    [
      "rows that are too long",
      "Code,Name\r\n003,Cy,extra\r\n004,Di\r\n",
      "1 added, 0 updated, 1 rejected",
      [/line 2/i],
    ],
    [
      "a cell of 10 MB",
      `Code,Name\r\n003,${"x".repeat(10_000_000)}\r\n004,Di\r\n`,
      "1 added, 0 updated, 1 rejected",
      [/line 2/i],
    ],
    [
      "the same name twice and none at all",
      "Name,Name,\r\nA,B,C\r\n",
      "1 added, 0 updated, 0 rejected",
      [/Name 2/, /Column 3/],
    ],
    [
      "a column named __proto__",
      "Code,__proto__,constructor\r\n003,polluted,x\r\n",
      "1 added, 0 updated, 0 rejected",
      [/__proto__/],
    ],
    [
      "a quote that never ends",
      'Code,Name\r\n003,"Cy\r\n004,Di\r\n005,Ed\r\n',
      "3 added, 0 updated, 0 rejected",
      [/quot/i],
    ],
  ];
  for (const [what, content, outcome, notes] of taken) {
    test(`${what}: imported with a note`, async ({ page }) => {
      const book = new WorkbookPage(page);
      await choose(page, "odd.csv", content);
      const dialog = dialogOf(page);
      const seen = (note: RegExp) => dialog.getByText(note).filter({ visible: true }).first();
      for (const note of notes) await expect(seen(note)).toBeVisible({ timeout: 20_000 });
      await dialog.getByRole("button", { name: "Import", exact: true }).click();
      await expect(book.importResult).toContainText(outcome, { timeout: 20_000 });
      await book.saved();
      await book.button("Undo").click();
      await expect(book.rowsStatus).toHaveText("2 rows");
      expect(await page.evaluate(() => "polluted" in {} || Object.keys(Object.prototype).length > 0)).toBe(
        false,
      );
    });
  }
});

test("X2 rejected rows are saved as a file with their line, the reason and their cells", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const good = Array.from({ length: 9 }, (_, index) => `00${index},N${index},${index}.50`).join("\r\n");
  await book.importFile(csvFile("list.csv", `Code,Name,Revenue\r\n${good}\r\n999,"Bad, one",much\r\n`));
  await expect(book.importResult).toContainText("9 added, 0 updated, 1 rejected");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /rejected/i }).click();
  const stream = await (await download).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString("utf8");
  expect(text).toContain("Line,Reason,Code,Name,Revenue");
  expect(text).toMatch(/11,"?[^"]*much[^"]*"?,999,"Bad, one",much/);
});

test("script in cells, headers and file names is text and never runs", async ({ page }) => {
  const book = new WorkbookPage(page);
  let ran = false;
  page.on("dialog", () => {
    ran = true;
  });
  await page.goto("/");
  const evil = "<img src=x onerror=alert(1)>";
  await book.importFile(
    csvFile(`${evil}.csv`, `Code,${evil}\r\n1,${evil}\r\n2,<script>alert(2)</script>\r\n`),
  );
  await expect(book.rowsStatus).toHaveText("2 rows");
  await expect(page.getByText(evil).first()).toBeVisible();
  expect(ran).toBe(false);
});

test("a file too large to be held at once is read from the disk, and is refused once it has changed there", async ({
  page,
}, testInfo) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const path = testInfo.outputPath("large.csv");
  const note = "n".repeat(100_000);
  const rows = Array.from(
    { length: 400 },
    (_, index) => `${index + 1},王伟 ${index + 1},${note}${index}\r\n`,
  );
  await writeFile(path, `Code,Name,Notes\r\n${rows.join("")}`);
  await book.button("Import CSV").click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("File").setInputFiles(path);
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeEnabled();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.rowsStatus).toHaveText("400 rows");
  await expect(book.cell(0, "name")).toHaveText("王伟 1");

  await book.button("Import").click();
  await dialog.getByLabel("File").setInputFiles(path);
  await expect(
    dialog.getByText("You imported this very file before", { exact: false }).first(),
  ).toBeVisible();
  await appendFile(path, "401,Late,\r\n");
  await dialog.getByRole("combobox", { name: "Encoding" }).selectOption("windows-1252");
  await expect(dialog.getByText(/could not read this file/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(book.rowsStatus).toHaveText("400 rows");
});
