/** Columns that take over what they are given, and make it their own late, against a plain list of texts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAtoms } from "../../src/core/model/index.ts";
import { CodedColumn, type CodedVector } from "../../src/engine/columns/coded.ts";
import {
  clearSlots,
  copyColumn,
  growColumn,
  makeColumn,
  readVector,
  writeVector,
} from "../../src/engine/columns/column.ts";
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

describe("a column that consists of a vector", () => {
  const everySlot = Uint32Array.from({ length: SLOTS }, (_, slot) => slot);

  it("Q1 leaves the vector as it is, whatever is written to the column or to its copy afterwards", () => {
    const whole = fc.array(cell, { minLength: SLOTS, maxLength: SLOTS });
    const change = fc.record({
      slots: fc.uniqueArray(fc.nat(SLOTS - 1), { maxLength: SLOTS }),
      texts: fc.option(whole, { nil: null }),
      copies: fc.boolean(),
      grows: fc.boolean(),
    });
    check(
      fc.property(whole, fc.array(change, { maxLength: 6 }), (texts, changes) => {
        const vector = coded(texts);
        let column = new CodedColumn(SLOTS);
        column.write(everySlot, vector);
        const naive = [...texts];
        for (const { slots, texts: after, copies, grows } of changes) {
          if (copies) column = column.copy();
          if (grows) column.grow(column.codes.length + 3);
          if (after === null) column.clear(Uint32Array.from(slots));
          else column.write(Uint32Array.from(slots), coded(slots.map((slot) => after[slot] ?? null)));
          for (const slot of slots) naive[slot] = after?.[slot] ?? null;
          expect(Array.from(naive, (_, slot) => column.text(slot))).toEqual(naive);
          expect(column.read(everySlot)).toEqual(coded(naive));
        }
        expect(vector).toEqual(coded(texts));
      }),
      500,
    );
  });

  it("Q1 so does one of numbers", () => {
    const number = fc.option(fc.integer(), { nil: Number.NaN });
    const whole = fc.array(number, { minLength: SLOTS, maxLength: SLOTS });
    const change = fc.record({
      slots: fc.uniqueArray(fc.nat(SLOTS - 1), { maxLength: SLOTS }),
      numbers: fc.option(whole, { nil: null }),
      copies: fc.boolean(),
      grows: fc.boolean(),
    });
    check(
      fc.property(whole, fc.array(change, { maxLength: 6 }), (numbers, changes) => {
        const vector = { form: "numeric", values: Float64Array.from(numbers) } as const;
        let column = makeColumn(true, SLOTS);
        writeVector(column, everySlot, vector);
        const naive = [...numbers];
        for (const { slots, numbers: after, copies, grows } of changes) {
          if (copies) column = copyColumn(column);
          if (grows) growColumn(column, SLOTS + 3);
          const places = Uint32Array.from(slots);
          if (after === null) clearSlots(column, places);
          else
            writeVector(column, places, {
              form: "numeric",
              values: Float64Array.from(slots, (slot) => after[slot] ?? Number.NaN),
            });
          for (const slot of slots) naive[slot] = after?.[slot] ?? Number.NaN;
          expect(readVector(column, everySlot)).toEqual({
            form: "numeric",
            values: Float64Array.from(naive),
          });
        }
        expect(vector.values).toEqual(Float64Array.from(numbers));
      }),
      500,
    );
  });
});
