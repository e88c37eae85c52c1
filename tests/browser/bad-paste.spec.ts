/** What is no good on the clipboard: a clear outcome, one step of undo, and nothing lost. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

const notice = ({ page }: Hands) => page.getByRole("status", { name: "Notice" });

/** Copies a text that the page makes itself: it would take long to get there. */
async function putRows(hands: Hands, rows: number, columns: number): Promise<void> {
  await hands.page.evaluate(
    ([height = 0, width = 0]) =>
      navigator.clipboard.writeText(
        Array(height)
          .fill(Array.from({ length: width }, (_, n) => String(n)).join("\t"))
          .join("\n"),
      ),
    [rows, columns],
  );
}

test("more than five million cells are refused with the way that works, and nothing is changed", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const hands = await Hands.open(page);
  await putRows(hands, 1_000_001, 5);
  await hands.cell(0, "code").click();
  await hands.press("ControlOrMeta+v");
  await expect(notice(hands)).toContainText("Use Import and Export", { timeout: 60_000 });
  await expect(hands.rowsStatus).toHaveText("20 rows");
  await expect(hands.cell(0, "code")).toHaveText("K-001");
  await expect(hands.button("Undo")).toHaveAttribute("title", /import/);
});

test("of 10,000 columns those that fit are pasted, or none; to add the rest is not offered", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await putRows(hands, 3, 10_000);
  await hands.cell(0, "code").click();
  await hands.press("ControlOrMeta+v");
  const dialog = page.getByRole("dialog", { name: "Columns do not fit" });
  await expect(dialog).toContainText("9,995 columns");
  await expect(dialog).toContainText("use Import");
  await expect(dialog.getByRole("button", { name: /^Add/ })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(hands.cell(0, "code")).toHaveText("K-001");
  await hands.press("ControlOrMeta+v");
  await dialog.getByRole("button", { name: "Leave them out" }).click();
  await expect(notice(hands)).toContainText("9,995 columns left out");
  await expect(hands.cell(2, "name")).toHaveText("1");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(2, "name")).toHaveText("Name 3");
});

test("HTML with scripts, pictures and styles is pasted as its text, runs nothing and asks for nothing", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const told: string[] = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  page.on("request", (request) => request.url().includes("evil") && told.push(request.url()));
  await page.evaluate(() => Reflect.set(window, "evil", () => Reflect.set(window, "ran", true)));
  // A key's own event, so that no browser cleans it before it comes here.
  await hands.cell(0, "name").click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      `<style>td { background: url(https://evil.example/a.png) }</style><table><tr>
        <td style="color:red" onclick="evil()">a<script>evil()</script><img src="https://evil.example/b.png" onerror="evil()"></td>
        <td><a href="javascript:evil()">b</a><svg onload="evil()"></svg><iframe srcdoc="<script>parent.evil()</script>"></iframe></td>
      </tr></table>`,
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(hands.cell(0, "name")).toHaveText("a");
  await expect(hands.cell(0, "company")).toHaveText("b");
  expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
  expect(told).toEqual([]);
});

test("a picture alone, and nothing at all, are no table", async ({ page }) => {
  const hands = await Hands.open(page);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2, 2);
    canvas.getContext("2d")?.fillRect(0, 0, 2, 2);
    await navigator.clipboard.write([new ClipboardItem({ "image/png": canvas.convertToBlob() })]);
  });
  await hands.cell(0, "name").click();
  await hands.press("ControlOrMeta+v");
  await expect(notice(hands)).toContainText("There is no text or table");
  await expect(hands.cell(0, "name")).toHaveText("Name 1");
});

test("merged cells stand at their first place, as Excel lays them out, and the rest beside them", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.put(
    "",
    `<table><tr><td rowspan="2">tall</td><td colspan="2">wide</td></tr>
      <tr><td>below</td><td>right</td></tr><tr><td>last</td><td>of</td><td>three</td></tr></table>`,
  );
  await hands.cell(0, "code").click();
  await hands.press("ControlOrMeta+v");
  await expect(notice(hands)).toContainText("9 cells pasted");
  const laidOut = [
    ["tall", "wide", ""],
    ["", "below", "right"],
    ["last", "of", "three"],
  ];
  for (const [row, cells] of laidOut.entries())
    for (const [at, field] of ["code", "name", "company"].entries())
      await expect(hands.cell(row, field)).toHaveText(cells[at] ?? "");
});

test("what a column of dates cannot read stays as it was, and the first reason is told", async ({ page }) => {
  const hands = new Hands(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await hands.button("Sample workbook").click();
  await expect(hands.rowsStatus).toHaveText("500 rows");
  const field = "lastContact";
  await hands.cell(0, "code").click();
  await hands.press("End", "ArrowLeft");
  await expect(page.locator("#active-cell")).toHaveAttribute("col-id", field);
  const before = await hands.textOf(1, field);
  await hands.put("2026-01-05\nsoon\n2026-01-07");
  await hands.press("ControlOrMeta+v");
  await expect(notice(hands)).toContainText("2 cells pasted, 1 cell kept as before. Last contact:");
  await expect(hands.cell(1, field)).toHaveText(before);
  await expect(hands.cell(2, field)).toContainText("2026");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(1, field)).toHaveText(before);
});

test("while a filter hides rows, only those that are seen are copied and pasted over", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.search.fill("City 1");
  await expect(hands.rowsStatus).toHaveText("11 of 20 rows");
  await hands.cell(1, "name").click();
  await hands.press("Shift+ArrowDown", "ControlOrMeta+c");
  expect(await hands.clipboard()).toBe("Name 10\r\nName 11");
  await hands.put("seen 1\nseen 10");
  await hands.cell(0, "name").click();
  await hands.press("ControlOrMeta+v");
  await expect(hands.cell(1, "name")).toHaveText("seen 10");
  await hands.search.fill("");
  await expect(hands.rowsStatus).toHaveText("20 rows");
  for (const [row, name] of ["seen 1", "Name 2", "Name 3"].entries())
    await expect(hands.cell(row, "name")).toHaveText(name);
  await expect(hands.cell(9, "name")).toHaveText("seen 10");
});

test("the past takes nothing, and says so", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.type(0, "name", "changed");
  await hands.button("History").click();
  const history = page.getByRole("region", { name: "History", exact: true });
  await history.getByRole("button", { name: /^Import/ }).click();
  await expect(hands.cell(0, "name")).toHaveText("Name 1");
  await hands.put("never");
  await hands.cell(0, "name").click();
  await hands.press("ControlOrMeta+v");
  await expect(notice(hands)).toContainText("go back to today");
  await expect(hands.cell(0, "name")).toHaveText("Name 1");
});
