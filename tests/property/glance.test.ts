/** O1: what opening paints before it has read the rows is what it shows when it has; else it paints nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, type SheetId } from "../../src/core/model/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { readGlance } from "../../src/storage/index.ts";
import { journalKey } from "../../src/storage/keys.ts";
import type { Glance } from "../../src/worker/api.ts";
import { checkAsync } from "../support/property.ts";
import { flipBit } from "../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { act } from "../support/worker/racing.ts";
import { NOW, setup, type Tab, Tabs } from "../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const WORKBOOK = "w1" as never;
const GLANCE = "glance";

/** A workbook edited at random, with glances taken on the way, the last of them mostly at the end. */
async function edited(seed: number): Promise<Tabs> {
  const random = makeRandom(seed);
  const tabs = new Tabs({ random });
  const tab = await tabs.open();
  await tab.host.create(random.pick(["blank", "sample"] as const), setup);
  for (let round = random.below(4); round >= 0; round--) {
    await act(tab, `r${round}`, random.below(12), random);
    await tab.host.settled();
    await tab.host.questions.query(SHEET, random.below(6) === 0 ? "a" : "");
    if (round > 0 || random.below(4) > 0) await tab.host.open.glances.keep();
  }
  return tabs;
}

const painted = ({ events }: Tab): Glance | null =>
  events.flatMap((event) => (event.type === "glance" ? [event.glance] : []))[0] ?? null;

/** What the interface has when the rows are read, in the form of a glance. */
async function shown({ host, started }: Tab) {
  if (started.type !== "open") throw new Error(started.type);
  const { workbook, undo, redo } = started.state;
  const sheet = workbook.sheets[0]?.id ?? SHEET;
  const { matching } = (await host.questions.query(sheet, "")) ?? { matching: 0 };
  const rows = (await host.questions.rows(sheet, 0, 100)).map(({ id, values }) => ({ id, values }));
  return { workbook, undo, redo, sheet, matching, rows };
}

describe("the glance", () => {
  it("O1 shows what the opened workbook shows", async () => {
    let known = 0;
    await checkAsync(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const tabs = await edited(seed);
        const again = await tabs.open();
        const glance = painted(again);
        if (glance === null) return;
        known += 1;
        expect(glance).toMatchObject(await shown(again));
      }),
      60,
    );
    expect(known).toBeGreaterThan(20);
  });

  it("O1 twin: where the journal's going on is not looked at, it shows what is no more", async () => {
    let wrong = 0;
    await checkAsync(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const tabs = await edited(seed);
        const again = await tabs.open();
        if (again.started.type !== "open" || painted(again) !== null) return;
        const disk: Disk = new Map(tabs.disk);
        for (let seq = again.host.session.seq; seq > 0; seq--) {
          const old = await readGlance(new MemoryKeyValue(disk), WORKBOOK, localDay(NOW), null);
          if (old !== null) {
            const { workbook, matching, rows } = await shown(again);
            const { workbook: before, matching: matched, rows: first } = old;
            const now = JSON.stringify([workbook, matching, rows]);
            if (now !== JSON.stringify([before, matched, first])) wrong += 1;
            return;
          }
          disk.delete(journalKey(seq));
        }
      }),
      60,
    );
    expect(wrong).toBeGreaterThan(0);
  });

  it("O1 a flipped bit leaves nothing to paint, and no damage to tell of", async () => {
    await checkAsync(
      fc.asyncProperty(fc.integer(), fc.double({ min: 0, max: 0.999_999, noNaN: true }), async (seed, at) => {
        const tabs = await edited(seed);
        if (!tabs.disk.has(GLANCE)) return;
        flipBit(tabs.disk, GLANCE, at);
        const again = await tabs.open();
        expect(painted(again)).toBeNull();
        expect(again.started).toMatchObject({ type: "open", damage: [] });
      }),
      30,
    );
  });

  it("O1 is not shown where more was saved than there is", async () => {
    const random = makeRandom(7);
    const tabs = new Tabs({ random });
    const tab = await tabs.open();
    await tab.host.create("sample", setup);
    await tab.host.questions.query(SHEET, "");
    await tab.host.open.glances.keep();
    const before: Disk = new Map(tabs.disk);
    await act(tab, "more", 5, random);
    await tab.host.settled();
    const notes = tab.events.flatMap((event) => (event.type === "note" ? [event.note] : [])).slice(-1);
    tabs.disks.set("w1", before);
    const again = await tabs.open({ notes, anew: false, wanted: null });
    expect(again.started.type).toBe("setBack");
    expect(painted(again)).toBeNull();
  });
});
