/** The workbook as a person finds it: by role and name. What browser tests and benchmarks drive. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export class WorkbookPage {
  readonly page: Page;
  readonly rowsStatus: Locator;
  readonly saving: Locator;
  readonly importResult: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rowsStatus = page.getByRole("status", { name: "Rows" });
    this.saving = page.getByRole("status", { name: "Saving" });
    this.importResult = page.getByRole("status", { name: "Import result" });
    this.search = page.getByRole("searchbox", { name: "Search" });
  }

  /** A new workbook with the rows of a list. */
  static async ofList(page: Page, text: string): Promise<WorkbookPage> {
    const book = new WorkbookPage(page);
    await page.goto("/");
    await book.importFile(csvFile("first.csv", text));
    // The screen changes under the keys.
    await expect(page.locator(".cell-catcher")).toBeAttached();
    return book;
  }

  static async ofSample(page: Page): Promise<WorkbookPage> {
    const book = new WorkbookPage(page);
    await page.goto("/");
    await book.button("Sample workbook").click();
    await expect(book.rowsStatus).toHaveText("500 rows");
    return book;
  }

  /** Without a row. */
  static async ofNothing(page: Page): Promise<WorkbookPage> {
    const book = new WorkbookPage(page);
    await page.goto("/");
    await book.button("Blank workbook").click();
    await expect(book.rowsStatus).toHaveText("0 rows");
    return book;
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  header(name: string): Locator {
    return this.page.getByRole("columnheader", { name });
  }

  /** A cell by the place of its row on the sheet, counted from 0, and its field's id. */
  cell(row: number, field: string): Locator {
    return this.page.locator(`[row-index="${row}"] [col-id="${field}"]`);
  }

  /** What a cell says, once it says something: rows come before their texts are drawn. */
  async textOf(row: number, field: string): Promise<string> {
    const cell = this.cell(row, field);
    await expect(cell).not.toHaveText("");
    return (await cell.textContent()) ?? "";
  }

  /** The field ids that the header names, in the order shown. */
  async fieldIds(): Promise<Map<string, string>> {
    // The first is that of the row numbers.
    await expect(this.page.locator('[role="columnheader"][col-id]').nth(1)).toBeVisible();
    const ids = await this.page
      .locator('[role="columnheader"][col-id]')
      .evaluateAll((cells) =>
        cells.map((cell) => [cell.textContent?.trim() ?? "", cell.getAttribute("col-id") ?? ""] as const),
      );
    return new Map(ids);
  }

  /** Types into the palette and takes what it finds first. */
  async find(text: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+k");
    // Its script may be on its way; what is typed before would go to the sheet.
    await expect(this.page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async saved(): Promise<void> {
    await expect(this.saving).toContainText("Saved");
  }

  async importFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.button("Import CSV").or(this.button("Import")).first().click();
    const dialog = this.page.getByRole("dialog", { name: "Import CSV" });
    await dialog.getByLabel("File").setInputFiles(file);
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(dialog).toBeHidden({ timeout: 60_000 });
  }

  /** Replaces a cell's content by typing, and leaves with Enter. */
  async type(row: number, field: string, text: string): Promise<void> {
    await this.cell(row, field).click();
    await this.page.keyboard.press("F2");
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
  }

  /** The exported file as text, BOM and all. */
  async exportCsv(): Promise<string> {
    await this.button("Export").click();
    const dialog = this.page.getByRole("dialog", { name: "Export CSV" });
    const download = this.page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Export", exact: true }).click();
    const path = await (await download).path();
    return readFile(path, "utf8");
  }
}

export const csvFile = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text, "utf8"),
});
