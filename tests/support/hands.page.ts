/** The grid as hands use it: the real keyboard, mouse and clipboard on a list of numbered customers. */
import { expect, type Locator, type Page } from "@playwright/test";
import { csvFile, WorkbookPage } from "./workbook.page.ts";

const HEADER = "Code,Name,Company,City,Revenue";

/** Rows 1 to `count`: K-001, Name 1, Firm 1, no city from row 6 to 8, 10.00 and so on. */
export function customers(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const city = n >= 6 && n <= 8 ? "" : `City ${n}`;
    return `K-${String(n).padStart(3, "0")},Name ${n},Firm ${n},${city},${n}0.00`;
  });
  return [HEADER, ...lines, ""].join("\r\n");
}

export class Hands extends WorkbookPage {
  readonly summary: Locator;

  constructor(page: Page) {
    super(page);
    this.summary = page.getByRole("status", { name: "Selection" });
  }

  static async open(page: Page, count = 20): Promise<Hands> {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/");
    const hands = new Hands(page);
    await hands.importFile(csvFile("customers.csv", customers(count)));
    await expect(hands.rowsStatus).toHaveText(`${count.toLocaleString("en")} rows`);
    await hands.saved();
    return hands;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Where the cursor is, as "row column". */
  async active(row: number, field: string): Promise<void> {
    await expect(this.page.locator("#active-cell")).toHaveAttribute("col-id", field);
    await expect(this.page.locator(".ag-row", { has: this.page.locator("#active-cell") })).toHaveAttribute(
      "row-index",
      String(row),
    );
  }

  async put(text: string, html?: string): Promise<void> {
    await this.page.evaluate(
      async ([plain, rich]) => {
        const parts: Record<string, Blob> = { "text/plain": new Blob([plain], { type: "text/plain" }) };
        if (rich !== undefined) parts["text/html"] = new Blob([rich], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem(parts)]);
      },
      [text, html] as const,
    );
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
