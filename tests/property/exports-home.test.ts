/** Laws of files from a whole workbook: 10,000 fuzzed rows of the worker's go out in a pack and for the accountant, and are what they were. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atom, fieldId, findField, packAtoms, sheetId } from "../../src/core/model/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { buildImport } from "../../src/engine/session/build.ts";
import { markedRow } from "../../src/exchange/index.ts";
import { kindOf, localeFormat } from "../../src/fields/index.ts";
import { ExportJobs } from "../../src/worker/exporting.ts";
import { SEED } from "../support/campaign.ts";
import { harmful, rowsOf, tableOf } from "../support/csv.ts";
import { setup, type Tab, Tabs } from "../support/worker/tabs.ts";
import { unpacked } from "../support/zip.ts";

const COUNT = 10_000;
const SHEET = sheetId("customers");
const FIELDS = ["code", "name", "company", "notes"].map(fieldId);

/** Row by row: to show all of what differs took minutes. */
function compare(found: readonly (readonly string[])[], wanted: readonly (readonly string[])[]): void {
  expect(found).toHaveLength(wanted.length);
  const at = found.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(wanted[index]));
  expect(found[at]).toEqual(wanted[at]);
}

describe.each(["en", "de"])("10,000 fuzzed rows of a workbook in %s", (locale) => {
  let tab: Tab;
  let rows: readonly (readonly string[])[];

  beforeAll(async () => {
    tab = await new Tabs({ random: makeRandom(1) }).open();
    const { host } = tab;
    await host.create("blank", { ...setup, locale });
    const sheet = host.session.workbook.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    const format = localeFormat(locale, setup.currency);
    const own = (column: number, text: string): string => {
      const field = FIELDS[column] === undefined ? undefined : findField(sheet, FIELDS[column]);
      const parsed = field === undefined ? null : kindOf(field).parse(text, field, format);
      return parsed?.ok === true && typeof parsed.value === "string" ? parsed.value : "";
    };
    rows = fc
      .sample(fc.tuple(harmful, harmful, harmful, harmful), { numRuns: COUNT, seed: SEED })
      .map((row) => row.map((text, column) => own(column, text)))
      // A row of nothing is a blank line.
      .map((row) => (row.every((cell) => cell === "") ? ["-", ...row.slice(1)] : row));
    const columns = new Map(
      FIELDS.map((id, column) => [
        id,
        packAtoms(
          false,
          rows.map((row): Atom => (row[column] === "" ? null : (row[column] ?? null))),
        ),
      ]),
    );
    host.commit({
      type: "build",
      build: (session) => ({
        change: buildImport(session, { sheet: SHEET, fields: [], columns, rowCount: COUNT, updates: [] }),
        cause: { type: "settings" },
      }),
    });
    await host.settled();
  });

  async function written(preset: string): Promise<Uint8Array<ArrayBuffer>> {
    const request = { sheet: SHEET, scope: { scope: "sheet" }, preset, fields: FIELDS } as const;
    const out = await new ExportJobs(tab.host).write(request, { file: "out", language: "en" }, null);
    if (out.type !== "written" || out.blob === null) throw new Error(out.type);
    return new Uint8Array(await out.blob.arrayBuffer());
  }

  it("X1 come back from a pack as they were", async () => {
    const files = await unpacked(await written("pack"));
    const table = tableOf(files.get("Customers.csv") ?? "");
    expect(table.header).toEqual(["Code", "Name", "Company", "Notes"]);
    expect(table.excluded).toEqual([]);
    compare(rowsOf(table), rows);
  });

  it("X1 come back with the ids of their rows, and X5 nothing of them counts as changed", async () => {
    const bytes = await written("roundTrip");
    const table = tableOf(bytes);
    const own = tab.host.session.table(SHEET);
    const ids = own === undefined ? [] : Array.from(own.idsOf(own.order));
    const read = rowsOf(table);
    compare(
      read.map((row) => row.slice(0, FIELDS.length)),
      rows,
    );
    const marks = read.map((row) => markedRow(row[FIELDS.length] ?? ""));
    expect(marks.findIndex((mark, at) => mark !== ids[at])).toBe(-1);
    const preview = await tab.csv.previewCsv(
      new File([bytes], "home.csv"),
      { type: "sheet", sheet: SHEET },
      {},
    );
    if (preview.type !== "ready") throw new Error(preview.type);
    expect(preview.returned).toMatchObject({ damaged: [], conflicts: 0, mine: 0, missing: 0 });
    expect(preview.counts).toEqual({
      added: 0,
      updated: 0,
      unchanged: COUNT,
      skipped: 0,
      rejected: 0,
      excluded: 0,
    });
  });
});
