/** What a screen reader hears: each live region is there before its words, and the words come once for each thing that happens. */
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

/** Everything that was put into live regions since, in its order, with the region's name. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes, type }) => {
        if (type === "childList" && addedNodes.length === 0) return [];
        const within = target instanceof Element ? target : target.parentElement;
        const region = within?.closest("[role='status'], [role='alert'], [aria-live]");
        return region === null || region === undefined ? [] : [region];
      });
      for (const region of new Set(regions))
        heard.push(`${region.getAttribute("aria-label")}: ${region.textContent?.trim()}`);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () =>
    page.evaluate(() => {
      const heard: string[] = Reflect.get(window, "heard");
      return heard.splice(0);
    });
}

test("saving, filtering, importing and undoing are announced, each by the region of its name", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  const heard = await listen(page);

  await book.type(0, "name", "Ann Lee");
  await book.saved();
  const saving = (await heard()).filter((words) => words.startsWith("Saving:"));
  // Quickly done, it is not said that it is being done.
  expect(saving.filter((words) => words === "Saving: Saved").length).toBeLessThanOrEqual(1);
  expect(saving.every((words) => /^Saving: (Saving…|Saved)$/.test(words))).toBe(true);

  await book.search.fill("zzzz");
  await expect(book.rowsStatus).toHaveText("0 of 500 rows");
  expect(await heard()).toContain("Rows: 0 of 500 rows");
  await book.search.fill("");
  await expect(book.rowsStatus).toHaveText("500 rows");
  expect(await heard()).toContain("Rows: 500 rows");

  await book.importFile(csvFile("new.csv", "Code,Name\r\nZ-1,Zoe\r\nZ-2,Zac\r\n"));
  await expect(book.importResult).toHaveText("2 added, 0 updated, 0 rejected");
  expect(await heard()).toContain("Import result: 2 added, 0 updated, 0 rejected");

  await book.button("Undo").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  expect(await heard()).toContain("Done: Undone: import of new.csv");
  await book.type(1, "name", "One");
  await book.type(1, "name", "Two");
  await heard();
  for (const _ of [1, 2]) {
    await page.keyboard.press("ControlOrMeta+z");
    await page.waitForTimeout(200);
  }
  // The same words twice are said twice.
  expect((await heard()).filter((words) => words === "Done: Undone: edit of Name")).toHaveLength(2);
  await page.keyboard.press("ControlOrMeta+y");
  await expect.poll(heard).toContain("Done: Redone: edit of Name");
});

test("the cell that the cursor is in is named, wherever it goes, while the keyboard stays where it is", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, ["Name,City", "Ann,Ulm", "王伟,成都", ""].join("\n"));
  const named = async (text: string): Promise<void> => {
    const keyboard = page.locator(":focus");
    await expect(keyboard).toHaveRole("textbox");
    const id = (await keyboard.getAttribute("aria-activedescendant")) ?? "none";
    await expect(page.locator(`[id="${id}"]`)).toHaveText(text);
    await expect(page.locator(`[id="${id}"]`)).toHaveRole("gridcell");
  };
  await page.getByRole("gridcell", { name: "Ann" }).click();
  await expect(page.locator(":focus")).toHaveAttribute("aria-activedescendant", /./);
  await named("Ann");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#active-cell")).toHaveText("王伟");
  await named("王伟");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#active-cell")).toHaveText("成都");
  await named("成都");
  // Nothing is named that is not there.
  await book.search.fill("nobody");
  await expect(book.rowsStatus).toHaveText("0 of 2 rows");
  await expect(page.locator(".cell-catcher")).not.toHaveAttribute("aria-activedescendant", /./);
});
