/** Workbook files through the worker's body: what one browser saves another opens, wholly or not at all. */
import { describe, expect, it } from "vitest";
import { fieldId, type RowId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { StorageError } from "../../../src/storage/keyvalue.ts";
import { FileJobs } from "../../../src/worker/files.ts";
import { pictureOf } from "../../support/storage/script.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const CUSTOMERS = "customers" as SheetId;
const SAVED = Date.UTC(2026, 10, 23, 12);

const browser = (): Tabs => new Tabs({ random: makeRandom(7) });

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
  return new File([result.file], "Sample.tierbook.zip");
}

async function sample(tabs = browser()) {
  const first = await tab(tabs);
  await first.host.create("sample", setup);
  await first.host.dispatch(rename("Zoë"));
  return first;
}

describe("a workbook file", () => {
  it("S1 opens in another browser with every sheet, row and view, and is still there after a restart", async () => {
    const first = await sample();
    await first.host.dispatch({ type: "addSheet", name: "Empty", fieldName: "Name", viewName: "All" });
    const file = await saved(first);
    const other = browser();
    const second = await tab(other);
    expect(await second.files.openFile(file)).toEqual({ type: "opened", rows: 500, saved: SAVED });
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
    const full = new Tabs({
      random: makeRandom(7),
      through: (kv) => ({
        ...kv,
        get: (key) => kv.get(key),
        getMany: (keys) => kv.getMany(keys),
        keys: (prefix, from) => kv.keys(prefix, from),
        add: () => Promise.reject(new StorageError({ type: "quota" })),
        putMany: () => Promise.reject(new StorageError({ type: "quota" })),
        delete: () => Promise.reject(new StorageError({ type: "quota" })),
      }),
    });
    const first = await tab(full);
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
    await second.host.query(CUSTOMERS, "");
    const [row] = await second.host.rows(CUSTOMERS, 0, 1);
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

  it("does not take the place of an open workbook", async () => {
    const first = await sample();
    const before = seen(first);
    await expect(first.files.openFile(await saved(first))).rejects.toThrow("a workbook is open");
    expect(seen(first)).toEqual(before);
  });

  it("is given up when it is cancelled", async () => {
    const first = await sample();
    const saving = first.files.saveFile();
    first.files.cancelFile();
    expect(await saving).toEqual({ type: "cancelled" });
  });
});
