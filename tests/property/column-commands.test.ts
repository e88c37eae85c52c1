/** Commands about columns: what they leave, what they clean up, and that one undo brings all of it back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, invert } from "../../src/core/change/index.ts";
import {
  type Atom,
  type Choice,
  type ChoiceId,
  choiceId,
  choicesOf,
  conditionsOf,
  type FieldId,
  findSheet,
  type Sheet,
  sheetId,
  type View,
  viewId,
} from "../../src/core/model/index.ts";
import { build, isRefusal } from "../../src/engine/session/build.ts";
import type { Command } from "../../src/engine/session/command.ts";
import { Session } from "../../src/engine/session/session.ts";
import { filterArb, TODAY } from "../support/filterOracle.ts";
import { oracleState } from "../support/oracle.ts";
import { check, drawing } from "../support/property.ts";
import { baseWorkbook, type Draw, drawOp, rowIds } from "../support/states.ts";

const SHEET = sheetId("s1");

type Edit = Exclude<Command, { type: "undo" | "redo" }>;

/** A sheet with rows and two views that name its fields in any way. */
function world(draw: Draw) {
  const session = new Session(baseWorkbook(), {
    newType: () => ({ storage: "text" }),
    today: () => TODAY,
  });
  const oracle = oracleState(baseWorkbook());
  const nextId = rowIds();
  const commit = (change: Parameters<typeof invert>[0]): void => {
    session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  };
  for (let n = 0; n < 4; n++) {
    const op = drawOp(draw, oracle, nextId);
    if (op.op === "sheet" || op.op === "settings") continue;
    applyChange(oracle, { ops: [op] });
    commit({ ops: [op] });
  }
  const sheet = (): Sheet => {
    const found = findSheet(session.workbook, SHEET);
    if (found === undefined) throw new Error("the sheet stays");
    return found;
  };
  const viewOf = (id: string): View => {
    const fields = sheet().fields;
    const some = draw(() => fc.shuffledSubarray([...fields]));
    return {
      id: viewId(id),
      name: id,
      columns: some.map((field) => ({
        field: field.id,
        width: 100,
        frozen: draw(() => fc.boolean()),
        hidden: draw(() => fc.boolean()),
      })),
      sort: draw(() => fc.shuffledSubarray([...fields])).map(({ id: field }) => ({
        field,
        direction: "ascending",
      })),
      filter: fields.length === 0 ? null : draw(() => filterArb(fields)),
    };
  };
  for (const [index, id] of ["v1", "v2"].entries()) {
    const before = sheet().views[index];
    commit({
      ops: [
        {
          op: "view",
          sheet: SHEET,
          edit: {
            before: before === undefined ? null : { index, item: before },
            after: { index, item: viewOf(id) },
          },
        },
      ],
    });
  }
  const cells = (field: FieldId): readonly Atom[] => {
    const table = session.table(SHEET);
    return table === undefined ? [] : Array.from(table.order, (slot) => table.atom(field, slot));
  };
  const picture = () => ({ workbook: session.workbook, cells: sheet().fields.map(({ id }) => cells(id)) });
  /** Carries it out, looks, and takes it back again. */
  const tried = (edit: Edit, look: () => void): void => {
    const before = picture();
    const built = build(session, edit);
    if (isRefusal(built)) throw new Error(built.refused);
    if (built.change.ops.length === 0) return;
    commit(built.change);
    look();
    commit(invert(built.change));
    expect(picture()).toEqual(before);
  };
  return { session, sheet, cells, tried };
}

const named = (view: View): ReadonlySet<FieldId> =>
  new Set([
    ...view.columns.map(({ field }) => field),
    ...view.sort.map(({ field }) => field),
    ...conditionsOf(view.filter).map(({ field }) => field),
  ]);

