/** Whole rows: what duplicating and inserting make, and what becomes of cells whose row is gone. */
import { expect, it } from "vitest";
import {
  fieldId,
  packAtoms,
  type RowId,
  type SheetId,
  sheetId,
  type Workbook,
} from "../../../src/core/model/index.ts";
import { build, isRefusal } from "../../../src/engine/session/build.ts";
import type { Command } from "../../../src/engine/session/command.ts";
import { Session } from "../../../src/engine/session/session.ts";
import { baseWorkbook } from "../../support/states.ts";

const environment = { newType: () => ({ storage: "text" }) as const, today: () => 0 };
const row = (id: number): RowId => id as RowId;

class Sheet {
  readonly session: Session;
  readonly id: SheetId = sheetId("s1");
  readonly field;

  constructor(workbook: Workbook = baseWorkbook()) {
    this.session = new Session(workbook, environment);
    const text = workbook.sheets[0]?.fields.find(({ type }) => type.storage === "text");
    this.field = text?.id ?? fieldId("none");
  }

  /** How many cells found no row. */
  do(command: Exclude<Command, { type: "undo" | "redo" }>): number {
    const built = build(this.session, command);
    if (isRefusal(built)) throw new Error(built.refused);
    this.session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
    return built.missed ?? 0;
  }

  /** Texts and ids in the sheet's order. */
  get rows(): readonly (readonly [text: unknown, id: number])[] {
    const table = this.session.table(this.id);
    return Array.from(table?.order ?? [], (slot) => [table?.atom(this.field, slot), table?.idOf(slot) ?? 0]);
  }

  static of(...texts: readonly string[]): Sheet {
    const sheet = new Sheet();
    for (const value of texts) sheet.do({ type: "addRow", sheet: sheet.id, field: sheet.field, value });
    return sheet;
  }
}

it("copies of rows stand behind those that stand together, under new ids", () => {
  const sheet = Sheet.of("a", "b", "c", "d");
  sheet.do({ type: "duplicateRows", sheet: sheet.id, rows: [row(4), row(1), row(2)] });
  expect(sheet.rows).toEqual([
    ["a", 1],
    ["b", 2],
    ["a", 5],
    ["b", 6],
    ["c", 3],
    ["d", 4],
    ["d", 7],
  ]);
});

it("nothing is duplicated where one of the rows is gone", () => {
  const sheet = Sheet.of("a", "b");
  sheet.do({ type: "deleteRows", sheet: sheet.id, rows: [row(2)] });
  const built = build(sheet.session, { type: "duplicateRows", sheet: sheet.id, rows: [row(1), row(2)] });
  expect(built).toEqual({ refused: "gone", what: "row" });
});

it("filled cells whose row or column is gone are counted; the others are written", () => {
  const sheet = Sheet.of("a", "b", "c");
  sheet.do({ type: "deleteRows", sheet: sheet.id, rows: [row(2)] });
  const rows = Uint32Array.of(1, 2, 3);
  const column = (field = sheet.field) => ({ field, rows, values: packAtoms(false, ["x", "y", null]) });
  expect(sheet.do({ type: "setCells", sheet: sheet.id, columns: [column()] })).toBe(1);
  expect(sheet.rows).toEqual([
    ["x", 1],
    [null, 3],
  ]);
  // Where nothing at all can be written it is refused, not done in part.
  const columns = [column(fieldId("gone"))];
  expect(build(sheet.session, { type: "setCells", sheet: sheet.id, columns })).toEqual({
    refused: "gone",
    what: "row",
  });
});
