/** Bulk changes: written as bytes ahead or not, they are the same; tried again, they take no more room. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change } from "../../../src/core/change/index.ts";
import type { Vector } from "../../../src/core/model/index.ts";
import { runNow } from "../../../src/engine/steps.ts";
import { cutInto, joined } from "../../../src/storage/codec/bytes.ts";
import { changePieces, decodeChange } from "../../../src/storage/codec/change.ts";
import { encodeAheadSteps } from "../../../src/storage/codec/vector.ts";
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

const insertedBy = ({ ops }: Change): readonly Vector[] =>
  ops.flatMap((op) =>
    op.op === "insertRows" ? op.blocks.flatMap(({ columns }) => Array.from(columns.values())) : [],
  );

const bytesOf = (change: Change) => joined(Array.from(changePieces(change), (piece) => piece.slice()));

describe("bulk changes", () => {
  it("are the same bytes where these were worked out ahead, every time they are written", () => {
    check(
      fc.property(drawing(), (draw) => {
        const change = drawChange(draw);
        const plain = bytesOf(change);
        runNow(encodeAheadSteps(insertedBy(change)));
        expect(bytesOf(change)).toEqual(plain);
        expect(bytesOf(change)).toEqual(plain);
        expect(decodeChange(plain)).toEqual(change);
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