describe("commands about columns", () => {
  it("a new column stands beside the one that was meant, in the sheet and in every view that names that", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { sheet, tried } = world(draw);
        if (sheet().fields.length === 0) return;
        const field = draw(() => fc.constantFrom(...sheet().fields)).id;
        const side = draw(() => fc.constantFrom("left" as const, "right" as const));
        const step = side === "left" ? 1 : -1;
        tried({ type: "addField", sheet: SHEET, name: "New", kind: "text", beside: { field, side } }, () => {
          const { fields } = sheet();
          const place = fields.findIndex(({ name }) => name === "New");
          const fresh = fields[place]?.id;
          expect(fields[place + step]?.id).toBe(field);
          for (const { columns } of sheet().views) {
            const at = columns.findIndex((column) => column.field === field);
            expect(columns[at - step]?.field === fresh).toBe(at >= 0);
            if (at >= 0) expect(columns[at - step]?.frozen).toBe(columns[at]?.frozen);
          }
        });
      }),
      120,
    );
  });

  it("a duplicate holds the same values, and a column deleted leaves nothing behind that names it", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { sheet, cells, tried } = world(draw);
        if (sheet().fields.length < 2) return;
        const { id: field } = draw(() => fc.constantFrom(...sheet().fields));
        tried({ type: "duplicateField", sheet: SHEET, field, name: "Copy" }, () => {
          const copy = sheet().fields.find(({ name }) => name === "Copy");
          expect(copy === undefined ? null : cells(copy.id)).toEqual(cells(field));
        });
        const views = sheet().views;
        tried({ type: "deleteField", sheet: SHEET, field }, () => {
          expect(sheet().fields.some(({ id }) => id === field)).toBe(false);
          for (const [index, view] of sheet().views.entries()) {
            expect(named(view).has(field)).toBe(false);
            const before = views[index];
            const others = before === undefined ? [] : [...named(before)].filter((id) => id !== field);
            expect([...named(view)].toSorted()).toEqual(others.toSorted());
          }
        });
      }),
      120,
    );
  });

  it("choices that go become what takes their place, each once in a cell, and others stay", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { sheet, cells, tried } = world(draw);
        const listed = sheet().fields.filter(({ type }) => choicesOf(type).length > 0);
        if (listed.length === 0) return;
        const field = draw(() => fc.constantFrom(...listed));
        const known = choicesOf(field.type);
        const gone = draw(() => fc.subarray([...known], { minLength: 1 }));
        const staying = known.filter((choice) => !gone.includes(choice));
        const added: Choice = { id: choiceId("new"), label: "New", hue: "rose" };
        const choices = [...draw(() => fc.shuffledSubarray(staying)), added];
        const heirs: (ChoiceId | null)[] = [null, ...choices.map(({ id }) => id)];
        const removed = gone.map(({ id }) => ({ id, by: draw(() => fc.constantFrom(...heirs)) }));
        const before = cells(field.id);
        tried({ type: "setChoices", sheet: SHEET, field: field.id, choices, removed }, () => {
          const now = sheet().fields.find(({ id }) => id === field.id);
          const ids = now === undefined ? [] : choicesOf(now.type).map(({ id }) => id);
          expect(ids.slice(0, choices.length)).toEqual(choices.map(({ id }) => id));
          expect([...ids].toSorted()).toEqual([...staying.map(({ id }) => id), added.id].toSorted());
          const expected = before.map((atom) => {
            if (atom === null) return null;
            const next: string[] = [];
            for (const id of String(atom).split(" ")) {
              const swap = removed.find((each) => each.id === id);
              const heir = swap === undefined ? id : swap.by;
              if (heir !== null && !next.includes(heir)) next.push(heir);
            }
            return next.length === 0 ? null : next.join(" ");
          });
          expect(cells(field.id)).toEqual(expected);
        });
      }),
      120,
    );
  });

  it("what cannot be is refused: a name that is taken, the last column, an heir that is gone itself", () => {
    const session = new Session(baseWorkbook([{ storage: "text" }]), {
      newType: () => ({ storage: "text" }),
      today: () => TODAY,
    });
    const field = session.workbook.sheets[0]?.fields[0];
    if (field === undefined) throw new Error("there is a field");
    const base = { sheet: SHEET, field: field.id };
    expect(build(session, { type: "deleteField", ...base })).toEqual({ refused: "lastField" });
    expect(build(session, { type: "duplicateField", ...base, name: "F0" })).toEqual({
      refused: "nameTaken",
      name: "F0",
    });
    expect(build(session, { type: "setChoices", ...base, choices: [], removed: [] })).toEqual({
      refused: "wrongValue",
    });
  });
});
