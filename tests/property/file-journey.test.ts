/** The whole way of a workbook file: read, brought to disk, opened from there, and saved again. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { workbookId } from "../../src/core/model/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import type { Content } from "../../src/storage/file/content.ts";
import { readWorkbookFile, writeWorkbookFile } from "../../src/storage/file/index.ts";
import { FileJobs } from "../../src/worker/files.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { drawContent, plain } from "../support/storage/workbooks.ts";
import { Tabs } from "../support/worker/tabs.ts";

const SAVED = Date.UTC(2026, 10, 23, 12);

/** The id is another in every browser. */
const withoutId = ({ workbook, rows }: Content): unknown =>
  plain({ workbook: { ...workbook, id: workbookId("any") }, rows });

async function contentOf(file: Blob): Promise<Content> {
  const read = await readWorkbookFile(file);
  if (read.type !== "workbook") throw new Error(JSON.stringify(read));
  return read.content;
}

async function jobs(tabs: Tabs): Promise<FileJobs> {
  return new FileJobs((await tabs.open()).host, () => SAVED);
}

it("S1 any workbook that a file holds is kept on disk, opens from there, and is saved again as the same", async () => {
  await checkAsync(
    fc.asyncProperty(drawing(), async (draw) => {
      const content = drawContent(draw);
      const written = await writeWorkbookFile(content, SAVED);
      if (written.type !== "file") throw new Error(JSON.stringify(written));
      const tabs = new Tabs({ random: makeRandom(1) });
      const opened = await (await jobs(tabs)).openFile(written.file);
      if (opened.type !== "opened") throw new Error(JSON.stringify(opened));
      const again = await (await jobs(tabs)).saveFile();
      if (again.type !== "file") throw new Error(JSON.stringify(again));
      expect(withoutId(await contentOf(again.file))).toEqual(withoutId(content));
    }),
    50,
  );
});
