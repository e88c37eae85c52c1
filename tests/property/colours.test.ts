/** Colours by a view's rules, by the word of a naive look at every row, also while the rows are edited. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change, invert } from "../../src/core/change/index.ts";
import {
  type Atom,
  type CellColour,
  type ColourRule,
  choicesOf,
  type Field,
  findSheet,
  firstView,
  isNumeric,
  normalise,
  packAtoms,
  type Sheet,
  sheetId,
  withColours,
} from "../../src/core/model/index.ts";
import { sortSteps } from "../../src/engine/query/columnFacts.ts";
import { Session } from "../../src/engine/session/session.ts";
import { runNow } from "../../src/engine/steps.ts";
import { conditionArb, passes, TODAY } from "../support/filterOracle.ts";
import { oracleState } from "../support/oracle.ts";
import { check, drawing } from "../support/property.ts";
import { atomArb, baseWorkbook, type Draw, drawOp, rowIds } from "../support/states.ts";

const SHEET = sheetId("s1");

class World {
  readonly session = new Session(baseWorkbook(), {
    newType: () => ({ storage: "text" }),
    today: () => TODAY,
  });
  private readonly oracle = oracleState(baseWorkbook());
  private readonly nextId = rowIds();
  private readonly done: Change[] = [];
  private readonly draw: Draw;

  constructor(draw: Draw) {
    this.draw = draw;
    for (let n = 0; n < 5; n++) this.edit();
  }

  get sheet(): Sheet {
    const sheet = findSheet(this.session.workbook, SHEET);
    if (sheet === undefined) throw new Error("the sheet stays");
    return sheet;
  }

  private commit(change: Change): void {
    applyChange(this.oracle, change);
    this.session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  }

  edit(): void {
    const op = drawOp(this.draw, this.oracle, this.nextId);
    if (op.op === "sheet" || op.op === "settings" || op.op === "view") return;
    const change = { ops: [op] };
    this.done.push(change);
    this.commit(change);
  }

  /** Other values in some cells of one column. */
  write(field: Field): void {
    const table = this.session.table(SHEET);
    const slots = this.draw(() => fc.subarray(Array.from(table?.order ?? [])));
    if (table === undefined || slots.length === 0) return;
    const numeric = isNumeric(field.type);
    const pack = (atoms: readonly Atom[]) => packAtoms(numeric, atoms);
    const change: Change = {
      ops: [
        {
          op: "cells",
          sheet: SHEET,
          field: field.id,
          rows: Uint32Array.from(slots, (slot) => table.idOf(slot)),
          before: pack(slots.map((slot) => table.atom(field.id, slot))),
          after: pack(slots.map(() => this.draw(() => atomArb(field.type)))),
        },
      ],
    };
    this.done.push(change);
    this.commit(change);
  }

  undo(): void {
    const last = this.done.pop();
    if (last !== undefined) this.commit(invert(last));
  }

  /** The view with these rules, filtered by none. */
  rule(colours: readonly ColourRule[]): void {
    const item = firstView(this.sheet);
    const after = { index: 0, item: withColours({ ...item, filter: null }, colours) };
    this.commit({ ops: [{ op: "view", sheet: SHEET, edit: { before: { index: 0, item }, after } }] });
  }

  /** Every row's atoms, in the sheet's own order. */
  rows(): readonly (readonly Atom[])[] {
    const table = this.session.table(SHEET);
    if (table === undefined) return [];
    return Array.from(table.order, (slot) => this.sheet.fields.map(({ id }) => table.atom(id, slot)));
  }

  colours(): readonly (Readonly<Record<string, CellColour>> | undefined)[] {
    this.session.screens.query(SHEET, "");
    return this.session.screens.rows(SHEET, 0, 1000).map(({ colours }) => colours);
  }
}

function ruleArb(fields: readonly Field[]): fc.Arbitrary<ColourRule> {
  const field = fc.constantFrom(...fields.map(({ id }) => id));
  const hue = fc.constantFrom("rose" as const, "green" as const, "blue" as const);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("when" as const),
        field,
        condition: conditionArb(fields),
        hue,
      }),
    },
    fc.record({ type: fc.constantFrom("duplicates" as const, "bar" as const), field, hue }),
    fc.record({ type: fc.constant("choice" as const), field }),
  );
}

