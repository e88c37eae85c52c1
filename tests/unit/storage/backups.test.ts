/** A backup into a folder: whatever call of it fails, the older ones stay until a newer one was read back. */
import { beforeEach, describe, expect, it } from "vitest";
import { workbookId } from "../../../src/core/model/index.ts";
import { type BackedUp, type Backup, backUp } from "../../../src/storage/backups/folder.ts";
import { backupName, superseded } from "../../../src/storage/backups/thin.ts";
import { FakeFolder } from "../../support/storage/folder.ts";

const ID = workbookId("0123abcd-4567-89ef-0123-456789abcdef");
const TIME = new Date(2026, 5, 15, 12, 0, 0);
const PIECE = 1 << 20;
/** Of more than one piece, so that reading back has several calls. */
const BYTES = new Uint8Array(PIECE + 100).map((_, at) => at % 251);
const STRANGER = "Rechnung 2024.pdf";
/** The newest of its day, if it were one. */
const UNFINISHED = nameAt(4, 60);

type Back = (folder: FileSystemDirectoryHandle, backup: Backup) => Promise<BackedUp>;

/** A name some days and minutes before `TIME`. */
function nameAt(days: number, minutes: number): string {
  return backupName("Kunden", ID, new Date(2026, 5, 15 - days, 12, minutes, 0));
}

const backup: Backup = { workbook: "Kunden", id: ID, file: new Blob([BYTES]), time: TIME };
const NAME = backupName("Kunden", ID, TIME);

/** Four of today and a month of days before, so that several are superseded by one more. */
function oldFolder(): FakeFolder {
  const folder = new FakeFolder();
  for (let day = 30; day > 0; day--) folder.files.set(nameAt(day, 0), new Blob([`day ${day}`]));
  for (const minutes of [-40, -30, -20, -10]) folder.files.set(nameAt(0, minutes), new Blob([`${minutes}`]));
  folder.files.set(STRANGER, new Blob(["pdf"]));
  folder.files.set(UNFINISHED, new Blob([]));
  return folder;
}

const bytesIn = async (file: Blob | undefined): Promise<Buffer | null> =>
  file === undefined ? null : Buffer.from(await file.arrayBuffer());

/** Throws at the call of that number; of no number: at none. */
function failAt(folder: FakeFolder, number: number, error: Error): void {
  folder.fault = () => {
    if (folder.calls.length === number) throw error;
  };
}

interface Seen {
  readonly result: BackedUp;
  readonly before: ReadonlyMap<string, Blob>;
  readonly folder: FakeFolder;
  /** Older files that went while what stood for the new one was not what was written. */
  readonly tooEarly: readonly string[];
}

async function run(back: Back, folder: FakeFolder): Promise<Seen> {
  const before = new Map(folder.files);
  const looks: Promise<string | null>[] = [];
  folder.beforeRemoval = (name) => {
    if (!before.has(name)) return;
    const there = folder.files.get(NAME);
    const wasRead = folder.calls.filter((call) => call === "read").length >= 2;
    looks.push(
      bytesIn(there).then((bytes) => (wasRead && bytes?.equals(Buffer.from(BYTES)) === true ? null : name)),
    );
  };
  const result = await back(folder.handle, backup);
  const tooEarly = (await Promise.all(looks)).filter((name) => name !== null);
  return { result, before, folder, tooEarly };
}

/** Everything that the promise says of how it ended. */
async function faultsOf({ result, before, folder, tooEarly }: Seen): Promise<readonly string[]> {
  const { files } = folder;
  const lost = Array.from(before.keys()).filter((name) => !files.has(name));
  const faults = tooEarly.map((name) => `${name} went before the new one was read back`);
  for (const [name, file] of before)
    if (files.has(name) && files.get(name) !== file) faults.push(`${name} was written over`);
  if (result.type === "done") {
    const all = [...before.keys(), NAME].filter((name) => name !== UNFINISHED);
    const may = new Set(superseded(all, ID));
    for (const name of lost) if (!may.has(name)) faults.push(`${name} went and is of use`);
    const there = await bytesIn(files.get(NAME));
    if (there?.equals(Buffer.from(BYTES)) !== true) faults.push("done, and not there");
  } else {
    for (const name of lost) faults.push(`${name} went and nothing came`);
    if (files.has(NAME)) faults.push("what was not verified stands for a backup");
  }
  return faults;
}

