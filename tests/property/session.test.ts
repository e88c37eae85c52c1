/** What a sheet shows while it is edited: places kept, strays marked, and the order after all the same as a new one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change, invert } from "../../src/core/change/index.ts";
import {
  fieldId,
  firstView,
  packAtoms,
  type SortKey,
  sheetId,
  type View,
  type ViewId,
  viewId,
  type Workbook,
} from "../../src/core/model/index.ts";
import { dependsOn } from "../../src/engine/query/filter.ts";
import { type Environment, Session } from "../../src/engine/session/session.ts";
import { filterArb, TODAY } from "../support/filterOracle.ts";
import { oracleState } from "../support/oracle.ts";
import { check, drawing } from "../support/property.ts";
import { baseWorkbook, type Draw, drawOp } from "../support/states.ts";

const SHEET = sheetId("s1");
const environment: Environment = { newType: () => ({ storage: "text" }), today: () => TODAY };

/** Every row's id and values; none for a sheet that is gone. */
const shownBy = (session: Session) =>
  session.screens.rows(SHEET, 0, 1000).map(({ id, values }) => [id, values]);

const SECOND: View = { id: viewId("v2"), name: "Second", columns: [], sort: [], filter: null };

function twoViews(): Workbook {
  const workbook = baseWorkbook();
  return {
    ...workbook,
    sheets: workbook.sheets.map((each) => ({ ...each, views: [...each.views, SECOND] })),
  };
}

class World {
  readonly session = new Session(twoViews(), environment);
  readonly done: Change[] = [];
  private readonly oracle = oracleState(twoViews());
  private readonly draw: Draw;
  private lastId = 0;

  constructor(draw: Draw) {
    this.draw = draw;
  }

  commit(change: Change) {
    applyChange(this.oracle, change);
    this.done.push(change);
    return this.session.commit(change, { type: "do", change }, { type: "settings" }, 0).touched;
  }

  edit() {
    return this.commit({ ops: [drawOp(this.draw, this.oracle, () => ++this.lastId)] });
  }

  undo() {
    const last = this.done.at(-1);
    return last === undefined ? [] : this.commit(invert(last));
  }

  /** Sorts and filters anew. */
  look(index = 0): void {
    const sheet = this.session.workbook.sheets.find(({ id }) => id === SHEET);
    const before = sheet?.views[index];
    if (sheet === undefined || before === undefined || sheet.fields.length === 0) return;
    const fields = sheet.fields.map(({ id }) => id);
    const sort = this.draw(() =>
      fc.uniqueArray(
        fc.record({
          field: fc.constantFrom(...fields),
          direction: fc.constantFrom<SortKey["direction"][]>("ascending", "descending"),
        }),
        { maxLength: 3, selector: ({ field }) => field },
      ),
    );
    const filter = this.draw(() => filterArb(sheet.fields));
    const after: View = { ...before, sort, filter };
    const edit = { before: { index, item: before }, after: { index, item: after } };
    this.commit({ ops: [{ op: "view", sheet: SHEET, edit }] });
  }

  /** The same history from its beginning, asked once. */
  anew(search: string, view: ViewId | null = null): Session {
    const session = new Session(twoViews(), environment);
    for (const change of this.done) session.commit(change, { type: "do", change }, { type: "settings" }, 0);
    session.screens.query(SHEET, search, view);
    return session;
  }
}

