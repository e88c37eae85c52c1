/** Bulk changes: written again they are the same bytes; tried again, they take no more room. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change } from "../../../src/core/change/index.ts";
import { cutInto, joined } from "../../../src/storage/codec/bytes.ts";
import { changePieces, decodeChange } from "../../../src/storage/codec/change.ts";
import { PARTS } from "../../../src/storage/keys.ts";
import { oracleState } from "../../support/oracle.ts";
import { check, drawing } from "../../support/property.ts";
import { baseWorkbook, type Draw, drawOp, rowIds } from "../../support/states.ts";
import { keysOf } from "../../support/storage/damage.ts";
import { FaultyKeyValue } from "../../support/storage/faulty.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { drawScript, type Script } from "../../support/storage/script.ts";
import { performStubbornly } from "../../support/storage/stubborn.ts";

function drawChange(draw: Draw): Change {
  const oracle = oracleState(baseWorkbook());
  const nextId = rowIds();
  const ops = Array.from({ length: 4 }, () => {
    const op = drawOp(draw, oracle, nextId);
    applyChange(oracle, { ops: [op] });
    return op;
  });
  return { ops };
}

describe("bulk changes", () => {
  it("are the same bytes every time they are written", () => {
    check(
      fc.property(drawing(), (draw) => {
        const change = drawChange(draw);
        const bytes = joined(Array.from(changePieces(change)));
        expect(joined(Array.from(changePieces(change)))).toEqual(bytes);
        expect(decodeChange(bytes)).toEqual(change);
      }),
      200,
    );
  });

  it("are cut into parts that are the same bytes, however they lie", () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
    check(
      fc.property(pieces, fc.integer({ min: 1, max: 30 }), (lying, size) => {
        const whole = lying.map((piece) => new Uint8Array(piece));
        const cut = Array.from(cutInto(new Uint8Array(size), whole), (part) => part.slice());
        expect(joined(cut)).toEqual(joined(whole));
        expect(cut.slice(0, -1).every((part) => part.length === size)).toBe(true);
      }),
      200,
    );
  });

  it("S1 tried again after a failed write, go over what was written before", async () => {
    const [script] = fc.sample(
      drawing().map((draw) => drawScript(draw, 1, true)),
      { numRuns: 1, seed: 1 },
    );
    if (script === undefined) throw new Error("no script");
    const partsAfter = async (script: Script, at: number): Promise<number> => {
      const disk: Disk = new Map();
      const failure = { type: "quota" } as const;
      const fault = { at, span: 1, failure, done: "all", calls: "writes" } as const;
      const kv = new FaultyKeyValue(new MemoryKeyValue(disk), fault);
      await performStubbornly(kv, script, { stuck: async () => undefined });
      return keysOf(disk, PARTS).length;
    };
    const parts = await partsAfter(script, Number.POSITIVE_INFINITY);
    expect(parts).toBeGreaterThan(1);
    for (let at = 0; at < 8; at++) expect(await partsAfter(script, at)).toBe(parts);
  });
});
