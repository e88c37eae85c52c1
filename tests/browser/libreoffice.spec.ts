/** A table saved by a real LibreOffice is pasted value for value, and what is copied here opens in it as it was. */
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";
import { Office, officePath, TSV } from "../support/office.ts";
import { csvFile } from "../support/workbook.page.ts";

test.skip(officePath === null, "there is no LibreOffice on this machine");

const HEADER = "Code,Name,Amount,Day,Note";
/** Codes with zeros, digits that no number holds, signs that mean something in a file, and what must not be worked out. */
const ROWS = [
  ["00123", "Müller, Jörg", "1234.5", "2026-03-05", "two\nlines"],
  ["123456789012345678", '李 "小" 明', "-0.75", "2025-12-31", "=1+1"],
  ["1/2", "<b>&amp; Co</b>", "99999999.99", "2024-02-29", "-5%"],
] as const;
const KINDS = [2, 2, 1, 5, 2] as const;

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const TEXT = ROWS.map((row) => row.map(quoted).join("\t")).join("\r\n");
/** As LibreOffice writes what it holds: texts in quotes, numbers and days not. */
const HELD = `${ROWS.map((row) =>
  row.map((text, at) => (KINDS[at] === 2 ? `"${text.replaceAll('"', '""')}"` : text)).join("\t"),
).join("\n")}\n`;

async function openedWith(hands: Hands): Promise<void> {
  const { page } = hands;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  // The columns are of the kinds that this row has.
  await hands.importFile(csvFile("list.csv", `${HEADER}\r\n0001,A,1.50,2020-01-31,first\r\n`));
  await expect(hands.rowsStatus).toHaveText("1 row");
}

async function copyRows(hands: Hands, from: number): Promise<string> {
  await hands.cell(from, "code").click();
  await hands.cell(from + ROWS.length - 1, "row number").scrollIntoViewIfNeeded();
  await hands.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+End", "ControlOrMeta+c");
  return hands.clipboard();
}

test("what LibreOffice saved as HTML and as text is pasted value for value", async ({ page }) => {
  test.setTimeout(180_000);
  const office = await Office.start();
  try {
    const saved = await office.convert(await office.write("table.tsv", TEXT), "ods:calc8", TSV(KINDS));
    const html = await readFile(await office.convert(saved, "html"), "utf8");
    const text = await readFile(
      await office.convert(saved, "csv:Text - txt - csv (StarCalc):9,34,76,1"),
      "utf8",
    );
    const hands = new Hands(page);
    await openedWith(hands);
    let rows = 1;
    for (const [plain, rich] of [[text, html], [text], ["", html]] as const) {
      await hands.put(plain, rich);
      await hands.cell(rows, "code").click();
      await hands.press("ControlOrMeta+v");
      await expect(hands.rowsStatus).toHaveText(`${rows + ROWS.length} rows`);
      expect(await copyRows(hands, rows)).toBe(TEXT);
      rows += ROWS.length;
    }
  } finally {
    await office.end();
  }
});

test("what is copied, as text and as HTML, opens in LibreOffice as it was", async ({ page }) => {
  test.setTimeout(180_000);
  const office = await Office.start();
  try {
    const hands = new Hands(page);
    await openedWith(hands);
    await hands.put(TEXT);
    await hands.cell(1, "code").click();
    await hands.press("ControlOrMeta+v");
    await expect(hands.rowsStatus).toHaveText("4 rows");
    const text = await copyRows(hands, 1);
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType("text/html"))?.text() ?? "";
    });
    const fromText = await office.read(await office.write("text.tsv", text), TSV(KINDS));
    expect(fromText).toBe(HELD);
    expect(await office.read(await office.write("page.html", html), "HTML (StarCalc)")).toBe(HELD);
  } finally {
    await office.end();
  }
});