describe("an order that is kept up to date", () => {
  it("Q1 Q2 equals an order made anew, however edits, undo and queries alternate", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = new World(draw);
        let search = "";
        let view: ViewId | null = null;
        world.edit();
        world.look();
        for (let step = 0; step < 12; step++) {
          const what = draw(() =>
            fc.constantFrom("edit", "edit", "edit", "undo", "look", "search", "choose", "query"),
          );
          if (what === "edit") world.edit();
          else if (what === "undo") world.undo();
          else if (what === "look") world.look(draw(() => fc.constantFrom(0, 1)));
          else if (what === "search") search = draw(() => fc.constantFrom("", "a", "k1", "-"));
          else if (what === "choose") view = draw(() => fc.constantFrom(null, SECOND.id));
          if (what === "edit" || what === "undo" || what === "look") continue;
          const counts = world.session.screens.query(SHEET, search, view);
          const fresh = world.anew(search, view);
          expect(shownBy(world.session)).toEqual(shownBy(fresh));
          expect(counts).toEqual(fresh.screens.query(SHEET, search));
          expect(world.session.screens.rows(SHEET, 0, 1000).filter(({ stray }) => stray !== null)).toEqual(
            [],
          );
        }
      }),
      400,
    );
  });

  it("Q1 rows that were written to keep their places until then, and exactly those that no longer fit are marked", () => {
    let moved = 0;
    let excluded = 0;
    check(
      fc.property(drawing(), (draw) => {
        const world = new World(draw);
        for (let n = 0; n < 3; n++) world.edit();
        world.look();
        world.session.screens.query(SHEET, "");
        for (let n = 0; n < 4; n++) {
          const before = world.session.screens.rows(SHEET, 0, 1000);
          const touched = world.edit().find(({ sheet }) => sheet === SHEET);
          if (touched === undefined || touched.extent === "order") return;
          const sheet = world.session.workbook.sheets.find(({ id }) => id === SHEET);
          // Of rows that nobody wrote to it is not said that they left the top ten.
          if (sheet === undefined || dependsOn(firstView(sheet).filter).wholeColumns.size > 0) return;
          const rows = world.session.screens.rows(SHEET, 0, 1000);
          expect(rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
          const settled = world.anew("").screens.rows(SHEET, 0, 1000);
          const there = new Set(settled.map(({ id }) => id));
          const out = rows.filter(({ id }) => !there.has(id));
          for (const row of out) expect(row.stray).toBe("excluded");
          for (const row of rows) if (row.stray === "excluded") expect(out).toContain(row);
          // Without the marked rows, what is left stands as it will stand.
          const marked = new Set(rows.filter(({ stray }) => stray !== null).map(({ id }) => id));
          const still = ({ id }: { id: number }) => !marked.has(id as never);
          const known = new Set(rows.map(({ id }) => id));
          if (touched.extent === "strays") {
            const later = settled.filter(({ id }) => known.has(id) && still({ id }));
            expect(rows.filter(still).map(({ id }) => id)).toEqual(later.map(({ id }) => id));
          }
          moved += rows.filter(({ stray }) => stray === "moved").length;
          excluded += out.length;
        }
      }),
      6000,
    );
    expect(moved).toBeGreaterThan(5);
    expect(excluded).toBeGreaterThan(5);
  });
});

describe("a filter that compares rows with each other", () => {
  it("Q1 is judged anew for rows that nobody wrote to", () => {
    const session = new Session(baseWorkbook(), environment);
    const commit = (change: Change) =>
      session.commit(change, { type: "do", change }, { type: "settings" }, 0).touched;
    const amounts = packAtoms(true, [10, 20, 30]);
    const field = fieldId("f1");
    const block = { at: 0, ids: Uint32Array.of(1, 2, 3), columns: new Map([[field, amounts]]) };
    commit({ ops: [{ op: "insertRows", sheet: SHEET, blocks: [block] }] });
    const [sheet] = session.workbook.sheets;
    if (sheet === undefined) throw new Error("the base has one sheet");
    const before = firstView(sheet);
    const after: View = { ...before, filter: { op: "aboveAverage", field } };
    const edit = { before: { index: 0, item: before }, after: { index: 0, item: after } };
    commit({ ops: [{ op: "view", sheet: SHEET, edit }] });
    session.screens.query(SHEET, "");
    expect(session.screens.rows(SHEET, 0, 9).map(({ id }) => id)).toEqual([3]);
    const write = { rows: Uint32Array.of(1), before: packAtoms(true, [10]), after: packAtoms(true, [-90]) };
    expect(commit({ ops: [{ op: "cells", sheet: SHEET, field, ...write }] })).toEqual([
      { sheet: SHEET, extent: "strays" },
    ]);
    session.screens.query(SHEET, "");
    expect(session.screens.rows(SHEET, 0, 9).map(({ id }) => id)).toEqual([2, 3]);
  });
});

describe("an export", () => {
  it("Q1 takes every row at the place where it belongs, and moves none on the screen", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = new World(draw);
        for (let n = 0; n < 3; n++) world.edit();
        world.look();
        world.session.screens.query(SHEET, "");
        world.edit();
        const before = shownBy(world.session);
        const exported = world.session.screens.exported(SHEET);
        const settled = shownBy(world.anew(""));
        expect(exported === null ? [] : Array.from(exported.table.idsOf(exported.slots))).toEqual(
          settled.map(([id]) => id),
        );
        expect(shownBy(world.session)).toEqual(before);
      }),
      500,
    );
  });
});
