/** H1 looking back at an entry shows the state after it. H2 restoring everything makes that the present, undoably. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invert } from "../../src/core/change/index.ts";
import { type FieldId, fieldId, packAtoms, type RowId, sheetId } from "../../src/core/model/index.ts";
import { type Built, isRefusal } from "../../src/engine/session/build.ts";
import type { Refusal } from "../../src/engine/session/command.ts";
import type { Restoring } from "../../src/engine/session/restore.ts";
import type { Session } from "../../src/engine/session/session.ts";
import { type Ground, Past } from "../../src/worker/past.ts";
import { ENVIRONMENT, PastWorld } from "../support/past.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { flipBit, keysOf } from "../support/storage/damage.ts";
import { pictureOf } from "../support/storage/script.ts";

const SHEET = sheetId("s1");

const newPast = (): Past => new Past(ENVIRONMENT, () => undefined);

async function lookAt(past: Past, ground: Ground, seq: number): Promise<Session> {
  const looked = await past.lookBack(ground, seq);
  if (looked.type !== "past" || past.session === null) throw new Error(JSON.stringify(looked));
  return past.session;
}

function rowIds(session: Session): readonly RowId[] {
  const table = session.table(SHEET);
  return table === undefined ? [] : [...table.idsOf(table.order)].map((id) => id as RowId);
}

const restoring = async (past: Past, session: Session, what: Restoring): Promise<Built | Refusal> =>
  (await past.restoring(() => session, what))(session);

describe("the past", () => {
  it("H1 is, at every entry, the fold of the entries up to it, undo and redo among them", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const world = new PastWorld();
        world.play(draw, 6);
        const ground = await world.ground(draw(() => fc.integer({ min: 0, max: 2 })));
        const present = pictureOf(world.session);
        for (let seq = 1; seq <= world.session.seq; seq++) {
          const session = await lookAt(newPast(), ground, seq);
          expect(pictureOf(session)).toEqual(world.pictures[seq]);
        }
        expect(pictureOf(world.session)).toEqual(present);
      }),
      80,
    );
  });

  it("H1 goes the other way round a damaged entry, and says so where that does not help either", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const world = new PastWorld();
        world.play(draw, 5);
        const ground = await world.ground();
        const last = world.session.seq;
        const lost = draw(() => fc.integer({ min: 1, max: last }));
        flipBit(world.disk, keysOf(world.disk, "j/")[lost - 1] ?? "", 0.5);
        for (let seq = 1; seq <= last; seq++) {
          const past = newPast();
          const looked = await past.lookBack(ground, seq);
          if (looked.type !== "past") expect(looked.type).toBe("unreadable");
          else expect(past.session && pictureOf(past.session)).toEqual(world.pictures[seq]);
          // From the beginning there is no damage on the way.
          if (seq < lost) expect(looked.type).toBe("past");
        }
      }),
      60,
    );
  });

  it("H2 becomes the present as one change, and one undo brings today back", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const world = new PastWorld();
        world.play(draw, 8);
        const ground = await world.ground();
        const seq = draw(() => fc.integer({ min: 1, max: world.session.seq }));
        const past = newPast();
        await lookAt(past, ground, seq);
        // A row comes back near its place, which beside rows of other days may be another order than it was.
        const other = newPast();
        const wanted = rowIds(await lookAt(other, ground, Math.ceil(world.session.seq / 2)));
        for (const row of wanted) {
          const one = await restoring(other, world.session, { what: "row", sheet: SHEET, row });
          if (!isRefusal(one)) {
            world.session.commit(one.change, { type: "do", change: one.change }, one.cause, 0);
          }
        }
        const today = pictureOf(world.session);
        const built = await restoring(past, world.session, { what: "all" });
        if (isRefusal(built)) throw new Error(built.refused);
        const { change, cause } = built;
        expect(cause).toEqual({ type: "restoreAll", asOf: 1e12 + seq - 1 });
        world.session.commit(change, { type: "do", change }, cause, 0);
        expect(pictureOf(world.session)).toEqual(world.pictures[seq]);
        const back = invert(change);
        world.session.commit(back, { type: "undo", seq: world.session.seq }, cause, 0);
        expect(pictureOf(world.session)).toEqual(today);
      }),
      150,
    );
  });

  it("H2 of one row or column touches nothing else, and undo takes it back", async () => {
    let rows = 0;
    let columns = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const world = new PastWorld();
        world.play(draw, 6);
        const past = newPast();
        const then = await lookAt(past, await world.ground(), Math.ceil(world.session.seq / 2));
        const today = pictureOf(world.session);
        const table = then.table(SHEET);
        const ids = rowIds(then);
        const fields = then.workbook.sheets.find(({ id }) => id === SHEET)?.fields ?? [];
        if (ids.length === 0 || fields.length === 0) return;
        const wanted = draw(() => fc.constantFrom(...ids));
        const field = draw(() => fc.constantFrom<FieldId[]>(...fields.map(({ id }) => id)));
        const what = draw(() =>
          fc.constantFrom(
            { what: "row" as const, sheet: SHEET, row: wanted },
            { what: "column" as const, sheet: SHEET, field },
          ),
        );
        const without = (row: RowId) =>
          pictureOf(world.session).tables.map(({ rows: all }) => all.filter(([id]) => id !== row));
        const others = without(wanted);
        const built = await restoring(past, world.session, what);
        if (isRefusal(built)) return;
        world.session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
        const now = world.session.table(SHEET);
        const sheet = world.session.workbook.sheets.find(({ id }) => id === SHEET);
        const same = (row: RowId, column: FieldId): void => {
          const [mine, theirs] = [now?.slotOf(row) ?? null, table?.slotOf(row) ?? null];
          const type = sheet?.fields.find(({ id }) => id === column)?.type;
          if (mine === null || theirs === null || type === undefined) return;
          if (type.storage !== fields.find(({ id }) => id === column)?.type.storage) return;
          expect(now?.atom(column, mine)).toEqual(table?.atom(column, theirs));
        };
        if (what.what === "row") {
          rows += 1;
          expect(now?.slotOf(wanted)).not.toBeNull();
          for (const { id } of fields) same(wanted, id);
          expect(without(wanted)).toEqual(others);
        } else {
          columns += 1;
          for (const id of ids) same(id, field);
        }
        const back = invert(built.change);
        world.session.commit(back, { type: "undo", seq: world.session.seq }, built.cause, 0);
        expect(pictureOf(world.session)).toEqual(today);
      }),
      250,
    );
    expect(rows).toBeGreaterThan(50);
    expect(columns).toBeGreaterThan(50);
  });

  it("H1 H2 hold for an import in the middle of a sheet that is taken in and out by bites", async () => {
    const world = new PastWorld();
    const insert = (at: number, first: number, count: number): void => {
      const ids = Uint32Array.from({ length: count }, (_, n) => first + n);
      const texts = packAtoms(
        false,
        Array.from(ids, (id) => `t${id}`),
      );
      const columns = new Map([[fieldId("f0"), texts]]);
      world.perform({ ops: [{ op: "insertRows", sheet: SHEET, blocks: [{ at, ids, columns }] }] });
    };
    insert(0, 1, 10);
    insert(5, 11, 40_000);
    world.turn("undo");
    insert(5, 50_001, 20_000);
    const ground = await world.ground();
    for (const seq of [1, 2, 3, 4, 5]) {
      const past = newPast();
      expect(pictureOf(await lookAt(past, ground, seq))).toEqual(world.pictures[seq]);
      const built = await restoring(past, world.session, { what: "all" });
      if (isRefusal(built)) throw new Error(built.refused);
      world.session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
      expect(pictureOf(world.session)).toEqual(world.pictures[seq]);
      world.session.commit(invert(built.change), { type: "undo", seq: world.session.seq }, built.cause, 0);
      expect(pictureOf(world.session)).toEqual(world.pictures[5]);
      // What was only tried is no part of the history.
      world.session.seq = 5;
    }
  });
});
