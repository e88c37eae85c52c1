/** Files in and out of the app: import, its undo, export. */
import { createReadStream } from "node:fs";
import { csvPath } from "../expected.ts";
import { findRenderer } from "./processes.ts";
import { cellAt, counts, NO_DIALOG, SAVED, top, UNSORTED } from "./sights.ts";
import { quiet, type Stage, settled, time, watchTasks } from "./stage.ts";

const MEGABYTE = 1e6;

async function clickIn(stage: Stage, name: string): Promise<void> {
  await stage.page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
}

/** From the start screen. Resolves to the milliseconds from the file to rows that are saved, the person's own left out. */
export async function importFile(stage: Stage): Promise<number> {
  const { page, profile, record } = stage;
  const { rows, bytes } = record.expected;
  await page.getByRole("button", { name: "Import CSV" }).click();
  await page.waitForSelector('[role="dialog"] input[type="file"]');
  await quiet(stage);
  const renderer = findRenderer(profile);
  renderer?.resetPeak();
  const before = renderer?.resident() ?? 0;
  const choose = (): Promise<void> => page.setInputFiles('[role="dialog"] input[type="file"]', csvPath(rows));
  const read = await time(stage, "read and preview a file", "change", choose, [
    { is: "there", selector: '[role="dialog"] table' },
  ]);
  const write = await time(stage, "import, to rows and Saved", "click", () => clickIn(stage, "Import"), [
    NO_DIALOG,
    counts(rows),
    ...top(UNSORTED),
    SAVED,
  ]);
  if (record.wants("import")) {
    record.ours("import", read.painted + write.painted);
    record.ours("import-cells", read.painted + write.painted);
    record.ours("import-bare", read.painted + write.painted);
    if (renderer !== null) {
      record.ours("import-memory", (renderer.peak() - before) / MEGABYTE);
      record.reference("import-memory", bytes / MEGABYTE);
    }
  }
  await settled(stage);
  return read.painted + write.painted;
}

/** Takes the import back and repeats it. */
export async function undoImport(stage: Stage, importTime: number): Promise<void> {
  const { page, record } = stage;
  const { rows } = record.expected;
  await page.click(cellAt(0, "code"));
  const press = (keys: string) => () => page.keyboard.press(keys);
  const undone = await time(stage, "undo the import", "keydown", press("ControlOrMeta+z"), [
    counts(0),
    SAVED,
  ]);
  record.ours("undo", undone.painted);
  record.reference("undo", importTime);
  await settled(stage);
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await time(stage, "redo the import", "keydown", press("ControlOrMeta+y"), [
    counts(rows),
    ...top(UNSORTED),
    SAVED,
  ]);
  await settled(stage);
}

async function linesIn(path: string): Promise<number> {
  let lines = 0;
  for await (const piece of createReadStream(path)) for (const byte of piece) if (byte === 10) lines += 1;
  return lines;
}

export async function exportFile(stage: Stage): Promise<void> {
  const { page, record } = stage;
  await quiet(stage);
  await watchTasks(stage, "open the export", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.waitForSelector('[role="dialog"] button[data-tone="primary"]');
  });
  const download = page.waitForEvent("download", { timeout: 0 });
  const made = await time(stage, "export, to the file", "click", () => clickIn(stage, "Export"), [
    { is: "blob" },
  ]);
  record.ours("export", made.there);
  const lines = await linesIn(await (await download).path());
  if (lines !== record.expected.lines) {
    throw new Error(`${lines} lines were exported, and not ${record.expected.lines}`);
  }
}
