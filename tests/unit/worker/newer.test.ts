/** What can be asked of a workbook that a newer version has written to: it is looked at as it was before. */
import { expect, it } from "vitest";
import { type ChartRecipe, fieldId, type SheetId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { encodeFormat } from "../../../src/storage/format.ts";
import { frame } from "../../../src/storage/frame.ts";
import { FORMAT_KEY, journalKey } from "../../../src/storage/keys.ts";
import { ChartJobs } from "../../../src/worker/charts.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const RECIPE: ChartRecipe = { kind: "pareto", of: fieldId("revenue") };

it("S3 charts are drawn of it, though no workbook is open", async () => {
  const tabs = new Tabs({ random: makeRandom(1) });
  const tab = await tabs.open();
  await tab.host.create("sample", setup);
  await tab.host.settled();
  const drawn = await new ChartJobs(tab.host).chart(SHEET, RECIPE, "", false);
  const next = journalKey(tab.host.session.seq + 1);
  const format = encodeFormat({ format: 99, lowestReader: 99, workbook: workbookId("w1") });
  tabs.disk.set(FORMAT_KEY, (await frame(FORMAT_KEY, format)).bytes);
  tabs.disk.set(next, (await frame(next, Uint8Array.of(99, 1, 2, 3))).bytes);

  const { host, started } = await tabs.open();
  expect(started.type).toBe("tooNew");
  expect(host.openId).toBeNull();
  const charts = new ChartJobs(host);
  expect(await charts.chart(SHEET, RECIPE, "", false)).toEqual(drawn);
  expect(await charts.compareWith(tabs.now)).toEqual({ type: "unreadable" });
});
