/** A database that was emptied or put back, at the next start: never a new workbook, never opened without a word. */
import { describe, expect, it } from "vitest";
import type { SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { Beginning, Note } from "../../../src/worker/api.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import type { Disk } from "../../support/storage/memory.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const CUSTOMERS = "customers" as SheetId;
const NOTHING: Beginning = { notes: [], anew: false, wanted: null };

async function addRows({ host }: Tab, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await host.dispatch({ type: "addRow", sheet: CUSTOMERS });
  await host.settled();
}

/** Three rows; the disk as it was then; two more. The notes are what the page would have kept. */
async function worked() {
  const tabs = new Tabs({ random: makeRandom(1) });
  const tab = await tabs.open();
  await tab.host.create("blank", setup);
  await addRows(tab, 3);
  const early: Disk = new Map(tabs.disk);
  await addRows(tab, 2);
  const kept = new Map<string, Note>();
  for (const event of tab.events) if (event.type === "note") kept.set(event.note.key, event.note);
  return { tabs, early, beginning: { notes: [...kept.values()], anew: false, wanted: null } };
}

function putBack(disk: Disk, to: Disk): void {
  disk.clear();
  for (const [key, bytes] of to) disk.set(key, bytes);
}

describe("S1 a start with a witness", () => {
  it("opens what is all there, or further than the witness knows", async () => {
    const { tabs, beginning } = await worked();
    const again = await tabs.open(beginning);
    expect(again.started).toMatchObject({ type: "open", damage: [] });
    await addRows(again, 1);
    expect((await tabs.open(beginning)).started.type).toBe("open");
  });

  it("tells of an emptied database what there was", async () => {
    const { tabs, beginning } = await worked();
    tabs.disk.clear();
    const { started } = await tabs.open(beginning);
    const witness = { seq: 6, rows: [{ sheet: CUSTOMERS, rows: 5 }] };
    expect(started).toMatchObject({ type: "setBack", found: null, witness });
    expect(tabs.disk.size).toBe(0);
  });

  it("tells of it too where the catalogue went with it", async () => {
    const { tabs, beginning } = await worked();
    tabs.disk.clear();
    tabs.current = null;
    expect((await tabs.open(beginning)).started).toMatchObject({ type: "setBack", found: null });
  });

  it("S1 twin: without the witness that would pass for the first visit", async () => {
    const { tabs } = await worked();
    tabs.disk.clear();
    tabs.current = null;
    expect((await tabs.open(NOTHING)).started).toEqual({ type: "none" });
  });

  it("tells of a database that was put back to older records, and leaves it as it is", async () => {
    const { tabs, early, beginning } = await worked();
    putBack(tabs.disk, early);
    const { started } = await tabs.open(beginning);
    const found = { seq: 4, rows: [{ sheet: CUSTOMERS, rows: 3 }] };
    expect(started).toMatchObject({ type: "setBack", found, witness: { seq: 6 } });
    expect(tabs.disk).toEqual(early);
  });

  it("S1 twin: without the witness the older state would be gone on with", async () => {
    const { tabs, early } = await worked();
    putBack(tabs.disk, early);
    expect((await tabs.open(NOTHING)).started.type).toBe("open");
  });

  it("tells of a damaged end of the journal, which was saved", async () => {
    const { tabs, beginning } = await worked();
    flipBit(tabs.disk, keysOf(tabs.disk, "j/").at(-1) ?? "", 0.5);
    expect((await tabs.open(beginning)).started).toMatchObject({ type: "setBack", found: { seq: 5 } });
  });

  it("begins anew where that is asked for, beside what there is", async () => {
    const { tabs, early, beginning } = await worked();
    putBack(tabs.disk, early);
    expect((await tabs.open({ ...beginning, anew: true, wanted: null })).started).toEqual({ type: "none" });
    expect(tabs.disk).toEqual(early);
  });

  it("leaves the start screen that was asked for as it is, whatever other tabs do and whenever it is looked at", async () => {
    const { tabs, beginning } = await worked();
    const other = await tabs.open(beginning);
    const { host } = await tabs.open({ ...beginning, anew: true });
    await other.host.dispatch({ type: "addRow", sheet: CUSTOMERS });
    await other.host.settled();
    await host.follow();
    expect(host.openId).toBeNull();
  });

  it("says nothing of what is not saved yet", async () => {
    const tabs = new Tabs({ random: makeRandom(2) });
    const tab = await tabs.open();
    await tab.host.create("blank", setup);
    for (let n = 0; n < 20; n++) void tab.host.dispatch({ type: "addRow", sheet: CUSTOMERS });
    const seen: number[] = [];
    await tab.host.settled();
    for (const event of tab.events) {
      if (event.type !== "note") continue;
      const { seq, rows } = JSON.parse(event.note.text);
      seen.push(seq);
      expect(rows).toEqual([{ sheet: CUSTOMERS, rows: seq - 1 }]);
    }
    expect(seen.at(-1)).toBe(21);
  });
});
