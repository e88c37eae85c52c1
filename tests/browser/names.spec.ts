/** Customers are found by how their names sound, in either script, and however they were typed. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const FILE = csvFile(
  "names.csv",
  [
    "Code,Name,Company",
    "1,张伟,上海贸易",
    "2,張偉,Acme",
    "3,Zhang Wei,ＡＣＭＥ　Ltd",
    "4,Jürgen Müller,Bäckerei",
    "5,曾国藩,湘军",
    "6,李娜,",
  ].join("\n"),
);

test("letters, initials and either script find a Chinese name; width, accents and spaces do not matter", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const known: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("TSCharacters")) known.push(request.url());
  });
  await page.goto("/");
  await book.importFile(FILE);
  await expect(book.rowsStatus).toHaveText("6 rows");
  await book.saved();
  // Nothing of it comes before it is asked for.
  expect(known).toHaveLength(0);
  const codes = page.locator('[role="gridcell"][col-id="code"]');
  const found = async (search: string, expected: readonly string[]): Promise<void> => {
    await book.search.fill(search);
    await expect(codes).toHaveText(expected);
  };
  await found("zw", ["1", "2"]);
  expect(known).toHaveLength(1);
  await found("zhangwei", ["1", "2", "3"]);
  await found("Zhang W", ["1", "2", "3"]);
  await found("张伟", ["1", "2"]);
  await found("張", ["1", "2"]);
  await found("zeng", ["5"]);
  await found("muller", ["4"]);
  await found("acme", ["2", "3"]);
  await found("hang wei", ["3"]);

  // So does the palette.
  await book.search.fill("");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Find anything" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("lina");
  await palette.getByRole("option", { name: "李娜" }).click();
  await expect(page.locator("#active-cell")).toHaveText("6");
});
