/** A loaded column, whose texts are made distinct late, against a plain list of texts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAtoms } from "../../src/core/model/index.ts";
import { CodedColumn, type CodedVector } from "../../src/engine/columns/coded.ts";
import { check } from "../support/property.ts";

const SLOTS = 40;
const cell = fc.constantFrom(null, "a", "b", "ab", "王", "__proto__", "\ud800", "\0");

function coded(texts: readonly (string | null)[]): CodedVector {
  const vector = packAtoms(false, texts);
  if (vector.form !== "coded") throw new TypeError("text is coded");
  return vector;
}

const step = fc.oneof(
  fc.record({
    does: fc.constant("write" as const),
    slots: fc.uniqueArray(fc.nat(SLOTS - 1), { maxLength: 12 }),
    texts: fc.array(cell, { minLength: 12, maxLength: 12 }),
  }),
  fc.record({
    does: fc.constant("clear" as const),
    slots: fc.uniqueArray(fc.nat(SLOTS - 1), { maxLength: 5 }),
  }),
  fc.record({ does: fc.constantFrom("startMerging" as const, "goOn" as const, "look" as const) }),
);

describe("a column loaded from chunks", () => {
  it("Q1 holds what was loaded and written since, and each text once when someone looks, however far merging is", () => {
    check(
      fc.property(
        fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { maxLength: SLOTS / 10 }),
        fc.array(step, { maxLength: 20 }),
        (chunks, steps) => {
          const column = new CodedColumn(SLOTS);
          const naive: (string | null)[] = new Array(SLOTS).fill(null);
          const write = (slots: readonly number[], texts: readonly (string | null)[]): void => {
            const given = slots.map((_, index) => texts[index] ?? null);
            column.write(Uint32Array.from(slots), coded(given));
            for (const [index, slot] of slots.entries()) naive[slot] = given[index] ?? null;
          };
          const agree = (): void => {
            expect(Array.from(naive, (_, slot) => column.text(slot))).toEqual(naive);
          };
          const look = (): void => {
            const { codes, dictionary } = column;
            expect(new Set(dictionary).size).toBe(dictionary.length);
            expect(Array.from(codes, (code) => (code === 0 ? null : dictionary[code - 1]))).toEqual(naive);
            expect(column.read(Uint32Array.from(naive.keys()))).toEqual(coded(naive));
          };
          column.startLoading();
          for (const [index, texts] of chunks.entries())
            write(
              texts.map((_, at) => index * 10 + at),
              texts,
            );
          agree();
          let merging = column.mergeSteps();
          for (const one of steps) {
            if (one.does === "write") write(one.slots, one.texts);
            else if (one.does === "clear") {
              column.clear(Uint32Array.from(one.slots));
              for (const slot of one.slots) naive[slot] = null;
            } else if (one.does === "startMerging") merging = column.mergeSteps(2);
            else if (one.does === "goOn") merging.next();
            else look();
            agree();
          }
          look();
        },
      ),
      500,
    );
  });
});
