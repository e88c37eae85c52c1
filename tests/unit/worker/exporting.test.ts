/** A file that is written while the rows it is written from go on. */
import { expect, it } from "vitest";
import { fieldId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");

it("a row that goes while the file is checked is not in it, and every other row is, once", async () => {
  const { host } = await new Tabs({ random: makeRandom(1) }).open();
  await host.create("blank", setup);
  // The first cannot be written in the receiver's encoding.
  for (const value of ["漢", "two", "three", "four"]) {
    await host.dispatch({ type: "addRow", sheet: SHEET, field: NAME, value });
  }
  await host.settled();
  const table = host.session.table(SHEET);
  const [, second] = table === undefined ? [] : table.idsOf(table.order);
  const request = { sheet: SHEET, scope: { scope: "sheet" }, preset: "datev", leaveOut: true } as const;
  const previewing = new ExportJobs(host).preview(request);
  // As another tab's entry comes in.
  host.commit({ type: "edit", edit: { type: "deleteRows", sheet: SHEET, rows: [second as never] } });
  const preview = await previewing;
  expect(preview?.leftOut).toBe(1);
  expect(preview?.rows).toBe(2);
  const names = preview?.lines.flatMap((line) => /two|three|four|漢/.exec(line)?.[0] ?? []);
  expect(names).toEqual(["three", "four"]);
});
