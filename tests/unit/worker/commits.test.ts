/** How edits come to disk when the disk is slow or fails at a bad moment: what is told of it, and what is made of it. */
import { describe, expect, it } from "vitest";
import { fieldId, type RowId, type SheetId, type WorkbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { Anchor, Bytes, KeyValue } from "../../../src/storage/keyvalue.ts";
import { rest, setup, type Tab, Tabs, turn } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");
const row = (id: number) => id as RowId;

/** A disk that takes nothing while it is held, and cannot be read while it is broken. */
class Disk {
  broken: Error | null = null;
  private gate = Promise.resolve();
  private release = (): void => undefined;

  hold(): void {
    this.gate = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  letGo(): void {
    this.release();
  }

  readonly through = (kv: KeyValue, tab: number, _: WorkbookId): KeyValue => {
    if (tab !== 0) return kv;
    return Object.assign(Object.create(kv), {
      add: async (key: string, bytes: Bytes, ...anchors: readonly Anchor[]) => {
        await this.gate;
        return kv.add(key, bytes, ...anchors);
      },
      getMany: async (keys: readonly string[]) => {
        if (this.broken === null) return kv.getMany(keys);
        await turn();
        throw this.broken;
      },
    });
  };
}

async function opened() {
  const disk = new Disk();
  const tabs = new Tabs({ random: makeRandom(20261123), through: disk.through });
  const a = await tabs.open();
  await a.host.create("blank", setup);
  for (const value of ["one", "two", "three"])
    await a.host.dispatch({ type: "addRow", sheet: SHEET, field: NAME, value });
  await a.host.settled();
  return { disk, tabs, a };
}

const name = (id: number, value: string) =>
  ({ type: "setCell", sheet: SHEET, row: row(id), field: NAME, value }) as const;

const states = ({ events }: Tab) =>
  events.flatMap((event) => (event.type === "save" ? [event.save.state] : []));

describe("an edit", () => {
  it("S1 is not called saved before it is on disk, also when a look for other tabs fails meanwhile", async () => {
    const { disk, a } = await opened();
    a.events.length = 0;
    disk.broken = new DOMException("", "UnknownError");
    await a.host.follow();
    disk.hold();
    await a.host.dispatch(name(1, "edited"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(states(a)).not.toContain("saved");
    disk.broken = null;
    disk.letGo();
    expect(await a.host.settled()).toEqual({ state: "saved" });
  });

  it("S1 that meets what nobody expected is told as not saved, and is saved once that has passed", async () => {
    const { disk, tabs, a } = await opened();
    const b = await tabs.open();
    await rest([a, b]);
    a.sleep(true);
    await b.host.dispatch(name(2, "theirs"));
    await b.host.settled();
    disk.broken = new RangeError("Array buffer allocation failed");
    await a.host.dispatch(name(1, "mine"));
    expect(await a.host.settled()).toMatchObject({
      state: "failed",
      failure: { name: "RangeError", message: "Array buffer allocation failed" },
    });
    disk.broken = null;
    await expect.poll(() => a.host.open.commits.state, { timeout: 10_000 }).toEqual({ state: "saved" });
    expect(a.host.session.table(SHEET)?.atom(NAME, 0)).toBe("mine");
    expect(a.host.session.table(SHEET)?.atom(NAME, 1)).toBe("theirs");
  });
});

describe("an import", () => {
  it("T2 is matched anew where another tab's entry has taken the number of the edit that it was matched after", async () => {
    const { disk, tabs, a } = await opened();
    const b = await tabs.open();
    await rest([a, b]);
    for (const { sleep } of [a, b]) sleep(true);
    disk.hold();
    await a.host.dispatch(name(2, "mine"));
    const file = new File(["Name,Mobile\r\nthree,+49 30 1234567\r\nmine,+49 30 7654321\r\n"], "list.csv");
    const hints = { columnWord: "Column", key: [NAME] } as const;
    await a.csv.previewCsv(file, { type: "sheet", sheet: SHEET }, hints);
    const importing = a.csv.importCsv();
    await turn();
    await b.host.dispatch({ type: "deleteRows", sheet: SHEET, rows: [row(2)] });
    await b.host.settled();
    disk.letGo();
    expect(await importing).toMatchObject({ type: "imported" });
    await rest([a, b]);
    const table = b.host.session.table(SHEET);
    const names = Array.from(table?.order ?? [], (slot) => table?.atom(NAME, slot));
    expect(names.toSorted()).toEqual(["mine", "one", "three"]);
    expect(a.host.session.table(SHEET)?.order.length).toBe(3);
  });
});
