/** What becomes of an edit when another tab was faster, case by case. */
import { describe, expect, it } from "vitest";
import { fieldId, packAtoms, type RowId, type SheetId, type Value } from "../../../src/core/model/index.ts";
import { SCHEMA_VERSION } from "../../../src/core/schema/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { frame } from "../../../src/storage/frame.ts";
import { journalKey } from "../../../src/storage/keys.ts";
import { flipBit, keysOf, payloadOf } from "../../support/storage/damage.ts";
import { rest, setup, type Tab, Tabs, turn } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");

/** Two tabs on a workbook with the rows 1, 2 and 3; neither hears the other until they rest. */
async function two(): Promise<{ tabs: Tabs; a: Tab; b: Tab }> {
  const tabs = new Tabs({ random: makeRandom(20261123) });
  const a = await tabs.open();
  await a.host.create("blank", setup);
  for (const value of ["one", "two", "three"]) {
    await a.host.dispatch({ type: "addRow", sheet: SHEET, field: NAME, value });
  }
  await a.host.settled();
  const b = await tabs.open();
  await rest([a, b]);
  for (const { sleep, events } of [a, b]) {
    sleep(true);
    events.length = 0;
  }
  return { tabs, a, b };
}

const cell = (row: number, value: Value, field = NAME) =>
  ({ type: "setCell", sheet: SHEET, row: row as RowId, field, value }) as const;
const add = (value: string) => ({ type: "addRow", sheet: SHEET, field: NAME, value }) as const;

async function names({ host }: Tab): Promise<readonly (readonly [number, Value])[]> {
  await host.questions.query(SHEET, "");
  const rows = await host.questions.rows(SHEET, 0, 99);
  const index = host.session.workbook.sheets[0]?.fields.findIndex(({ id }) => id === NAME) ?? 0;
  return rows.map(({ id, values }) => [id, values[index] ?? null] as const);
}

const sheetOf = ({ host }: Tab) => {
  const [sheet] = host.session.workbook.sheets;
  if (sheet === undefined) throw new Error("the workbook has a sheet");
  return sheet;
};

const dropped = ({ events }: Tab) => events.filter((event) => event.type === "dropped");

