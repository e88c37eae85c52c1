/** The algebra of changes, on the engine's columns and on the naive oracle side by side. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change, ChangeMisfit, invert, squash } from "../../src/core/change/index.ts";
import { fieldId, packAtoms, sheetId } from "../../src/core/model/index.ts";
import { oracleState } from "../support/oracle.ts";
import { check, drawing } from "../support/property.ts";
import {
  baseWorkbook,
  type Draw,
  drawOp,
  enginePicture,
  engineState,
  oraclePicture,
  rowIds,
} from "../support/states.ts";

function start() {
  return { engine: engineState(baseWorkbook()), oracle: oracleState(baseWorkbook()), nextId: rowIds() };
}

/** A change of up to `most` ops that fits, already applied to the oracle. */
function drawChange(draw: Draw, world: ReturnType<typeof start>, most: number): Change {
  const ops = [];
  for (let n = draw(() => fc.integer({ min: 1, max: most })); n > 0; n--) {
    const op = drawOp(draw, world.oracle, world.nextId);
    applyChange(world.oracle, { ops: [op] });
    ops.push(op);
  }
  return { ops };
}

describe("changes", () => {
  it("E1 the columns hold what a plain list of rows holds, change after change", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = start();
        for (let n = 0; n < 6; n++) {
          applyChange(world.engine, drawChange(draw, world, 2));
          expect(enginePicture(world.engine)).toEqual(oraclePicture(world.oracle));
        }
      }),
      300,
    );
  });

  it("C1 apply(invert(c), apply(c, s)) = s", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = start();
        applyChange(world.engine, drawChange(draw, world, 5));
        const before = enginePicture(world.engine);
        const change = drawChange(draw, world, 4);
        applyChange(world.engine, change);
        const after = enginePicture(world.engine);
        applyChange(world.engine, invert(change));
        expect(enginePicture(world.engine)).toEqual(before);
        applyChange(world.engine, invert(invert(change)));
        expect(enginePicture(world.engine)).toEqual(after);
      }),
      300,
    );
  });

  it("C2 squash(a, b) does what a then b does, and its inverse takes both back", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = start();
        const first = drawChange(draw, world, 4);
        applyChange(world.engine, first);
        const before = enginePicture(world.engine);
        const joint = squash(drawChange(draw, world, 3), drawChange(draw, world, 3));
        applyChange(world.engine, joint);
        expect(enginePicture(world.engine)).toEqual(oraclePicture(world.oracle));
        applyChange(world.engine, invert(joint));
        expect(enginePicture(world.engine)).toEqual(before);
      }),
      300,
    );
  });

  it("C2 edits of the same cells melt into one op", () => {
    const cells = (before: string, after: string): Change => ({
      ops: [
        {
          op: "cells",
          sheet: sheetId("s1"),
          field: fieldId("f0"),
          rows: Uint32Array.of(1),
          before: packAtoms(false, [before]),
          after: packAtoms(false, [after]),
        },
      ],
    });
    expect(squash(cells("a", "b"), cells("b", "c"))).toEqual(cells("a", "c"));
  });

  it("C3 a change that does not fit leaves the state as it was", () => {
    check(
      fc.property(drawing(), (draw) => {
        const world = start();
        applyChange(world.engine, drawChange(draw, world, 5));
        const before = enginePicture(world.engine);
        const good = drawChange(draw, world, 3);
        const misfit: Change = {
          ops: [
            ...good.ops,
            {
              op: "removeRows",
              sheet: sheetId("s1"),
              blocks: [{ at: 0, ids: Uint32Array.of(9999), columns: new Map() }],
            },
          ],
        };
        expect(() => applyChange(world.engine, misfit)).toThrow(ChangeMisfit);
        expect(enginePicture(world.engine)).toEqual(before);
      }),
    );
  });
});
