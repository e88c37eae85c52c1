/** S3: an older version meets a workbook that a newer one has written to: it shows what it can read of it, and touches nothing. */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { workbookId } from "../../src/core/model/index.ts";
import { encodeFormat } from "../../src/storage/format.ts";
import { frame } from "../../src/storage/frame.ts";
import { FORMAT_KEY, JOURNAL, journalKey } from "../../src/storage/keys.ts";
import { readRecords, writeRecords } from "../support/places.ts";
import { keysOf } from "../support/storage/damage.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

/** As a newer version would go on: it raises `fmt`, and adds an entry that says it is of a later version. */
async function goOnAsNewer(page: Page): Promise<void> {
  const { id, disk } = await readRecords(page);
  const next = journalKey(keysOf(disk, JOURNAL).length + 1);
  const format = encodeFormat({ format: 99, lowestReader: 99, workbook: workbookId(id) });
  const records = [
    [FORMAT_KEY, (await frame(FORMAT_KEY, format)).bytes],
    [next, (await frame(next, Uint8Array.of(99, 1, 2, 3))).bytes],
  ] as const;
  await writeRecords(page, id, new Map(records));
}

test("S3 what was there before a newer version went on is shown read-only, and exported", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  await book.type(0, "name", "Zoë");
  await book.saved();
  await goOnAsNewer(page);
  const { disk: before } = await readRecords(page);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Made by a newer Tierbook" })).toBeVisible();
  await book.button("Look at what this version can read").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(book.cell(0, "name")).toHaveText("Zoë");
  await expect(page.getByRole("region", { name: "The past" })).toContainText("Read-only");

  // Nothing that is done to it does anything.
  await book.cell(1, "name").click();
  await page.keyboard.type("typed in vain");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByText("typed in vain")).toHaveCount(0);
  for (const name of ["Undo", "Import", "History"]) await expect(book.button(name)).toBeDisabled();

  await book.search.fill("Zoë");
  await expect(book.rowsStatus).toHaveText("1 of 500 rows");
  await book.search.fill("");
  await expect(book.rowsStatus).toHaveText("500 rows");
  const downloaded = page.waitForEvent("download");
  await book.button("Export").click();
  await page.getByRole("dialog").getByRole("button", { name: "Export", exact: true }).click();
  const text = await readFile(await (await downloaded).path(), "utf8");
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(501);
  expect(text).toContain("Zoë");

  const { disk: after } = await readRecords(page);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [key, bytes] of before)
    expect(Buffer.compare(after.get(key) ?? bytes.slice(1), bytes), key).toBe(0);
});