describe("two tabs", () => {
  it("T2 what one tab does while another opens is seen there, whenever it comes", async () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = makeRandom(seed);
      const tabs = new Tabs({ random });
      const a = await tabs.open();
      await a.host.create("blank", setup);
      await a.host.dispatch(add("before"));
      await a.host.settled();
      const opening = tabs.open();
      for (let turns = random.below(30); turns > 0; turns--) await turn();
      await a.host.dispatch(add("meanwhile"));
      await a.host.settled();
      const b = await opening;
      // No message after it says that there was one.
      const end = Date.now() + 2000;
      while (b.host.session.seq < a.host.session.seq && Date.now() < end) await turn();
      expect(await names(b), `seed ${seed}`).toEqual(await names(a));
    }
  });

  it("T1 add a row each at once: each gets its own, and what was typed on follows into it", async () => {
    const { a, b } = await two();
    await b.host.dispatch(add("theirs"));
    const mine = a.host.dispatch(add("mine"));
    const more = a.host.dispatch(cell(4, "mine, edited"));
    expect(await mine).toEqual({ ok: true, row: 5 });
    expect(await more).toEqual({ ok: true });
    await rest([a, b]);
    const after = [
      [1, "one"],
      [2, "two"],
      [3, "three"],
      [4, "theirs"],
      [5, "mine, edited"],
    ];
    expect(await names(a)).toEqual(after);
    expect(await names(b)).toEqual(after);
  });

  it("T2 cells pasted into a row that another tab deleted are told of; the others, and the rows below, are there", async () => {
    const { a, b } = await two();
    await b.host.dispatch({ type: "deleteRows", sheet: SHEET, rows: [2 as RowId] });
    await b.host.settled();
    const values = packAtoms(false, ["p1", "p2", "p3"]);
    const columns = [{ field: NAME, rows: Uint32Array.of(1, 2, 3), values }];
    const added = { count: 1, columns: [{ field: NAME, values: packAtoms(false, ["p4"]) }] };
    await a.host.dispatch({ type: "setCells", sheet: SHEET, columns, added });
    await rest([a, b]);
    const after = [
      [1, "p1"],
      [3, "p3"],
      [4, "p4"],
    ];
    expect(await names(a)).toEqual(after);
    expect(await names(b)).toEqual(after);
    expect(a.events.filter(({ type }) => type === "missed")).toEqual([{ type: "missed", cells: 1 }]);
    expect(dropped(a)).toEqual([]);
    // One step for all of it.
    await a.host.dispatch({ type: "undo" });
    expect(await names(a)).toEqual([
      [1, "one"],
      [3, "three"],
    ]);
  });

  it("T1 a row's id that another tab took means the own row until the rows were read anew", async () => {
    const { a, b } = await two();
    await b.host.dispatch(add("theirs"));
    await a.host.dispatch(add("mine"));
    await a.host.dispatch(cell(4, "by the id of old"));
    await a.host.settled();
    expect((await names(a)).slice(3)).toEqual([
      [4, "theirs"],
      [5, "by the id of old"],
    ]);
    await a.host.dispatch(cell(4, "by the id of now"));
    await rest([a, b]);
    expect((await names(b)).slice(3)).toEqual([
      [4, "by the id of now"],
      [5, "by the id of old"],
    ]);
  });

  it("T2 an edit of a row that another tab deleted is told, with what was typed", async () => {
    const { a, b } = await two();
    await b.host.dispatch({ type: "deleteRows", sheet: SHEET, rows: [2 as RowId] });
    await b.host.settled();
    expect(await a.host.dispatch(cell(2, "in vain"))).toEqual({ ok: true });
    await rest([a, b]);
    expect(dropped(a)).toEqual([
      { type: "dropped", refusal: { refused: "gone", what: "row" }, typed: "in vain" },
    ]);
    expect(await names(a)).toEqual(await names(b));
    expect(await a.host.dispatch(cell(2, "again"))).toMatchObject({ ok: false, typed: "again" });
  });

  it("T2 an undo that both ask for is done once; one that came too late is not done, and told", async () => {
    const { a, b } = await two();
    await b.host.dispatch({ type: "undo" });
    await b.host.settled();
    await a.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect((await names(a)).length).toBe(2);
    expect(dropped(a)).toEqual([]);
    for (const { sleep } of [a, b]) sleep(true);
    await b.host.dispatch(cell(1, "theirs"));
    await b.host.settled();
    await a.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect(dropped(a)).toMatchObject([{ refusal: { refused: "overtaken", turn: "undo" } }]);
    expect(await names(a)).toEqual([
      [1, "theirs"],
      [2, "two"],
    ]);
    await a.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect((await names(b))[0]).toEqual([1, "one"]);
  });

  it("T2 what was undone again before it could be saved is gone from both, also where it was refused", async () => {
    const { a, b } = await two();
    await b.host.dispatch({ type: "deleteRows", sheet: SHEET, rows: [2 as RowId] });
    await b.host.dispatch(cell(1, "theirs"));
    await b.host.settled();
    void a.host.dispatch(cell(2, "in vain"));
    void a.host.dispatch({ type: "undo" });
    await rest([a, b]);
    expect(await names(a)).toEqual([
      [1, "theirs"],
      [3, "three"],
    ]);
    expect(await names(b)).toEqual(await names(a));
  });

  it("T2 a new choice each at once: both are there, and each cell has its own", async () => {
    const { a, b } = await two();
    const tier = sheetOf(a).fields.find(({ id }) => id === "city") ?? sheetOf(a).fields[0];
    const field = sheetOf(a).fields.find(({ type }) => type.storage === "choice") ?? tier;
    if (field === undefined || field.type.storage !== "choice") throw new Error("the template has choices");
    const { choices } = field.type;
    const typed = (label: string, row: number) => ({
      ...cell(row, "c99", field.id),
      choices: [...choices, { id: "c99" as never, label, hue: "teal" as const }],
    });
    await b.host.dispatch(typed("Theirs", 1));
    await b.host.settled();
    await a.host.dispatch(typed("Mine", 2));
    await a.host.dispatch({ ...typed("Theirs", 3) });
    await rest([a, b]);
    const type = sheetOf(a).fields.find(({ id }) => id === field.id)?.type;
    const labels = new Map(
      type?.storage === "choice" ? type.choices.map((c) => [c.id as string, c.label]) : [],
    );
    const table = b.host.session.table(SHEET);
    const shown = [1, 2, 3].map((row) => labels.get(String(table?.atom(field.id, table.slotOf(row) ?? 0))));
    expect(shown).toEqual(["Theirs", "Mine", "Theirs"]);
    expect(sheetOf(b)).toEqual(sheetOf(a));
  });

  it("T2 one sorts while the other filters: the sheet is sorted and filtered", async () => {
    const { a, b } = await two();
    const [view] = sheetOf(a).views;
    if (view === undefined) throw new Error("the template has a view");
    const filter = { op: "notEmpty", field: NAME } as const;
    const sort = [{ field: NAME, direction: "ascending" }] as const;
    await b.host.dispatch({ type: "setView", sheet: SHEET, what: "filter", view: { ...view, filter } });
    await b.host.settled();
    await a.host.dispatch({ type: "setView", sheet: SHEET, what: "sort", view: { ...view, sort } });
    await rest([a, b]);
    expect(sheetOf(a).views[0]).toMatchObject({ filter, sort });
    expect((await names(b)).map(([, name]) => name)).toEqual(["one", "three", "two"]);
  });

  it("T2 a file is imported while the other tab edits: nothing is lost, and its parts are written once", async () => {
    const { tabs, a, b } = await two();
    const long = "客户".repeat(300);
    const lines = Array.from({ length: 1200 }, (_, n) => `N${n},${long}${n}`);
    const file = new File([`Name,Notes\r\n${lines.join("\r\n")}\r\n`], "big.csv");
    await a.csv.previewCsv(file, { type: "sheet", sheet: SHEET }, { columnWord: "Column" });
    b.sleep(false);
    const importing = a.csv.importCsv();
    for (let n = 0; n < 10; n++) {
      await b.host.dispatch(cell(1, `edit ${n}`));
      await b.host.settled();
    }
    expect(await importing).toMatchObject({ type: "imported", counts: { added: 1200 } });
    await rest([a, b]);
    expect(await b.host.questions.query(SHEET, "")).toMatchObject({
      matching: 1203,
      total: 1203,
      places: 1203,
    });
    expect((await names(a))[0]).toEqual([1, "edit 9"]);
    const written = new Set(keysOf(tabs.disk, "p/").map((key) => key.split("/")[1]));
    expect([...written], "one set of parts").toHaveLength(1);
    expect(dropped(a)).toEqual([]);
  });

  it("T2 an import that is dropped because another tab was faster says so, and not that it is in", async () => {
    const { a, b } = await two();
    const file = new File(["Name,Points\r\nfour,5\r\n"], "list.csv");
    await a.csv.previewCsv(file, { type: "sheet", sheet: SHEET }, { columnWord: "Column" });
    await b.host.dispatch({ type: "addField", sheet: SHEET, name: "Points", kind: "text" });
    await b.host.settled();
    expect(await a.csv.importCsv()).toEqual({ type: "cancelled" });
    expect(dropped(a)).toEqual([
      { type: "dropped", refusal: { refused: "columnsChanged", file: "list.csv" } },
    ]);
    expect((await names(a)).map(([, name]) => name)).toEqual((await names(b)).map(([, name]) => name));
  });

  it("T2 a file whose new column's id another tab has taken since the preview gets one of its own", async () => {
    const { a, b } = await two();
    const file = new File(["Name,Points\r\nfour,5\r\n"], "list.csv");
    await a.csv.previewCsv(file, { type: "sheet", sheet: SHEET }, { columnWord: "Column" });
    await b.host.dispatch({ type: "addField", sheet: SHEET, name: "Theirs", kind: "text" });
    await b.host.settled();
    a.sleep(false);
    await a.host.follow();
    await rest([a, b]);
    expect(await a.csv.importCsv()).toMatchObject({ type: "imported", counts: { added: 1 } });
    await rest([a, b]);
    expect(sheetOf(b).fields.slice(-2)).toMatchObject([
      { name: "Theirs" },
      { name: "Points", kind: "number" },
    ]);
    expect(new Set(sheetOf(b).fields.map(({ id }) => id)).size).toBe(sheetOf(b).fields.length);
  });

  it("S3 damage to what another tab has written is told, and what stood there is set aside before the own edit", async () => {
    const { tabs, a, b } = await two();
    await b.host.dispatch(cell(1, "damaged later"));
    await b.host.settled();
    const key = journalKey(b.host.session.seq);
    flipBit(tabs.disk, key, 0.5);
    await a.host.dispatch(cell(2, "mine"));
    expect(await a.host.settled()).toEqual({ state: "saved" });
    const told = a.events.flatMap((event) => (event.type === "damage" ? event.damage : []));
    expect(told).toMatchObject([{ what: "change", key, healed: false }]);
    expect(keysOf(tabs.disk, `q/${key}`)).toHaveLength(1);
    expect(await names(a)).toEqual([
      [1, "one"],
      [2, "mine"],
      [3, "three"],
    ]);
  });

  it("S1 what was saved here and is gone from the disk is not given up: saving fails, and says so", async () => {
    const { tabs, a, b } = await two();
    for (const value of ["saved here", "and told"]) {
      await a.host.dispatch(cell(1, value));
      await a.host.settled();
    }
    await b.host.follow();
    await rest([a, b]);
    await b.host.dispatch(cell(3, "theirs"));
    await b.host.settled();
    // Its next snapshot would make up for what is damaged.
    await b.host.open.abandon();
    for (const back of [0, 1]) flipBit(tabs.disk, journalKey(b.host.session.seq - back), 0.5);
    const before = new Map(tabs.disk);
    await a.host.dispatch(cell(2, "mine"));
    await expect
      .poll(() => a.host.settled(), { timeout: 4000 })
      .toEqual({ state: "failed", failure: { type: "behind" } });
    expect((await names(a)).slice(0, 2)).toEqual([
      [1, "and told"],
      [2, "mine"],
    ]);
    expect(tabs.disk).toEqual(before);
    await a.host.open.abandon();
  });

  it("S1 what nothing is left of has vanished; what is left but cannot be read is less than was saved", async () => {
    for (const gone of [true, false]) {
      const { tabs, a, b } = await two();
      await b.host.open.abandon();
      for (const key of keysOf(tabs.disk, "j/")) {
        if (gone) tabs.disk.delete(key);
        else flipBit(tabs.disk, key, 0.999);
      }
      const before = new Map(tabs.disk);
      await a.host.dispatch(cell(2, "mine"));
      await expect
        .poll(() => a.host.settled(), { timeout: 4000 })
        .toEqual({ state: "failed", failure: { type: gone ? "vanished" : "behind" } });
      expect(tabs.disk).toEqual(before);
      await a.host.open.abandon();
    }
  });

  it("S1 what a tab that started since found damaged and set aside is told here, and what is done here is saved on what that one made of it", async () => {
    for (const waits of [true, false]) {
      const { tabs, a } = await two();
      await a.host.dispatch(cell(1, "damaged later"));
      await a.host.settled();
      const key = journalKey(a.host.session.seq);
      flipBit(tabs.disk, key, 0.5);
      const c = await tabs.open();
      for (const value of ["theirs", "theirs too"]) {
        await c.host.dispatch(cell(3, value));
        await c.host.settled();
      }
      if (waits) await a.host.dispatch(cell(2, "mine"));
      a.sleep(false);
      await c.host.dispatch(add("four"));
      await rest([a, c]);
      expect(await a.host.settled()).toEqual({ state: "saved" });
      const told = a.events.flatMap((event) => (event.type === "damage" ? event.damage : []));
      expect(told).toMatchObject([{ what: "change", key, healed: false }]);
      expect(await names(a)).toEqual([
        [1, "one"],
        [2, waits ? "mine" : "two"],
        [3, "theirs too"],
        [4, "four"],
      ]);
      expect(await names(c)).toEqual(await names(a));
    }
  });

  it("T4 an entry of a newer version ends the older tab's work: it says so, gives back what was typed, writes nothing", async () => {
    const { tabs, a, b } = await two();
    await b.host.dispatch(cell(1, "newer"));
    await b.host.settled();
    const key = journalKey(b.host.session.seq);
    const payload = await payloadOf(tabs.disk, key);
    expect(payload[0]).toBe(SCHEMA_VERSION);
    payload[0] = SCHEMA_VERSION + 1;
    tabs.disk.set(key, (await frame(key, payload)).bytes);
    const before = new Map(tabs.disk);
    await a.host.dispatch(cell(2, "in vain"));
    // Told of while its own edit is on its way; the tab must go on answering.
    await a.host.follow();
    await a.host.settled();
    expect(a.events.filter(({ type }) => type === "outdated" || type === "dropped")).toEqual([
      { type: "dropped", refusal: { refused: "outdated" }, typed: "in vain" },
      { type: "outdated" },
    ]);
    expect(await a.host.dispatch(cell(2, "more"))).toMatchObject({ refusal: { refused: "outdated" } });
    expect(tabs.disk).toEqual(before);
  });

  it("T1 a tab on its start screen opens the workbook that another makes, and both are told that they share it", async () => {
    const tabs = new Tabs({ random: makeRandom(1) });
    const [a, b] = [await tabs.open(), await tabs.open()];
    await a.host.create("blank", setup);
    await expect.poll(() => b.events.map(({ type }) => type)).toContain("changed");
    await expect.poll(() => b.events.map(({ type }) => type)).toContain("shared");
    await b.host.dispatch(add("from b"));
    await rest([a, b]);
    expect(await names(a)).toEqual([[1, "from b"]]);
  });
});
