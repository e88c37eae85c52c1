/** Vectors and row ids as bytes: integers as narrow as they fit, text as a dictionary and narrow codes. */
import type { Vector } from "../../core/model/index.ts";
import type { Steps } from "../../engine/steps.ts";
import type { Bytes } from "../keyvalue.ts";
import { Malformed, type Reader, Writer } from "./bytes.ts";

const CODED = 0;
const DOUBLES = 8;
/** Widths 1, 2 and 4 are numeric vectors of signed integers, whose least value stands for empty. */
type IntegerWidth = 1 | 2 | 4;

const LEAST: Readonly<Record<IntegerWidth, number>> = { 1: -0x80, 2: -0x8000, 4: -0x80000000 };

/** The narrowest width that holds every value exactly; doubles where one is no such integer, or is −0. */
function numericWidth(values: Float64Array): IntegerWidth | typeof DOUBLES {
  let low = 0;
  let high = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    if (!Object.is(value, value | 0)) return DOUBLES;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > LEAST[1] && high < -LEAST[1]) return 1;
  if (low > LEAST[2] && high < -LEAST[2]) return 2;
  return low > LEAST[4] ? 4 : DOUBLES;
}

function integers(values: Float64Array, width: IntegerWidth): Int8Array | Int16Array | Int32Array {
  const array = width === 1 ? Int8Array : width === 2 ? Int16Array : Int32Array;
  const packed = new array(values.length);
  const empty = LEAST[width];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    packed[i] = Number.isNaN(value) ? empty : value;
  }
  return packed;
}

/** What is as good as written: vectors do not change. It is kept until it is, and no longer than the vector. */
const ahead = new WeakMap<Vector, Bytes>();

/** Works out what vectors are as bytes before they are to be written, so that writing them takes no time of its own. */
export function* encodeAheadSteps(vectors: readonly Vector[]): Steps<void> {
  for (const vector of vectors) {
    const writer = new Writer();
    yield* writeAnewSteps(writer, vector);
    ahead.set(vector, writer.finish());
  }
}

export function* writeVectorSteps(writer: Writer, vector: Vector): Steps<void> {
  const ready = ahead.get(vector);
  ahead.delete(vector);
  if (ready === undefined) yield* writeAnewSteps(writer, vector);
  else writer.raw(ready);
}

function* writeAnewSteps(writer: Writer, vector: Vector): Steps<void> {
  if (vector.form === "numeric") {
    const width = numericWidth(vector.values);
    writer.byte(width);
    writer.whole(vector.values.length);
    writer.packed(width === DOUBLES ? vector.values : integers(vector.values, width));
    return;
  }
  const most = vector.dictionary.length;
  writer.byte(CODED);
  yield* writer.textsSteps(vector.dictionary);
  writer.whole(vector.codes.length);
  yield* writer.unsignedSteps(vector.codes, codeWidth(most));
}

function codeWidth(most: number): 1 | 2 | 4 {
  return most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
}

function readIntegers(reader: Reader, width: IntegerWidth): Float64Array {
  const count = reader.whole();
  const bytes = reader.raw(count * width).slice();
  const array = width === 1 ? Int8Array : width === 2 ? Int16Array : Int32Array;
  const packed = new array(bytes.buffer);
  const values = new Float64Array(count);
  const empty = LEAST[width];
  for (let i = 0; i < count; i++) {
    const value = packed[i] ?? 0;
    values[i] = value === empty ? Number.NaN : value;
  }
  return values;
}

export function readVector(reader: Reader): Vector {
  const form = reader.byte();
  switch (form) {
    case CODED: {
      const dictionary = reader.texts();
      const codes = reader.unsigned(reader.whole(), codeWidth(dictionary.length));
      for (let i = 0; i < codes.length; i++) {
        if ((codes[i] ?? 0) > dictionary.length) throw new Malformed("a code without a text");
      }
      return { form: "coded", dictionary, codes };
    }
    case 1:
    case 2:
    case 4:
      return { form: "numeric", values: readIntegers(reader, form) };
    case DOUBLES: {
      const count = reader.whole();
      return { form: "numeric", values: new Float64Array(reader.raw(count * 8).slice().buffer) };
    }
    default:
      throw new Malformed(`no vector of form ${form}`);
  }
}

const PLAIN = 0;
const RUNS = 1;

/** Ids in any order. Runs of neighbours, which is how rows mostly come, take two numbers. */
export function writeIds(writer: Writer, ids: Uint32Array): void {
  let runs = 0;
  for (let i = 0; i < ids.length; i++) if (i === 0 || ids[i] !== (ids[i - 1] ?? 0) + 1) runs += 1;
  writer.whole(ids.length);
  if (runs * 2 > ids.length && ids.length > 1) {
    writer.byte(PLAIN);
    writer.packed(ids);
    return;
  }
  writer.byte(RUNS);
  for (let start = 0; start < ids.length; ) {
    let end = start + 1;
    while (end < ids.length && ids[end] === (ids[end - 1] ?? 0) + 1) end += 1;
    writer.whole(ids[start] ?? 0);
    writer.whole(end - start);
    start = end;
  }
}

export function readIds(reader: Reader): Uint32Array {
  const count = reader.whole();
  if (reader.byte() === PLAIN) return reader.unsigned(count, 4);
  const runs: { first: number; length: number }[] = [];
  let total = 0;
  while (total < count) {
    const run = { first: reader.whole(), length: reader.whole() };
    if (run.length === 0 || total + run.length > count) throw new Malformed("runs and their count differ");
    runs.push(run);
    total += run.length;
  }
  const ids = new Uint32Array(count);
  let at = 0;
  for (const { first, length } of runs) for (let i = 0; i < length; i++) ids[at++] = first + i;
  return ids;
}
