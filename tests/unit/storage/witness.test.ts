/** The note outside the database: what it says back, and what it tells of what was recovered. */
import { describe, expect, it } from "vitest";
import { sheetId, workbookId } from "../../../src/core/model/index.ts";
import { isBehind, noteOf, readNote, type Standpoint, type Witness } from "../../../src/storage/witness.ts";

const workbook = workbookId("__proto__");
const rows = [
  { sheet: sheetId("customers"), rows: 120 },
  { sheet: sheetId("__proto__"), rows: 3 },
];
const witness: Witness = { workbook, seq: 41, time: 1e12, rows };

describe("a witness", () => {
  it("comes back as it was written", () => {
    expect(readNote(noteOf(witness))).toEqual(witness);
  });

  it.each(["", "null", "{}", "[]", '{"workbook":"__proto__","seq":-1,"time":0,"rows":[]}', '{"seq":1'])(
    "is none where it reads %j",
    (text) => {
      expect(readNote({ ...noteOf(witness), text })).toBeNull();
    },
  );

  it("is none of this workbook's under a wrong name", () => {
    const { key } = noteOf({ ...witness, workbook: workbookId("other") });
    expect(readNote({ key, text: noteOf(witness).text })).toBeNull();
  });
});

describe("S1 what was recovered", () => {
  it.each<[boolean, Standpoint]>([
    [false, { seq: 41, rows }],
    [false, { seq: 41, rows: rows.toReversed() }],
    [false, { seq: 42, rows: [] }],
    [true, { seq: 40, rows }],
    [true, { seq: 41, rows: rows.slice(1) }],
    [true, { seq: 41, rows: [...rows, { sheet: sheetId("s"), rows: 0 }] }],
    [true, { seq: 41, rows: rows.map((each) => ({ ...each, rows: each.rows - 1 })) }],
  ])("is behind: %s", (behind, found) => {
    expect(isBehind(found, witness)).toBe(behind);
  });
});
