/** Workbook files through the worker's body: what one browser saves another opens, wholly or not at all. */
import { describe, expect, it } from "vitest";
import { fieldId, type RowId, type SheetId, workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { type KeyValue, StorageError } from "../../../src/storage/keyvalue.ts";
import { FileJobs } from "../../../src/worker/files.ts";
import { pictureOf } from "../../support/storage/script.ts";
import { type BrowserOptions, setup, type Tab, Tabs, turn } from "../../support/worker/tabs.ts";

const CUSTOMERS = "customers" as SheetId;
const SAVED = Date.UTC(2026, 10, 23, 12);

const browser = (through?: BrowserOptions["through"]): Tabs =>
  new Tabs({ random: makeRandom(7), ...(through === undefined ? {} : { through }) });

const full = (kv: KeyValue): KeyValue => ({
  get: (key) => kv.get(key),
  getMany: (keys) => kv.getMany(keys),
  keys: (prefix, from) => kv.keys(prefix, from),
  add: () => Promise.reject(new StorageError({ type: "quota" })),
  putMany: () => Promise.reject(new StorageError({ type: "quota" })),
  delete: () => Promise.reject(new StorageError({ type: "quota" })),
});

async function tab(tabs: Tabs) {
  const opened = await tabs.open();
  return { ...opened, files: new FileJobs(opened.host, () => SAVED) };
}

const rename = (name: string) =>
  ({ type: "setCell", sheet: CUSTOMERS, row: 1 as RowId, field: fieldId("name"), value: name }) as const;

/** All but the workbook's id, which every browser gives anew. */
function seen({ host }: Tab): unknown {
  const { workbook, ...rest } = pictureOf(host.session);
  return { ...rest, settings: workbook.settings, sheets: workbook.sheets };
}

async function saved({ files }: Awaited<ReturnType<typeof tab>>): Promise<File> {
  const result = await files.saveFile();
  if (result.type !== "file") throw new Error(JSON.stringify(result));
  expect(result.rows).toBe(500);
  return new File([result.file], "Sample.tierbook");
}

async function sample(tabs = browser()) {
  const first = await tab(tabs);
  await first.host.create("sample", setup);
  await first.host.dispatch(rename("Zoë"));
  return first;
}

describe("a workbook file", () => {
  it("is said to hold no entry that is not saved yet, for another tab's may take its number", async () => {
    const disk = { held: false };
    const slow = (kv: KeyValue): KeyValue => ({
      ...full(kv),
      putMany: (entries, anchor) => kv.putMany(entries, anchor),
      delete: (keys) => kv.delete(keys),
      add: async (key, bytes, anchor) => {
        while (disk.held) await turn();
        return kv.add(key, bytes, anchor);
      },
    });
    const { host, files } = await sample(browser(slow));
    await host.settled();
    const { seq } = host.session;
    disk.held = true;
    await host.dispatch(rename("Ann"));
    expect(await files.saveFile()).toMatchObject({ type: "file", seq });
    disk.held = false;
    await host.settled();
    expect(await files.saveFile()).toMatchObject({ type: "file", seq: seq + 1 });
  });

  it("S1 opens in another browser with every sheet, row and view, and is still there after a restart", async () => {
    const first = await sample();
    await first.host.dispatch({ type: "addSheet", name: "Empty", fieldName: "Name", viewName: "All" });
    const file = await saved(first);
    const other = browser();
    const second = await tab(other);
    expect(await second.files.openFile(file)).toEqual({
      type: "opened",
      rows: 500,
      saved: SAVED,
      restart: null,
    });
    expect(seen(second)).toEqual(seen(first));
    expect(second.host.session.history.undo, "where it begins is nothing to turn back").toBeNull();
    await second.host.dispatch(rename("Åke"));
    await second.host.dispatch({ type: "undo" });
    expect(await second.host.settled()).toEqual({ state: "saved" });
    const again = await tab(other);
    expect(again.started).toMatchObject({ type: "open", damage: [] });
    expect(seen(again)).toEqual(seen(first));
  });

  it("holds what is not saved yet, and can be had where nothing can be saved any more", async () => {
    const first = await tab(browser(full));
    void first.host.create("sample", setup);
    await expect
      .poll(() => first.events.at(-1), { timeout: 10_000 })
      .toMatchObject({ type: "save", save: { state: "failed" } });
    const second = await tab(browser());
    await second.files.openFile(await saved(first));
    expect(seen(second)).toEqual(seen(first));
  });

  it("S2 is of one moment, whatever is edited while it is copied", async () => {
    const first = await sample();
    const saving = saved(first);
    await first.host.dispatch(rename("Åke"));
    const second = await tab(browser());
    await second.files.openFile(await saving);
    await second.host.questions.query(CUSTOMERS, "");
    const [row] = await second.host.questions.rows(CUSTOMERS, 0, 1);
    expect(["Zoë", "Åke"]).toContain(row?.values[1]);
  });

  it("S3 that is damaged makes no workbook", async () => {
    const file = await saved(await sample());
    const other = browser();
    const second = await tab(other);
    expect(await second.files.openFile(file.slice(0, file.size - 1000))).toMatchObject({ type: "refused" });
    expect(other.disks.size).toBe(0);
    expect((await tab(other)).started).toEqual({ type: "none" });
  });

  it("is given up when it is cancelled", async () => {
    const first = await sample();
    const saving = first.files.saveFile();
    first.files.cancelFile();
    expect(await saving).toEqual({ type: "cancelled" });
  });
});

/** Another workbook's file: the sample with a cell of its own. */
async function otherFile(): Promise<File> {
  const first = await sample();
  await first.host.dispatch(rename("Åke"));
  return saved(first);
}

describe("a workbook file, while a workbook is open", () => {
  it("S1 opens at the next start; until then the open one is there, takes edits, and keeps them", async () => {
    const tabs = browser();
    const first = await sample(tabs);
    const file = await otherFile();
    const before = seen(first);
    const opened = await first.files.openFile(file);
    expect(opened).toMatchObject({ type: "opened", rows: 500, restart: { note: {} } });
    expect(seen(first)).toEqual(before);
    expect(tabs.current).toBe("w2");
    await first.host.dispatch(rename("late"));
    expect(await first.host.settled()).toEqual({ state: "saved" });
    const late = seen(first);
    const again = await tab(tabs);
    await again.host.questions.query(CUSTOMERS, "");
    expect((await again.host.questions.rows(CUSTOMERS, 0, 1))[0]?.values[1]).toBe("Åke");
    tabs.current = workbookId("w1");
    expect(seen(await tab(tabs)), "the one before is still all there").toEqual(late);
  });

  it("S2 takes the place of nothing, whichever of its writes fails", async () => {
    const file = await otherFile();
    let failed = 0;
    for (let at = 0; ; at++) {
      let writes = 0;
      const tabs = browser((kv, _tab, workbook) => {
        if (workbook === "w1") return kv;
        const write = <T>(work: () => Promise<T>): Promise<T> => {
          writes += 1;
          return writes > at ? Promise.reject(new StorageError({ type: "quota" })) : work();
        };
        return {
          ...full(kv),
          add: (...args) => write(() => kv.add(...args)),
          putMany: (entries) => write(() => kv.putMany(entries)),
          delete: (keys) => write(() => kv.delete(keys)),
        };
      });
      const first = await sample(tabs);
      const before = seen(first);
      const opened = await first.files.openFile(file);
      if (opened.type === "opened") break;
      failed += 1;
      expect(opened).toEqual({ type: "failed", failure: { type: "quota" } });
      expect(tabs.current).toBe("w1");
      expect([...tabs.disks.keys()]).toEqual(["w1"]);
      expect(seen(first)).toEqual(before);
      expect(seen(await tab(tabs))).toEqual(before);
    }
    expect(failed).toBeGreaterThan(0);
  });

  it("S3 takes the place of nothing where the disk gives back something else than was written", async () => {
    const flipped = (kv: KeyValue): KeyValue => ({
      ...full(kv),
      add: (key, bytes, anchor) => {
        const wrong = bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte));
        return kv.add(key, wrong, anchor);
      },
      putMany: (entries) => kv.putMany(entries),
    });
    const tabs = browser((kv, _tab, workbook) => (workbook === "w1" ? kv : flipped(kv)));
    const first = await sample(tabs);
    expect(await first.files.openFile(await otherFile())).toMatchObject({ type: "failed" });
    expect(tabs.current).toBe("w1");
  });

  it("does not make anyone leave what is not saved", async () => {
    let isFull = false;
    const tabs = browser((kv) => ({
      ...full(kv),
      add: (...args) => (isFull ? full(kv).add(...args) : kv.add(...args)),
      putMany: (entries) => (isFull ? full(kv).putMany(entries) : kv.putMany(entries)),
    }));
    const first = await sample(tabs);
    await first.host.settled();
    isFull = true;
    await first.host.dispatch(rename("kept in memory"));
    expect(await first.files.openFile(await otherFile())).toEqual({ type: "unsaved" });
    expect(tabs.current).toBe("w1");
    expect(tabs.disks.size).toBe(1);
  });

  it("S3 that is damaged is refused, and all is as it was", async () => {
    const tabs = browser();
    const first = await sample(tabs);
    await first.host.settled();
    const before = seen(first);
    const bytes = new Uint8Array(await (await otherFile()).arrayBuffer());
    const damaged = bytes.map((byte, index) => (index === 1000 ? byte ^ 1 : byte));
    expect(await first.files.openFile(new Blob([damaged]))).toMatchObject({ type: "refused" });
    expect(seen(first)).toEqual(before);
    expect([...tabs.disks.keys()]).toEqual(["w1"]);
  });

  it("is not made the next one when it is cancelled while it is written", async () => {
    let begun = (): void => undefined;
    const tabs = browser((kv, _tab, workbook) => ({
      ...full(kv),
      add: (...args) => {
        if (workbook !== "w1") begun();
        return kv.add(...args);
      },
      putMany: (entries) => kv.putMany(entries),
    }));
    const first = await sample(tabs);
    begun = () => first.files.cancelFile();
    expect(await first.files.openFile(await otherFile())).toEqual({ type: "cancelled" });
    expect(tabs.current).toBe("w1");
    expect([...tabs.disks.keys()]).toEqual(["w1"]);
  });
});

it("S3 a file that cannot be kept where there is no workbook opens none, and can be tried again", async () => {
  let isFull = true;
  const tabs = browser((kv) => ({
    ...full(kv),
    add: (...args) => (isFull ? full(kv).add(...args) : kv.add(...args)),
    putMany: (entries) => (isFull ? full(kv).putMany(entries) : kv.putMany(entries)),
  }));
  const first = await tab(tabs);
  const file = await otherFile();
  expect(await first.files.openFile(file)).toEqual({ type: "failed", failure: { type: "quota" } });
  expect(tabs.current).toBeNull();
  isFull = false;
  expect(await first.files.openFile(file)).toMatchObject({ type: "opened", restart: null });
});
