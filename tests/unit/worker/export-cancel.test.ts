/** An export that is given up, whenever that comes: how far it is is told until then, and nothing of it is left. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fieldId, packAtoms, sheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { buildImport } from "../../../src/engine/session/build.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = sheetId("customers");
const COUNT = 5_000;
/** Of one export, at which it is given up. */
const MOMENTS = 8;
const PRESETS = ["excel", "roundTrip", "xlsx", "pack", "xero", "vcard"];

let tab: Tab;
beforeEach(async () => {
  tab = await new Tabs({ random: makeRandom(1) }).open();
  const { host } = tab;
  await host.create("blank", setup);
  const names = packAtoms(
    false,
    Array.from({ length: COUNT }, (_, row) => `Name ${row}`),
  );
  host.commit({
    type: "build",
    build: (session) => ({
      change: buildImport(session, {
        sheet: SHEET,
        fields: [],
        columns: new Map([
          [fieldId("name"), names],
          [fieldId("code"), names],
        ]),
        rowCount: COUNT,
        updates: [],
      }),
      cause: { type: "settings" },
    }),
  });
  await host.settled();
  tab.events.length = 0;
  // Every step is a slice of its own.
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 50));
});
afterEach(() => vi.restoreAllMocks());

/** A file on disk: what is written stands in its place when it is closed. */
class FakeTarget {
  before = "before";
  readonly calls: string[] = [];
  onWrite: () => void = () => undefined;

  get handle(): FileSystemFileHandle {
    const used = {
      createWritable: async () => {
        this.calls.push("open");
        let size = 0;
        return {
          write: async (piece: Uint8Array) => {
            this.onWrite();
            size += piece.length;
          },
          close: async () => {
            this.calls.push("close");
            this.before = `${size}`;
          },
          abort: async () => void this.calls.push("abort"),
        };
      },
    };
    return used as unknown as FileSystemFileHandle;
  }
}

const requestFor = (preset: string) => ({ sheet: SHEET, scope: { scope: "sheet" }, preset }) as const;
const NAMES = { file: "out", language: "en" } as const;
const sentCount = (): number => tab.host.session.workbook.settings.sent?.length ?? 0;

/** Cancelled when it tells for the nth time how far it is; how often it told. */
async function cancelledAt(preset: string, nth: number, target: FakeTarget | null) {
  const jobs = new ExportJobs(tab.host);
  const { push } = Array.prototype;
  let told = 0;
  tab.events.push = (...events) => {
    for (const { type } of events) if (type === "progress" && ++told === nth) jobs.cancel();
    return push.apply(tab.events, events);
  };
  const done = await jobs.write(requestFor(preset), NAMES, target?.handle ?? null);
  tab.events.push = push;
  return { done, told };
}

it.each(PRESETS)("is left at whichever step it tells of: %s", async (preset) => {
  const { done, told } = await cancelledAt(preset, 0, null);
  expect(done).toMatchObject({ type: "written", rows: COUNT });
  expect(told).toBeGreaterThan(4);
  const sent = sentCount();
  // Of receivers' many columns each is a step.
  const every = Math.ceil(told / MOMENTS);
  for (let nth = 1; nth <= told; nth += nth === told ? 1 : Math.min(every, told - nth)) {
    for (const target of [null, new FakeTarget()]) {
      const cancelled = await cancelledAt(preset, nth, target);
      expect(cancelled.done, `${nth} of ${told}`).toEqual({ type: "cancelled" });
      // It goes no further.
      expect(cancelled.told).toBe(nth);
      expect(target?.before ?? "before").toBe("before");
      expect(target?.calls.filter((call) => call !== "open" && call !== "abort") ?? []).toEqual([]);
      if (target?.calls.includes("open")) expect(target.calls).toEqual(["open", "abort"]);
    }
  }
  // What never went out is not waited for.
  expect(sentCount()).toBe(sent);
  const target = new FakeTarget();
  const again = await cancelledAt(preset, 0, target);
  expect(again.done).toMatchObject({ type: "written", rows: COUNT, blob: null });
  expect(target.calls).toEqual(["open", "close"]);
  expect(Number(target.before)).toBeGreaterThan(COUNT);
});

it.each(PRESETS)("tells how far it is, and that it is through: %s", async (preset) => {
  await cancelledAt(preset, 0, null);
  const shares = tab.events.flatMap((event) =>
    event.type === "progress" && event.total !== null ? [event.done / event.total] : [],
  );
  expect(Math.max(...shares)).toBe(1);
  // Looked through first, then written: it begins anew once; not where each file is a step, and through with it.
  const anew = shares.filter((share, at) => share < (shares[at - 1] ?? 0));
  expect(anew).toHaveLength(preset === "xero" ? 0 : 1);
});

it.each(PRESETS)("is given up too while a slow disk takes its last piece: %s", async (preset) => {
  vi.restoreAllMocks();
  const jobs = new ExportJobs(tab.host);
  const target = new FakeTarget();
  target.onWrite = () => jobs.cancel();
  const done = await jobs.write(requestFor(preset), NAMES, target.handle);
  expect(done).toEqual({ type: "cancelled" });
  expect(target.calls).toEqual(["open", "abort"]);
  expect(target.before).toBe("before");
  expect(sentCount()).toBe(0);
});

it("a disk that fails leaves what was there, and says so", async () => {
  const target = new FakeTarget();
  target.onWrite = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const writing = new ExportJobs(tab.host).write(requestFor("roundTrip"), NAMES, target.handle);
  await expect(writing).rejects.toThrow("full");
  expect(target.calls).toEqual(["open", "abort"]);
  expect(sentCount()).toBe(0);
});

it("a newer question ends the one before it", async () => {
  const jobs = new ExportJobs(tab.host);
  const first = jobs.preview(requestFor("excel"));
  const second = jobs.preview(requestFor("excel"));
  expect(await first).toBeNull();
  expect((await second)?.rows).toBe(COUNT);
  const third = jobs.preview(requestFor("excel"));
  jobs.cancel();
  expect(await third).toBeNull();
});
