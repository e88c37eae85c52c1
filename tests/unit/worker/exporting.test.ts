/** A file that is written while the rows it is written from go on. */
import { expect, it } from "vitest";
import { fieldId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { markHeader } from "../../../src/exchange/index.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { Homecomings } from "../../../src/worker/returning.ts";
import { tableOf } from "../../support/csv.ts";
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

it("of each sheet that goes out to come back it is noted what it contained, in one step, and found in the journal where that was undone", async () => {
  const { host } = await new Tabs({ random: makeRandom(1) }).open();
  await host.create("blank", setup);
  await host.dispatch({ type: "addSheet", name: "Suppliers", fieldName: "Name", viewName: "All" });
  for (const { id, fields } of host.session.workbook.sheets) {
    const field = fields[0]?.id ?? NAME;
    await host.dispatch({ type: "addRow", sheet: id, field, value: `of ${id}` });
  }
  const request = { sheet: SHEET, scope: { scope: "all" }, preset: "roundTrip" } as const;
  const written = await new ExportJobs(host).write(request, { file: "all", language: "en" }, null);
  expect(written.type).toBe("written");
  const sheets = host.session.workbook.sheets.map(({ id }) => id);
  const noted = host.session.workbook.settings.sent ?? [];
  expect(noted.map(({ sheet }) => sheet).sort()).toEqual([...sheets].sort());
  expect(new Set(noted.map(({ id }) => id)).size).toBe(1);

  expect(host.session.history.steps.at(-1)?.cause).toEqual({
    type: "export",
    file: written.type === "written" ? written.name : "",
    rows: 2,
    sheet: SHEET,
  });
  await host.dispatch({ type: "undo" });
  expect(host.session.workbook.settings.sent ?? []).toEqual([]);
  const back = tableOf(`Name,${markHeader(noted[0]?.id ?? "")}\nAnn,R1\n`);
  for (const sheet of sheets) {
    const found = await new Homecomings(host).find(back, sheet, new AbortController().signal);
    expect(found?.sent).toEqual(noted.find((each) => each.sheet === sheet));
  }
});
