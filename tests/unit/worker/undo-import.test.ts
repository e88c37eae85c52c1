/** An import turned back after a column changed its kind: what it emptied is told in other terms by now, so it stays. */
import { describe, expect, it } from "vitest";
import { type FieldId, fieldId, type KindId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { KindTarget } from "../../../src/fields/convert.ts";
import { ColumnJobs } from "../../../src/worker/columns.ts";
import { ImportLog } from "../../../src/worker/importLog.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");

const cell = ({ host }: Tab, field: FieldId) => {
  const table = host.session.table(SHEET);
  return table?.atom(field, table.order[0] ?? 0) ?? null;
};

/** A row whose cell a file has emptied since: the column, and how to turn that file back. */
async function emptied(kind: KindId, value: string | number | null, choice?: string) {
  const tab = await new Tabs({ random: makeRandom(20261129) }).open();
  const { host, csv } = tab;
  await host.create("blank", setup);
  await host.dispatch({ type: "addRow", sheet: SHEET, field: NAME, value: "Ann" });
  await host.dispatch({ type: "addField", sheet: SHEET, name: "Own", kind });
  const field = host.session.workbook.sheets[0]?.fields.at(-1)?.id ?? NAME;
  const row = host.session.table(SHEET)?.idOf(0);
  if (row === undefined) throw new Error("there is a row");
  const choices = choice === undefined ? {} : { choices: [{ id: value, label: choice, hue: "teal" }] };
  await host.dispatch({ type: "setCell", sheet: SHEET, row, field, value, ...choices } as never);
  const was = cell(tab, field);
  expect(was).not.toBeNull();
  const mapping = [NAME, field].map((to) => ({ to: "field", field: to }) as const);
  const hints = { columnWord: "Column", mapping, key: [NAME], blanks: "clear" } as const;
  const file = new File(["Name,Own\r\nAnn,\r\n"], "list.csv");
  await csv.previewCsv(file, { type: "sheet", sheet: SHEET }, hints);
  await csv.importCsv();
  expect(cell(tab, field)).toBeNull();
  const log = new ImportLog(host);
  const undo = () => log.undo(log.list()[0]?.seq ?? 0);
  const convert = (target: KindTarget) => new ColumnJobs(host).changeKind(SHEET, field, target);
  return { tab, field, was, undo, convert };
}

describe("an import turned back after a column changed its kind", () => {
  it.each<[string, KindId, string | number, KindTarget, string?]>([
    ["five is not fifty thousand cents", "number", 50_000, { kind: "money", decimals: 2 }],
    ["a choice is not the text of its id", "choice", "c1", { kind: "text" }, "VIP"],
    ["a day is not a number", "date", 20_517, { kind: "number", decimals: 4 }],
  ])("X4 keeps and lists what it emptied: %s", async (_, kind, value, target, choice) => {
    const { tab, field, undo, convert } = await emptied(kind, value, choice);
    expect(await convert(target)).toEqual({ ok: true });
    expect(await undo()).toMatchObject({ type: "undoing", restored: 0, keptCount: 1, kept: [{ field }] });
    expect(cell(tab, field)).toBeNull();
  });

  it("X4 restores what it emptied where the change of kind was undone, or changed no value", async () => {
    const undone = await emptied("number", 50_000);
    await undone.convert({ kind: "money", decimals: 2 });
    await undone.tab.host.dispatch({ type: "undo" });
    const same = await emptied("number", 50_000);
    await same.convert({ kind: "money", decimals: 4 });
    for (const { tab, field, was, undo } of [undone, same]) {
      expect(await undo()).toMatchObject({ type: "undoing", restored: 1, keptCount: 0 });
      expect(cell(tab, field)).toBe(was);
    }
  });

  it("X4 keeps it also where the column is of its old kind again, by another change", async () => {
    const { tab, field, undo, convert } = await emptied("choice", "c1", "VIP");
    await convert({ kind: "text" });
    await convert({ kind: "choice" });
    expect(await undo()).toMatchObject({ type: "undoing", restored: 0, keptCount: 1 });
    expect(cell(tab, field)).toBeNull();
  });
});
