/** The interface thread at 100,000 rows of ten columns: no task of it may be long enough to be felt. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";
import { longestTask } from "../support/tasks.ts";

// Recording the page for a failure works on the same thread.
test.use({ trace: "off" });

/**
 * Milliseconds of the processor: 50 are felt. Where other tests share it, the same work takes up to twice as many of them.
 */
const FELT = 2 * 50;
/** On however busy a machine. */
const HANGS = 500;
const TRIES = 4;

const ROWS = 100_000;
const HEADER = "Code,Name,Company,City,Revenue,A,B,C,D,E";
const CELLS = (n: number): readonly string[] => [
  `K-${n}`,
  `Name ${n}`,
  "Firm",
  `City ${n % 50}`,
  `${n}.25`,
  `a ${n}`,
  `b ${n % 7}`,
  "c",
  `d ${n}`,
  "e",
];

test("dragging a range, pasting 100,000 × 10, filling, undoing and copying hold nothing up", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  const hands = new Hands(page);
  const notice = page.getByRole("status", { name: "Notice" });
  const rows = Array.from({ length: ROWS }, (_, n) => CELLS(n).join(","));
  const buffer = Buffer.from([HEADER, ...rows, ""].join("\r\n"));
  await hands.importFile({ name: "list.csv", mimeType: "text/csv", buffer });
  await expect(hands.rowsStatus).toHaveText("100,000 rows");
  await hands.saved();
  /** What is too long every time is the app's doing; once, it may be the machine's. */
  const within = async (
    what: string,
    work: () => Promise<void>,
    back?: () => Promise<void>,
    most = FELT,
  ): Promise<void> => {
    const longest: number[] = [];
    while (longest.length < TRIES && !longest.some((each) => each < most)) {
      if (longest.length > 0) await back?.();
      longest.push(await longestTask(page, work));
    }
    console.log(`${what}: longest task ${longest.map(Math.round).join(", ")} ms of the processor`);
    expect.soft(Math.min(...longest), what).toBeLessThan(most);
  };

  await hands.cell(3, "code").click();
  await within("dragging with autoscroll", async () => {
    await hands.cell(3, "code").hover();
    await page.mouse.down();
    for (let step = 0; step < 40; step++) await page.mouse.move(400 + step, 790 + (step % 2));
    await page.mouse.up();
    await expect(hands.summary).toContainText("Count");
  });
  await within("selecting everything", async () => {
    await hands.press("ControlOrMeta+a");
    await expect(hands.summary).toContainText("Count 1,000,000", { timeout: 30_000 });
  });
  const copy = async (): Promise<void> => {
    await hands.press("ControlOrMeta+c");
    await expect(notice).toContainText("1,000,000 cells copied", { timeout: 60_000 });
  };
  // The browser itself reads through on this thread what it writes.
  await within("copying everything", copy, undefined, HANGS);
  const copied = (await hands.clipboard()).split("\r\n");
  expect(copied).toHaveLength(ROWS);
  expect(copied.at(-1)).toBe(CELLS(ROWS - 1).join("\t"));

  await page.evaluate(async (count) => {
    const lines = Array.from({ length: count }, (_, n) =>
      [
        `P-${n}`,
        `Name p${n}`,
        "Firm p",
        `City ${n % 50}`,
        `${n}.5`,
        `a ${n}`,
        `b ${n % 7}`,
        "c",
        "d",
        "e",
      ].join("\t"),
    );
    await navigator.clipboard.writeText(lines.join("\n"));
  }, ROWS);
  await hands.press("ControlOrMeta+Home");
  await expect(hands.cell(0, "code")).toHaveText("K-0");
  const paste = async (): Promise<void> => {
    await hands.press("ControlOrMeta+v");
    await expect(hands.cell(2, "code")).toHaveText("P-2", { timeout: 60_000 });
    await expect(notice).toContainText("1,000,000 cells pasted", { timeout: 60_000 });
    await hands.saved();
  };
  const undo = async (): Promise<void> => {
    await hands.press("ControlOrMeta+z");
    await expect(hands.cell(2, "code")).toHaveText("K-2", { timeout: 30_000 });
  };
  await within("pasting", paste, undo);
  await within("undoing the paste", undo, paste);
  await hands.type(0, "city", "Town 7");
  await hands.cell(0, "city").click();
  const corner = await hands.cell(0, "city").boundingBox();
  if (corner === null) throw new Error("the cell is in sight");
  const fill = async (): Promise<void> => {
    await page.mouse.dblclick(corner.x + corner.width - 2, corner.y + corner.height - 2);
    await expect(hands.summary).toContainText("Count 100,000", { timeout: 30_000 });
    await expect(hands.cell(2, "city")).toHaveText("Town 9");
  };
  await within("filling 100,000 cells", fill, async () => {
    await hands.press("ControlOrMeta+z");
    await expect(hands.cell(2, "city")).toHaveText("City 2");
    await hands.cell(0, "city").click();
  });
});