const FULL = new DOMException("full", "QuotaExceededError");

async function campaign(back: Back): Promise<{ readonly faults: readonly string[]; readonly calls: number }> {
  const calm = await run(back, oldFolder());
  const faults = [...(await faultsOf(calm))];
  const calls = calm.folder.calls.length;
  for (let number = 1; number <= calls; number++) {
    const folder = oldFolder();
    failAt(folder, number, FULL);
    const found = await faultsOf(await run(back, folder));
    faults.push(...found.map((fault) => `call ${number}, ${folder.calls[number - 1]}: ${fault}`));
  }
  return { faults, calls };
}

let folder: FakeFolder;
beforeEach(() => {
  folder = oldFolder();
});

describe("a backup into a folder", () => {
  it("is written, read back, and only then do older ones go", async () => {
    const seen = await run(backUp, folder);
    expect(seen.result).toEqual({ type: "done", name: NAME });
    expect(await faultsOf(seen)).toEqual([]);
    const gone = Array.from(seen.before.keys()).filter((name) => !folder.files.has(name));
    expect(gone.length).toBeGreaterThan(15);
    expect(folder.files.has(STRANGER)).toBe(true);
  });

  it("loses nothing of what was there, whichever call of it fails", async () => {
    const { faults, calls } = await campaign(backUp);
    expect(faults).toEqual([]);
    expect(calls).toBeGreaterThan(50);
  });

  it("its twin, which removes before it reads back, is found out", async () => {
    const hasty: Back = async (into, what) => {
      try {
        const there: string[] = [];
        for await (const { name } of into.values()) there.push(name);
        for (const name of superseded([...there, NAME], ID)) await into.removeEntry(name);
      } catch {
        return { type: "failed", message: "" };
      }
      return backUp(into, what);
    };
    const { faults } = await campaign(hasty);
    expect(faults.some((fault) => fault.endsWith("went before the new one was read back"))).toBe(true);
    expect(faults.some((fault) => fault.endsWith("went and nothing came"))).toBe(true);
  });

  it.each([
    ["a byte is another", (file: Blob) => new Blob([file.slice(0, PIECE + 50), "!", file.slice(PIECE + 51)])],
    ["the end is missing", (file: Blob) => file.slice(0, PIECE)],
    ["nothing is there", () => new Blob([])],
  ])("that is not what was written is no backup: %s", async (_, damage) => {
    folder.damage = damage;
    const seen = await run(backUp, folder);
    expect(seen.result).toEqual({ type: "unverified" });
    expect(await faultsOf(seen)).toEqual([]);
  });

  it.each([
    ["QuotaExceededError", { type: "full" }],
    ["NotAllowedError", { type: "forbidden" }],
    ["SecurityError", { type: "forbidden" }],
    ["NoModificationAllowedError", { type: "forbidden" }],
    ["NotFoundError", { type: "missing" }],
    ["NotReadableError", { type: "failed", message: "why" }],
  ])("says why it was not done: %s", async (name, told) => {
    for (const number of [1, 2, 3]) {
      folder = oldFolder();
      let calls = 0;
      folder.fault = (call) => {
        if (["createWritable", "write", "close"].includes(call) && ++calls === number)
          throw new DOMException("why", name);
      };
      const seen = await run(backUp, folder);
      expect(seen.result).toEqual(told);
      expect(await faultsOf(seen)).toEqual([]);
    }
  });

  it("stays where the clock says that it is older than all others", async () => {
    const early = { ...backup, time: new Date(2020, 0, 1) };
    const result = await backUp(folder.handle, early);
    expect(result.type).toBe("done");
    expect(folder.files.has(backupName("Kunden", ID, early.time))).toBe(true);
  });

  it("neither writes over nor removes one that has its very name, as where a clock was set back", async () => {
    const older = new Blob(["an older one"]);
    for (const fault of [null, "createWritable", "write", "close", "read"]) {
      folder = oldFolder();
      folder.files.set(NAME, older);
      folder.fault = (call) => {
        if (call === fault) throw FULL;
      };
      const result = await backUp(folder.handle, backup);
      expect(result.type, String(fault)).toBe(fault === null ? "done" : "full");
      expect(folder.files.get(NAME), String(fault)).toBe(older);
    }
  });
});
