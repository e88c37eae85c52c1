/** Cells coloured by rules, as they are added, and as the cells under them change. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

const FILE = [
  "Code,Name,City,Revenue,Tier,Last contact",
  `K-1,Ann,Malmö,1200.00,VIP,${day(-40)}`,
  `K-2,Bo,Lund,80.50,Major,${day(2)}`,
  `K-3,Cy,LUND,-600.00,VIP,${day(40)}`,
  `K-4,Dee,Cork,12.00,Small,${day(-3)}`,
  "",
].join("\r\n");

async function open(page: Page): Promise<WorkbookPage> {
  await page.goto("/");
  const book = new WorkbookPage(page);
  await book.importFile(csvFile("customers.csv", FILE));
  await expect(book.rowsStatus).toHaveText("4 rows");
  return book;
}

async function colours(book: WorkbookPage, header: string): Promise<Locator> {
  await book.header(header).click({ button: "right" });
  await book.page.getByRole("menuitem", { name: "Colours…", exact: true }).click();
  const popover = book.page.getByRole("dialog", { name: `Colours of ${header}` });
  await expect(popover).toBeVisible();
  return popover;
}

const hued = (hue: string) => new RegExp(`\\bcolour-${hue}\\b`);

test("a rule colours what a filter by it would keep, follows edits, and is undone like a sort", async ({
  page,
}) => {
  const book = await open(page);
  const popover = await colours(book, "Revenue");
  await popover.getByRole("button", { name: "Condition" }).click();
  await popover.getByRole("combobox", { name: "Operator" }).selectOption("greater");
  await popover.getByRole("textbox", { name: "Value" }).fill("50");
  await expect(book.cell(0, "revenue")).toHaveClass(hued("amber"));
  await expect(book.cell(1, "revenue")).toHaveClass(hued("amber"));
  await expect(book.cell(3, "revenue")).not.toHaveClass(hued("amber"));
  await popover.getByRole("combobox", { name: "Colour of rule 1" }).selectOption("Blue");
  await expect(book.cell(0, "revenue")).toHaveClass(hued("blue"));
  await page.keyboard.press("Escape");
  await expect(book.header("Revenue")).toBeFocused();
  await book.type(3, "revenue", "51");
  await expect(book.cell(3, "revenue")).toHaveClass(hued("blue"));
  await book.saved();
  await page.reload();
  await expect(book.cell(3, "revenue")).toHaveClass(hued("blue"));
  await book.button("Undo").click();
  await expect(book.cell(3, "revenue")).not.toHaveClass(hued("blue"));
  await book.button("Undo").click();
  await expect(book.cell(0, "revenue")).toHaveClass(hued("amber"));
});

test("the top, repeated values, due dates, own colours and bars; the first rule a cell meets counts", async ({
  page,
}) => {
  const book = await open(page);
  let popover = await colours(book, "City");
  await popover.getByRole("button", { name: "Repeated values" }).click();
  await expect(book.cell(1, "city")).toHaveClass(hued("rose"));
  await expect(book.cell(2, "city")).toHaveClass(hued("rose"));
  await expect(book.cell(0, "city")).not.toHaveClass(hued("rose"));
  await page.keyboard.press("Escape");
  // The very last of them stands alone as soon as the other is called otherwise.
  await book.type(1, "city", "Bergen");
  await expect(book.cell(2, "city")).not.toHaveClass(hued("rose"));

  popover = await colours(book, "Last contact");
  await popover.getByRole("button", { name: "Due in 7 days" }).click();
  await popover.getByRole("button", { name: "Overdue" }).click();
  await expect(book.cell(0, "lastContact")).toHaveClass(hued("rose"));
  await expect(book.cell(1, "lastContact")).toHaveClass(hued("amber"));
  await expect(book.cell(2, "lastContact")).not.toHaveClass(hued("rose"));
  await page.keyboard.press("Escape");

  popover = await colours(book, "Tier");
  await popover.getByRole("button", { name: "Colour of the choice" }).click();
  await expect(book.cell(0, "tier")).toHaveClass(/\bcolour-/);
  await page.keyboard.press("Escape");

  popover = await colours(book, "Revenue");
  await popover.getByRole("button", { name: "Top 10" }).click();
  await popover.getByRole("textbox").fill("1");
  await popover.getByRole("button", { name: "Data bar" }).click();
  await expect(book.cell(0, "revenue")).toHaveClass(hued("green"));
  await expect(book.cell(0, "revenue")).toHaveClass(/\bbar-teal\b/);
  // A third of the way is below zero, where the bar of the loss ends.
  await expect(book.cell(2, "revenue")).toHaveCSS("background-size", /^33\.3% 3px, 33\.3%/);
  await expect(book.cell(0, "revenue")).toHaveCSS("background-size", /^66\.7% 3px, 66\.7%/);
  await popover.getByRole("button", { name: "Remove rule 2" }).click();
  await expect(book.cell(0, "revenue")).not.toHaveClass(/\bbar-/);
});
