/** UTF-8 to numbers and from these to texts, against the platform's own. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8, textOf, utf8Length, wholeCharacters } from "../../src/exchange/csv/units.ts";
import { check } from "../support/property.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function platform(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

function ours(bytes: Uint8Array): string | null {
  const units = new Uint16Array(bytes.length);
  const count = decodeUtf8(bytes, units);
  return count === null ? null : textOf(units, 0, count);
}

const text = fc.string({ unit: "binary", maxLength: 40 });
/** Bytes at which what is allowed begins and ends. */
const edge = fc.constantFrom(
  0x00,
  0x41,
  0x7f,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc0,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xe1,
  0xec,
  0xed,
  0xee,
  0xef,
  0xf0,
  0xf1,
  0xf3,
  0xf4,
  0xf5,
  0xff,
);

describe("UTF-8 as numbers", () => {
  it("R2 is what the platform makes of it, and refused where that refuses it", () => {
    const bytes = fc.oneof(
      text.map((each) => encoder.encode(each)),
      fc.array(edge, { maxLength: 6 }).map((each) => Uint8Array.from(each)),
      fc
        .tuple(text, fc.array(edge, { maxLength: 3 }), text)
        .map(([before, wrong, after]) =>
          Uint8Array.from([...encoder.encode(before), ...wrong, ...encoder.encode(after)]),
        ),
    );
    check(
      fc.property(bytes, (each) => {
        expect(ours(each)).toBe(platform(each));
      }),
      5000,
    );
  });

  it("R2 no sequence of up to three bytes is taken otherwise", () => {
    const bytes = new Uint8Array(3);
    for (let first = 0x7f; first <= 0xff; first++)
      for (let second = 0x7d; second <= 0xc2; second++)
        for (const third of [0x41, 0x7f, 0x80, 0xbf, 0xc0]) {
          bytes.set([first, second, third]);
          expect(ours(bytes)).toBe(platform(bytes));
        }
  });

  it("R2 a text is made of any stretch of them, however long, and its length in bytes is known", () => {
    const long = fc.tuple(text, fc.nat(9000)).map(([each, times]) => each.repeat(times).slice(0, 20_000));
    check(
      fc.property(fc.oneof(text, long), fc.nat(20), (each, from) => {
        const whole = each.toWellFormed();
        const units = Uint16Array.from({ length: whole.length }, (_, at) => whole.charCodeAt(at));
        expect(textOf(units, Math.min(from, whole.length), whole.length)).toBe(whole.slice(from));
        expect(utf8Length((at) => units[at] ?? 0, units.length)).toBe(encoder.encode(whole).length);
      }),
      300,
    );
  });

  it("R2 a character that is not there as a whole waits for the rest of it", () => {
    check(
      fc.property(text, fc.nat(4), (each, missing) => {
        const bytes = encoder.encode(each.toWellFormed());
        const cut = bytes.subarray(0, Math.max(0, bytes.length - missing));
        const whole = cut.subarray(0, wholeCharacters(cut));
        expect(each.toWellFormed().startsWith(platform(whole) ?? "\0\0")).toBe(true);
        expect(cut.length - whole.length).toBeLessThan(4);
      }),
    );
  });
});