/** What one rule says of one row. */
function says(
  rule: ColourRule,
  fields: readonly Field[],
  row: readonly Atom[],
  rows: readonly (readonly Atom[])[],
): CellColour {
  const nothing: CellColour = { hue: null, bar: null };
  const at = fields.findIndex(({ id }) => id === rule.field);
  const field = fields[at];
  const atom = row[at] ?? null;
  if (field === undefined) return nothing;
  const { type } = field;
  switch (rule.type) {
    case "when":
      return fields.some(({ id }) => id === rule.condition.field) && passes(rule.condition, fields, row, rows)
        ? { hue: rule.hue, bar: null }
        : nothing;
    case "duplicates": {
      const key = (each: Atom): Atom =>
        typeof each === "string" && type.storage === "text" ? normalise(each).trim() : each;
      const same = rows.filter((each) => each[at] !== null && key(each[at] ?? null) === key(atom));
      return atom !== null && same.length > 1 ? { hue: rule.hue, bar: null } : nothing;
    }
    case "choice": {
      const [first] = String(atom).split(" ");
      const hue = choicesOf(type).find(({ id }) => id === first)?.hue ?? null;
      return { hue, bar: null };
    }
    case "bar": {
      if (typeof atom !== "number" || (type.storage !== "integer" && type.storage !== "day")) return nothing;
      const values = rows.map((each) => each[at]).filter((each) => typeof each === "number");
      const amounts = type.storage === "integer";
      if (amounts && atom === 0) return nothing;
      const low = Math.min(...values, ...(amounts ? [0] : []));
      const high = Math.max(...values, ...(amounts ? [0] : []));
      const place = (value: number): number =>
        high === low ? 100 : Math.round(((value - low) / (high - low)) * 1000) / 10;
      const ends = [amounts ? place(0) : 0, place(atom)];
      return { hue: null, bar: { hue: rule.hue, from: Math.min(...ends), to: Math.max(...ends) } };
    }
  }
}

function expected(
  rules: readonly ColourRule[],
  fields: readonly Field[],
  rows: readonly (readonly Atom[])[],
) {
  return rows.map((row) => {
    const cells: Record<string, CellColour> = {};
    for (const rule of rules) {
      const said = says(rule, fields, row, rows);
      const { hue, bar } = cells[rule.field] ?? { hue: null, bar: null };
      const cell = { hue: hue ?? said.hue, bar: bar ?? said.bar };
      if (cell.hue !== null || cell.bar !== null) cells[rule.field] = cell;
    }
    return Object.keys(cells).length === 0 ? undefined : cells;
  });
}

describe("colours by rules", () => {
  it("Q3 are what a look at every row says, first rule first, and stay so through edits and undo", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = new World(draw);
        if (world.sheet.fields.length === 0) return;
        const rules = draw(() => fc.array(ruleArb(world.sheet.fields), { maxLength: 3 }));
        world.rule(rules);
        for (let step = 0; step < 4; step++) {
          expect(world.colours()).toEqual(expected(rules, world.sheet.fields, world.rows()));
          const ruled = world.sheet.fields.filter(({ id }) => rules.some(({ field }) => field === id));
          const what = draw(() => fc.constantFrom("write", "write", "edit", "undo"));
          if (what === "edit") world.edit();
          else if (what === "undo") world.undo();
          else if (ruled.length > 0) world.write(draw(() => fc.constantFrom(...ruled)));
        }
      }),
      120,
    );
  });

  it("Q3 a rule colours exactly the rows that a filter by its condition keeps", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = new World(draw);
        const [field] = world.sheet.fields;
        if (field === undefined) return;
        const condition = draw(() => conditionArb(world.sheet.fields));
        world.rule([{ type: "when", field: field.id, condition, hue: "rose" }]);
        world.session.screens.query(SHEET, "");
        const coloured = world.session.screens
          .rows(SHEET, 0, 1000)
          .filter(({ colours }) => colours?.[field.id]?.hue === "rose");
        const item = firstView(world.sheet);
        const after = { index: 0, item: { ...item, filter: condition } };
        const change: Change = {
          ops: [{ op: "view", sheet: SHEET, edit: { before: { index: 0, item }, after } }],
        };
        world.session.commit(change, { type: "do", change }, { type: "settings" }, 0);
        world.session.screens.query(SHEET, "");
        expect(coloured.map(({ id }) => id)).toEqual(
          world.session.screens.rows(SHEET, 0, 1000).map(({ id }) => id),
        );
      }),
      120,
    );
  });

  it("values are sorted in runs as they are at once", () => {
    check(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.nat(1000), (length, seed) => {
        const values = Float64Array.from({ length }, (_, at) =>
          (at * 7919 + seed) % 13 === 0 ? Number.NaN : ((at * 48_271 + seed) % 65_537) - 30_000,
        );
        const once = values.filter((value) => !Number.isNaN(value)).sort();
        expect(runNow(sortSteps(values))).toEqual(once);
      }),
      8,
    );
  });
});
