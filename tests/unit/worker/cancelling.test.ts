/** An import that is cancelled, whenever that comes: it is in, whole, or it never was. */
import { describe, expect, it } from "vitest";
import { fieldId, type SheetId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { ImportTarget } from "../../../src/worker/api.ts";
import { rest, setup, type Tab, Tabs, turn } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const HERE: ImportTarget = { type: "sheet", sheet: SHEET };
/** When the cancel comes; a number: so many turns of the loop later, wherever the import is by then. */
type Moment = "at once" | "while it is written" | "when it is asked" | "when it is in" | number;
const MOMENTS: readonly Moment[] = [
  "at once",
  "while it is written",
  "when it is asked",
  "when it is in",
  1,
  2,
  4,
  6,
  8,
  12,
];

const file = (): File => new File(["Code,Name\r\n8,Bo\r\n9,Cy\r\n"], "list.csv");

async function rowsOf({ host }: Tab): Promise<number> {
  return (await host.questions.query(SHEET, ""))?.total ?? -1;
}

/** Once, in the middle of the task that writes. */
function whenSaving({ events }: Tab, then: () => void): void {
  const { push } = Array.prototype;
  events.push = (...more) => {
    if (more.some((event) => event.type === "save" && event.save.state === "saving")) {
      events.push = push;
      then();
    }
    return push.apply(events, more);
  };
}

async function cancelled(tab: Tab, target: ImportTarget, moment: Moment): Promise<boolean> {
  await tab.csv.previewCsv(file(), target, { columnWord: "Column" });
  if (moment === "while it is written") whenSaving(tab, () => void tab.csv.cancelCsv());
  const importing = tab.csv.importCsv(() => moment !== "when it is asked");
  if (moment === "when it is in") await importing;
  if (typeof moment === "number") for (let n = 0; n < moment; n++) await turn();
  if (typeof moment === "number" || moment === "at once") await tab.csv.cancelCsv();
  const { type } = await importing;
  if (typeof moment !== "number")
    expect(type, moment).toBe(moment === "when it is in" ? "imported" : "cancelled");
  return type === "cancelled";
}

/** One row, and its name undone: there is something to redo. */
async function withRedo(tabs: Tabs): Promise<Tab> {
  const tab = await tabs.open();
  await tab.host.create("blank", setup);
  await tab.host.dispatch({ type: "addRow", sheet: SHEET });
  await tab.host.dispatch({ type: "renameWorkbook", name: "Other" });
  await tab.host.dispatch({ type: "undo" });
  await tab.host.settled();
  return tab;
}

/** What Undo and Redo offer, here and to whoever opens the workbook next. */
async function offered(tabs: Tabs, { host }: Tab) {
  await host.settled();
  const { undo, redo } = host.open.state;
  const next = await tabs.open();
  expect(next.host.open.state, "opened again").toMatchObject({ undo, redo });
  return [undo?.type, redo?.type];
}

describe("cancelling an import", () => {
  it("into a new workbook leaves none, at any moment, and the next one comes in", async () => {
    for (const moment of MOMENTS) {
      const tabs = new Tabs({ random: makeRandom(20261128) });
      const tab = await tabs.open();
      const target = { type: "newWorkbook", setup } as const;
      if (await cancelled(tab, target, moment)) {
        expect(tab.host.openId, `${moment}`).toBeNull();
        expect([...tabs.disks.keys()], `${moment}`).toEqual([]);
        expect(tab.events.filter(({ type }) => type === "changed" || type === "note")).toEqual([]);
        await tab.csv.previewCsv(file(), target, { columnWord: "Column" });
        await tab.csv.importCsv();
      }
      await tab.host.settled();
      expect(tabs.current).toBe("w1");
      expect(await rowsOf(tab), `${moment}`).toBe(2);
      expect(tab.events.at(-1)).toMatchObject({ type: "save", save: { state: "saved" } });
    }
  });

  it("into a new workbook shows again what another tab had made meanwhile", async () => {
    const tabs = new Tabs({ random: makeRandom(1) });
    const [a, b] = [await tabs.open(), await tabs.open()];
    await a.csv.previewCsv(file(), { type: "newWorkbook", setup }, { columnWord: "Column" });
    await b.host.create("blank", setup);
    while (a.host.openId === null) await turn();
    await rest([a, b]);
    whenSaving(a, () => void a.csv.cancelCsv());
    expect(await a.csv.importCsv()).toEqual({ type: "cancelled" });
    expect(a.host.openId).toBe(workbookId("w1"));
    expect(await rowsOf(a)).toBe(0);
    expect([...tabs.disks.keys()]).toEqual(["w1"]);
  });

  it("into a sheet leaves its rows, Undo and Redo as they were, also for whoever opens it next", async () => {
    for (const moment of MOMENTS) {
      const tabs = new Tabs({ random: makeRandom(20261128) });
      const tab = await withRedo(tabs);
      const { seq } = tab.host.session;
      if (await cancelled(tab, HERE, moment)) {
        expect(await offered(tabs, tab), `${moment}`).toEqual(["addRows", "settings"]);
        expect(await rowsOf(tab)).toBe(1);
        if (moment === "while it is written") expect(tab.host.session.seq).toBe(seq + 2);
        await tab.host.dispatch({ type: "redo" });
        expect(tab.host.session.workbook.settings.name).toBe("Other");
      } else {
        expect(await offered(tabs, tab), `${moment}`).toEqual(["import", undefined]);
        expect(await rowsOf(tab)).toBe(3);
      }
    }
  });

  it("T1 while another tab edits: both show the same, and nothing of the file", async () => {
    for (const moment of MOMENTS) {
      const tabs = new Tabs({ random: makeRandom(20261128) });
      const a = await withRedo(tabs);
      const b = await tabs.open();
      await rest([a, b]);
      const cancelling = cancelled(a, HERE, moment);
      for (let n = 0; n < 4; n++) {
        await b.host.dispatch({ type: "addRow", sheet: SHEET });
        await b.host.settled();
      }
      const rows = (await cancelling) ? 5 : 7;
      await rest([a, b]);
      expect([await rowsOf(a), await rowsOf(b)], `${moment}`).toEqual([rows, rows]);
      expect(a.host.open.state.redo?.type).not.toBe("import");
      expect(b.host.open.state.redo).toEqual(a.host.open.state.redo);
    }
  });

  it("never takes back another tab's step, also where rows were read anew in between", async () => {
    for (const theirs of ["addRow", "deleteField"] as const) {
      const tabs = new Tabs({ random: makeRandom(20261128) });
      const a = await withRedo(tabs);
      const b = await tabs.open();
      await rest([a, b]);
      await a.csv.previewCsv(file(), HERE, { columnWord: "Column" });
      a.sleep(true);
      await b.host.dispatch(
        theirs === "addRow"
          ? { type: "addRow", sheet: SHEET }
          : { type: "deleteField", sheet: SHEET, field: fieldId("code") },
      );
      await b.host.settled();
      const outcome = await a.csv.importCsv(async () => {
        await a.host.open.commits.settled();
        await rowsOf(a);
        return false;
      });
      expect(outcome, theirs).toEqual({ type: "cancelled" });
      await rest([a, b]);
      expect([await rowsOf(a), await rowsOf(b)], theirs).toEqual(theirs === "addRow" ? [2, 2] : [1, 1]);
      expect(a.host.open.state.undo?.type).toBe(theirs === "addRow" ? "addRows" : "deleteField");
      expect(b.host.open.state.undo).toEqual(a.host.open.state.undo);
      expect(b.host.session.workbook).toEqual(a.host.session.workbook);
    }
  });

  it("is no cancel where its rows could not be taken back, as while the past is looked at", async () => {
    const tabs = new Tabs({ random: makeRandom(20261128) });
    const a = await withRedo(tabs);
    const b = await tabs.open();
    await rest([a, b]);
    await a.csv.previewCsv(file(), HERE, { columnWord: "Column" });
    const outcome = await a.csv.importCsv(async () => {
      await a.host.open.commits.settled();
      while (b.host.session.seq < a.host.session.seq) await turn();
      await b.host.dispatch({ type: "addRow", sheet: SHEET });
      while (a.host.session.seq < b.host.session.seq) await turn();
      await a.host.past.lookBack({ ...a.host.ground, settled: async () => undefined }, 1);
      return false;
    });
    a.host.past.leave();
    await rest([a, b]);
    expect([await rowsOf(a), await rowsOf(b)]).toEqual([4, 4]);
    expect(outcome).toMatchObject({ type: "imported", counts: { added: 2 } });
  });

  it("before it is previewed keeps nothing of the file, at any moment", async () => {
    const tabs = new Tabs({ random: makeRandom(20261128) });
    const tab = await withRedo(tabs);
    for (let moment = 0; moment < 24; moment++) {
      const chosen = file();
      let reads = 0;
      chosen.arrayBuffer = () => {
        reads += 1;
        return Blob.prototype.arrayBuffer.call(chosen);
      };
      const reading = tab.csv.previewCsv(chosen, HERE, { columnWord: "Column" });
      for (let n = 0; n < moment; n++) await Promise.resolve();
      await tab.csv.cancelCsv();
      await reading;
      await tab.csv.previewCsv(chosen, HERE, { columnWord: "Column" });
      expect(reads, `${moment}`).toBe(2);
      await tab.csv.cancelCsv();
    }
  });
});
