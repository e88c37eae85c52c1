/** Rules that look at today, when the day goes on: at midnight, when a workbook is opened later, in several tabs. */
import { describe, expect, it } from "vitest";
import {
  type ChoiceId,
  type FieldId,
  fieldId,
  type RowId,
  type SheetId,
} from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { NewDay } from "../../../src/worker/newDay.ts";
import { NOW, rest, setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const [STATUS, CONTACT] = [fieldId("status"), fieldId("lastContact")];
const DAY = 86_400_000;
const TODAY = Math.floor(NOW / DAY);
const [ACTIVE, LOST] = ["active" as ChoiceId, "lost" as ChoiceId];

/** One customer who was last heard of ten days ago, and is lost after eleven. */
async function begin(tabs: Tabs): Promise<Tab> {
  const tab = await tabs.open();
  const { host } = tab;
  await host.create("blank", setup);
  await host.dispatch({
    type: "addRow",
    sheet: SHEET,
    field: CONTACT,
    value: TODAY - 10,
  });
  const recent = { op: "within", field: CONTACT, period: { unit: "day", from: -10, to: 0 } } as const;
  const done = await host.dispatch({
    type: "setClassifier",
    sheet: SHEET,
    classifier: {
      field: STATUS,
      classes: [ACTIVE, LOST],
      method: { by: "conditions", filters: [recent] },
      byHand: "by hand",
    },
    reasonName: "Why",
  });
  expect(done.ok).toBe(true);
  await host.settled();
  return tab;
}

const statusOf = ({ host }: Tab) => {
  const table = host.session.table(SHEET);
  return table?.atom(STATUS, table.slotOf(1 as RowId) ?? 0) ?? null;
};

describe("a new day", () => {
  it("moves whom the rules move, as one entry that says why; on the same day nothing is done twice", async () => {
    const tabs = new Tabs({ random: makeRandom(1) });
    const a = await begin(tabs);
    const day = new NewDay(a.host);
    const { seq } = a.host.session;
    await day.look();
    expect(a.host.session.seq).toBe(seq);
    expect(statusOf(a)).toBe("active");
    tabs.now = NOW + DAY;
    await day.look();
    await day.look();
    expect(statusOf(a)).toBe("lost");
    expect(a.host.session.seq).toBe(seq + 1);
    expect(a.host.session.history.undo?.cause).toEqual({ type: "classify", cells: 1 });
    // What a rule has moved is no hand's: it moves on with the rule.
    tabs.now = NOW;
    await day.look();
    expect(statusOf(a)).toBe("active");
  });

  it("moves by a rule that looks at what another rule fills, and takes neither for a hand's", async () => {
    const tabs = new Tabs({ random: makeRandom(4) });
    const a = await begin(tabs);
    const tier = fieldId("tier");
    const classes = ["vip", "major", "small"].map((id) => id as ChoiceId);
    const isActive = { op: "oneOf", field: STATUS, atoms: [ACTIVE] } as const;
    // On the way back it is "major" by the status of the day before, which is "vip" by that of the same day.
    const recent = { op: "within", field: CONTACT, period: { unit: "day", from: -10, to: 0 } } as const;
    const classifier = {
      field: tier,
      classes,
      method: { by: "conditions", filters: [isActive, recent] },
      byHand: "by hand",
    } as const;
    const set = { type: "setClassifier", sheet: SHEET, classifier, reasonName: "Why this tier" } as const;
    expect((await a.host.dispatch(set)).ok).toBe(true);
    const atomOf = (field: FieldId) => {
      const table = a.host.session.table(SHEET);
      return table?.atom(field, table.slotOf(1 as RowId) ?? 0) ?? null;
    };
    const reasons = (a.host.session.workbook.sheets[0]?.classifiers ?? []).map(({ reason }) => reason);
    const day = new NewDay(a.host);
    for (const [now, status, expected] of [
      [NOW, "active", "vip"],
      [NOW + DAY, "lost", "small"],
      [NOW, "active", "vip"],
    ] as const) {
      tabs.now = now;
      await day.look();
      expect([statusOf(a), atomOf(tier)]).toEqual([status, expected]);
      expect(reasons.map(atomOf)).toEqual([null, null]);
    }
  });

  it("comes to a workbook that is opened on a later day, and to two tabs only once", async () => {
    const tabs = new Tabs({ random: makeRandom(2) });
    const a = await begin(tabs);
    const b = await tabs.open();
    await rest([a, b]);
    const { seq } = a.host.session;
    a.sleep(true);
    b.sleep(true);
    tabs.now = NOW + DAY;
    await Promise.all([new NewDay(a.host).look(), new NewDay(b.host).look()]);
    a.sleep(false);
    b.sleep(false);
    await rest([a, b]);
    for (const tab of [a, b]) {
      expect(tab.host.session.seq).toBe(seq + 1);
      expect(statusOf(tab)).toBe("lost");
      expect(tab.events.filter(({ type }) => type === "dropped")).toEqual([]);
    }
    const later = await tabs.open();
    await new NewDay(later.host).look();
    await rest([a, b, later]);
    expect(later.host.session.seq).toBe(seq + 1);
  });

  it("goes on while the past is looked at", async () => {
    const tabs = new Tabs({ random: makeRandom(3) });
    const a = await begin(tabs);
    await a.host.past.lookBack(a.host.ground, 1);
    tabs.now = NOW + DAY;
    await new NewDay(a.host).look();
    a.host.past.leave();
    expect(statusOf(a)).toBe("lost");
  });
});
