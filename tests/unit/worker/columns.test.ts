/** Columns changed in two tabs at once: what was meant survives, whoever was faster. */
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  choicesOf,
  fieldId,
  type RowId,
  type SheetId,
} from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { ColumnJobs } from "../../../src/worker/columns.ts";
import { rest, setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const CITY = fieldId("city");
const TIER = fieldId("tier");

/** Two tabs on a workbook with two rows; neither hears the other until they rest. */
async function two(): Promise<readonly [Tab, Tab]> {
  const tabs = new Tabs({ random: makeRandom(20261128) });
  const a = await tabs.open();
  await a.host.create("blank", setup);
  for (const value of ["12", "Lund"])
    await a.host.dispatch({ type: "addRow", sheet: SHEET, field: CITY, value });
  await a.host.settled();
  const b = await tabs.open();
  await rest([a, b]);
  for (const { sleep, events } of [a, b]) {
    sleep(true);
    events.length = 0;
  }
  return [a, b];
}

const sheetOf = ({ host }: Tab) => {
  const sheet = host.session.workbook.sheets.find(({ id }) => id === SHEET);
  if (sheet === undefined) throw new Error("the sheet stays");
  return sheet;
};
const names = (tab: Tab): readonly string[] => sheetOf(tab).fields.map(({ name }) => name);
const cells = ({ host }: Tab, field = CITY) => {
  const table = host.session.table(SHEET);
  return Array.from(table?.order ?? [], (slot) => table?.atom(field, slot) ?? null);
};
const dropped = ({ events }: Tab) => events.filter((event) => event.type === "dropped");

describe("columns in two tabs", () => {
  it("T1 T2 both insert beside the same column: both are there, and what is typed on goes into one's own", async () => {
    const [a, b] = await two();
    const beside = { field: CITY, side: "left" } as const;
    await b.host.dispatch({ type: "addField", sheet: SHEET, name: "Theirs", kind: "text", beside });
    await a.host.dispatch({ type: "addField", sheet: SHEET, name: "Mine", kind: "text", beside });
    const mine = sheetOf(a).fields.find(({ name }) => name === "Mine")?.id ?? CITY;
    await a.host.dispatch({ type: "setCell", sheet: SHEET, row: 1 as RowId, field: mine, value: "typed" });
    await rest([a, b]);
    expect(names(a)).toEqual(names(b));
    expect(
      names(a)
        .filter((name) => name === "Mine" || name === "Theirs")
        .toSorted(),
    ).toEqual(["Mine", "Theirs"]);
    const final = sheetOf(b).fields.find(({ name }) => name === "Mine")?.id ?? CITY;
    expect(cells(b, final)).toEqual(["typed", null]);
  });

  it("T2 one deletes a column that the other duplicates: who was later is told, and nothing else goes", async () => {
    const [a, b] = await two();
    await b.host.dispatch({ type: "deleteField", sheet: SHEET, field: CITY });
    await b.host.settled();
    await a.host.dispatch({ type: "duplicateField", sheet: SHEET, field: CITY, name: "Copy" });
    await rest([a, b]);
    expect(dropped(a)).toEqual([{ type: "dropped", refusal: { refused: "gone", what: "field" } }]);
    expect(names(a)).toEqual(names(b));
    await a.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect(cells(b)).toEqual(["12", "Lund"]);
  });

  it("T2 a list of choices that one tab edits keeps the choice that another has added meanwhile", async () => {
    const [a, b] = await two();
    const known = choicesOf(sheetOf(a).fields.find(({ id }) => id === TIER)?.type ?? { storage: "text" });
    const theirs: Choice = { id: choiceId("new"), label: "Theirs", hue: "rose" };
    await b.host.dispatch({
      type: "setCell",
      sheet: SHEET,
      row: 1 as RowId,
      field: TIER,
      value: theirs.id,
      choices: [...known, theirs],
    });
    await b.host.settled();
    const choices = known.map((choice, at) => (at === 0 ? { ...choice, label: "Mine" } : choice));
    await a.host.dispatch({ type: "setChoices", sheet: SHEET, field: TIER, choices, removed: [] });
    await rest([a, b]);
    const labels = choicesOf(
      sheetOf(b).fields.find(({ id }) => id === TIER)?.type ?? { storage: "text" },
    ).map(({ label }) => label);
    expect(labels).toContain("Mine");
    expect(labels.at(-1)).toBe("Theirs");
    expect(cells(b, TIER)).toEqual([theirs.id, null]);
  });

  it("T2 a change of kind reads what another tab typed meanwhile, too", async () => {
    const [a, b] = await two();
    await b.host.dispatch({ type: "setCell", sheet: SHEET, row: 2 as RowId, field: CITY, value: "7.5" });
    await b.host.settled();
    expect(await new ColumnJobs(a.host).changeKind(SHEET, CITY, { kind: "number", decimals: 1 })).toEqual({
      ok: true,
    });
    expect(cells(a)).toEqual([120, null]);
    await rest([a, b]);
    expect(cells(a)).toEqual([120, 75]);
    expect(cells(b)).toEqual([120, 75]);
    await b.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect(cells(a)).toEqual(["12", "7.5"]);
  });
});
