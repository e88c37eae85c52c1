/** What becomes of a workbook that a newer version has written to: it is looked at as it was before, and not written to. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ChartRecipe, fieldId, type SheetId, workbookId } from "../../../src/core/model/index.ts";
import { SCHEMA_VERSION } from "../../../src/core/schema/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { encodeFormat } from "../../../src/storage/format.ts";
import { frame } from "../../../src/storage/frame.ts";
import { FORMAT_KEY, journalKey, rootKey } from "../../../src/storage/keys.ts";
import { ChartJobs } from "../../../src/worker/charts.ts";
import { keysOf, payloadOf } from "../../support/storage/damage.ts";
import { setup, type Tab, Tabs, turn } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const RECIPE: ChartRecipe = { kind: "pareto", of: fieldId("revenue") };

it("S3 charts are drawn of it, though no workbook is open", async () => {
  const tabs = new Tabs({ random: makeRandom(1) });
  const tab = await tabs.open();
  await tab.host.create("sample", setup);
  await tab.host.settled();
  const drawn = await new ChartJobs(tab.host).chart(SHEET, RECIPE, "", false);
  const next = journalKey(tab.host.session.seq + 1);
  const format = encodeFormat({ format: 99, lowestReader: 99, workbook: workbookId("w1") });
  tabs.disk.set(FORMAT_KEY, (await frame(FORMAT_KEY, format)).bytes);
  tabs.disk.set(next, (await frame(next, Uint8Array.of(99, 1, 2, 3))).bytes);

  const { host, started } = await tabs.open();
  expect(started.type).toBe("tooNew");
  expect(host.openId).toBeNull();
  const charts = new ChartJobs(host);
  expect(await charts.chart(SHEET, RECIPE, "", false)).toEqual(drawn);
  expect(await charts.compareWith(tabs.now)).toEqual({ type: "unreadable" });
});

describe("a tab of the older version that stays open", () => {
  /** Past every pause after which something is written. */
  const LONG = 120_000;

  afterEach(() => void vi.useRealTimers());

  /** A workbook, and nothing of it in a snapshot yet. */
  async function begun(): Promise<{ tabs: Tabs; tab: Tab }> {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const tabs = new Tabs({ random: makeRandom(1) });
    const tab = await tabs.open();
    await tab.host.create("sample", setup);
    await tab.host.settled();
    // What opening paints first is kept of rows that were asked for.
    await tab.host.questions.query(SHEET, "");
    return { tabs, tab };
  }

  async function idle(): Promise<void> {
    for (let passed = 0; passed < LONG; passed += 1000) {
      vi.advanceTimersByTime(1000);
      for (let turns = 0; turns < 10; turns++) await turn();
    }
  }

  /** As the newer version writes it: of the same layout, with a number that this one does not know. */
  async function writeNewer(tabs: Tabs, key: string, payload: Uint8Array<ArrayBuffer>): Promise<void> {
    expect(payload[0]).toBe(SCHEMA_VERSION);
    payload[0] = SCHEMA_VERSION + 1;
    tabs.disk.set(key, (await frame(key, payload)).bytes);
  }

  it("T4 keeps neither snapshot nor copy nor glance once it has met a newer entry", async () => {
    const { tabs, tab } = await begun();
    const last = journalKey(tab.host.session.seq);
    await writeNewer(tabs, journalKey(tab.host.session.seq + 1), await payloadOf(tabs.disk, last));
    await tab.host.follow();
    await vi.waitFor(() => expect(tab.events.some(({ type }) => type === "outdated")).toBe(true));
    const before = new Map(tabs.disk);
    await idle();
    expect(tabs.disk).toEqual(before);
    expect(await tabs.mirror(workbookId("w1")).list()).toEqual([]);
  });

  it("T4 leaves the newer version's snapshot where it is, before it has heard of any entry", async () => {
    const { tabs, tab } = await begun();
    await vi.waitFor(async () => expect(await tabs.mirror(workbookId("w1")).list()).toHaveLength(1), 5000);
    const [root = ""] = keysOf(tabs.disk, "root/");
    await tab.host.dispatch({ type: "addRow", sheet: SHEET, field: fieldId("name"), value: "Zoë" });
    await tab.host.settled();
    await writeNewer(tabs, rootKey(2), await payloadOf(tabs.disk, root));
    const before = new Map(tabs.disk);
    await idle();
    expect([...tabs.disk.keys()].filter((key) => !before.has(key))).toEqual([]);
    expect([...before.keys()].filter((key) => !tabs.disk.has(key))).toEqual([]);
    expect(await tabs.mirror(workbookId("w1")).list()).toHaveLength(1);
  });

  it("T4 writes nothing beside the journal into a store that the newer version has taken over", async () => {
    const { tabs } = await begun();
    const format = encodeFormat({ format: 99, lowestReader: 99, workbook: workbookId("w1") });
    tabs.disk.set(FORMAT_KEY, (await frame(FORMAT_KEY, format)).bytes);
    const before = new Map(tabs.disk);
    await idle();
    expect(tabs.disk).toEqual(before);
  });
});
