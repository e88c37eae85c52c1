/** D1: the duplicates that are found are those that comparing every row with every other finds, with the same scores. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldId, packAtoms } from "../../src/core/model/index.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { nameKey, type Telling } from "../../src/engine/duplicates/evidence.ts";
import { AlikeIndex, alikeFreshSteps, alikeSteps, duplicateSteps } from "../../src/engine/duplicates/find.ts";
import { KeysOf } from "../../src/engine/duplicates/rowKeys.ts";
import { SharedBlocks, usualSize } from "../../src/engine/duplicates/sharedBlocks.ts";
import { runNow } from "../../src/engine/steps.ts";
import { check } from "../support/property.ts";

const FIELDS = ["name", "company", "phone", "email", "taxNumber"] as const;
const TELLING: readonly Telling[] = FIELDS.map((as) => ({ field: fieldId(as), as }));
/** Of a few characters: 伟 and 玮 sound the same. */
const SOUNDS: Readonly<Record<string, string>> = { 王: "wang", 伟: "wei", 玮: "wei", 李: "li" };
const sound = (name: string): string => Array.from(name, (each) => SOUNDS[each] ?? each).join(" ");

const row = fc.record({
  name: fc.constantFrom("Ann Lee", "LEE,  Ann", "Ann", "王伟", "王玮", "李伟", ""),
  company: fc.constantFrom("Acme Ltd", "ACME", "Müller GmbH", "Muller", "北京大有有限公司", "北京大有", ""),
  phone: fc.constantFrom("+44 20 7946 0958", "020 7946 0958", "13800138000", "138-0013-8000", "12", ""),
  email: fc.constantFrom("a@x.de", "A@X.de ", "b@x.de", "none", ""),
  taxNumber: fc.constantFrom("GB 123 4567 89", "gb123456789", "x1", ""),
});
type Row = Readonly<Record<(typeof FIELDS)[number], string>>;

/** The same in other words: classes of texts that mean the same; null means nothing. */
const CLASSES: Readonly<Record<string, string>> = {
  "Ann Lee": "lee",
  "LEE,  Ann": "lee",
  Ann: "ann",
  王伟: "王伟",
  王玮: "王玮",
  李伟: "李伟",
  "Acme Ltd": "acme",
  ACME: "acme",
  "Müller GmbH": "muller",
  Muller: "muller",
  北京大有有限公司: "大有",
  北京大有: "大有",
  "+44 20 7946 0958": "london",
  "020 7946 0958": "london",
  "13800138000": "mobile",
  "138-0013-8000": "mobile",
  "a@x.de": "a",
  "A@X.de ": "a",
  "b@x.de": "b",
  "GB 123 4567 89": "vat",
  gb123456789: "vat",
};
const POINTS = { taxNumber: 90, email: 60, phone: 50, name: 45, company: 25 } as const;

function naive(rows: readonly Row[]): readonly string[] {
  const found: string[] = [];
  for (const [a, first] of rows.entries()) {
    for (const [offset, second] of rows.slice(a + 1).entries()) {
      let score = 0;
      for (const as of FIELDS) {
        const [x, y] = [CLASSES[first[as]], CLASSES[second[as]]];
        if (x !== undefined && x === y) score += POINTS[as];
      }
      const names = [first.name, second.name].sort().join();
      if (names === ["王伟", "王玮"].sort().join()) score += 20;
      if (score >= 45) found.push(`${a + 1} ${a + offset + 2} ${Math.min(100, score)}`);
    }
  }
  return found.sort();
}

function tableOf(rows: readonly Row[]): ColumnTable {
  const table = new ColumnTable();
  for (const as of FIELDS) table.addColumn(fieldId(as), { storage: "text" }, null);
  const columns = new Map(
    FIELDS.map((as) => [
      fieldId(as),
      packAtoms(
        false,
        rows.map((each) => each[as]),
      ),
    ]),
  );
  const ids = Uint32Array.from(rows, (_, index) => index + 1);
  table.insertRows([{ at: 0, ids, columns }]);
  return table;
}

describe("duplicates", () => {
  it("D1 are those that comparing all with all finds, the surest first", () => {
    let pairs = 0;
    check(
      fc.property(fc.array(row, { minLength: 2, maxLength: 9 }), (rows) => {
        const { pairs: found, uncompared } = runNow(duplicateSteps(tableOf(rows), TELLING, sound));
        expect(uncompared.count).toBe(0);
        expect(found.map(({ first, second, score }) => `${first} ${second} ${score}`).sort()).toEqual(
          naive(rows),
        );
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        pairs += found.length;
      }),
      500,
    );
    expect(pairs).toBeGreaterThan(100);
  });

  it("D1 a row that is to come is like the one it would be most like if it were there, or else like one before it", () => {
    const found = { table: 0, fresh: 0 };
    const some = fc.array(row, { minLength: 1, maxLength: 6 });
    check(
      fc.property(some, some, (there, fresh) => {
        const scores = naive([...there, ...fresh]).map((each) => each.split(" ").map(Number));
        const best = new Map<number, number>();
        const before = new Map<number, number>();
        for (const [a = 0, b = 0, score = 0] of scores) {
          const found = a <= there.length ? best : before;
          if (b > there.length) found.set(b, Math.max(found.get(b) ?? 0, score));
        }
        const atom = (field: string, index: number) =>
          fresh[index]?.[FIELDS.find((each) => each === field) ?? "name"] || null;
        const { like: alike, spare } = runNow(
          alikeFreshSteps(tableOf(there), { rows: fresh.map((_, index) => index), atom }, TELLING, sound),
        );
        const expected = [...new Set([...best.keys(), ...before.keys()])];
        expect([...alike.keys()].sort()).toEqual(expected.map((place) => place - there.length - 1).sort());
        const away = new Set<number>();
        for (let place = there.length + 1; place <= there.length + fresh.length; place++) {
          const isSpare = scores.some(([a = 0, b]) => b === place && !away.has(a));
          if (isSpare) away.add(place);
          expect(spare.has(place - there.length - 1)).toBe(isSpare);
        }
        for (const [index, like] of alike) {
          const place = there.length + index + 1;
          const other = like.in === "table" ? like.row : there.length + like.row + 1;
          expect(scores).toContainEqual([other, place, best.get(place) ?? before.get(place)]);
          expect(like.in).toBe(best.has(place) ? "table" : "fresh");
          found[like.in] += 1;
        }
      }),
      500,
    );
    expect(Math.min(found.table, found.fresh)).toBeGreaterThan(100);
  });

  it("D1 are the same however many blocks are taken for shared: by a sieve of one bit, all", () => {
    const some = fc.array(row, { maxLength: 12 });
    check(
      fc.property(some, some, fc.integer({ min: 2, max: 64 }), (there, fresh, bits) => {
        const atom = (field: string, index: number) =>
          fresh[index]?.[FIELDS.find((each) => each === field) ?? "name"] || null;
        const rows = fresh.map((_, index) => index);
        const table = tableOf(there);
        const found = (size: number) => runNow(duplicateSteps(table, TELLING, sound, () => size));
        const coming = (size: number) =>
          runNow(alikeFreshSteps(table, { rows, atom }, TELLING, sound, () => size));
        const usual = usualSize(there.length);
        for (const size of [usual, bits]) {
          expect(found(size)).toEqual(found(1));
          expect(coming(size)).toEqual(coming(1));
        }
      }),
      300,
    );
  });

  it("hold on to next to nothing but what is shared", () => {
    const count = 50_000;
    const rows = Uint32Array.from({ length: count }, (_, at) => at);
    const atom = (field: string, at: number) =>
      field === "email"
        ? `p${at}@x.de`
        : field === "phone"
          ? `0301${String(at % (count - 50)).padStart(6, "0")}`
          : null;
    const shared = new SharedBlocks(usualSize);
    const far = { done: 0, total: 1 };
    const blocksAt = runNow(shared.noteSteps(new KeysOf(atom, TELLING, sound), rows, far));
    runNow(shared.siftSteps(far));
    const kept = Array.from(rows, (at) => blocksAt(at)).flat();
    const times = new Map<string, number>();
    for (const block of kept) times.set(block, (times.get(block) ?? 0) + 1);
    expect([...times.values()].filter((each) => each === 2)).toHaveLength(50);
    expect(kept.length, "of a hundred thousand").toBeLessThan(200);
  });

  it("D1 one that is typed again is found, also as others write it, and never in its own row", () => {
    const rows = [row, row].map(() => ({
      name: "Ann Lee",
      company: "",
      phone: "020 7946 0958",
      email: "",
      taxNumber: "",
    }));
    const table = tableOf([rows[0] ?? ({} as Row), { ...(rows[1] ?? ({} as Row)), name: "Bo", phone: "" }]);
    const index = new AlikeIndex();
    const alike = (as: Telling["as"], text: string, except: number) =>
      runNow(alikeSteps(table, TELLING, { as, text, except: (row) => row === except }, index));
    expect(alike("phone", "+44 20 7946 0958", 2)).toBe(1);
    expect(alike("phone", "+44 20 7946 0958", 1)).toBeNull();
    expect(alike("name", "lee ann", 2)).toBe(1);
    expect(alike("name", "", 2)).toBeNull();
  });

  it("D1 are those with the rarer keys where all would be more pairs than can be compared", () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => ({
      name: `Person ${n % 1_500}`,
      company: "",
      phone: "",
      email: n < 10 ? `p${n % 5}@x.de` : "",
      taxNumber: "",
    }));
    const steps = duplicateSteps(tableOf(rows), TELLING, sound);
    const { pairs, uncompared } = runNow(steps);
    expect(pairs.map(({ first, second }) => second - first)).toEqual([5, 5, 5, 5, 5]);
    expect(uncompared).toMatchObject({ most: 39, count: 1_500 });
    expect(uncompared.commonest[0]).toEqual({ shared: [{ as: "name", text: "Person 0" }], rows: 40 });
  });

  it("D1 tell what rows were not compared by, as one of them has it: the commonest first", () => {
    const blank = { name: "", company: "", phone: "", email: "", taxNumber: "" };
    const rows = Array.from({ length: 60 }, (_, n) => ({
      ...blank,
      name: n < 45 ? "王伟" : n < 59 ? "Unknown" : "王玮",
      company: n < 45 || n === 59 ? "北京大有有限公司" : "",
      phone: n < 50 ? "020 7946 0958" : "",
      email: n < 41 ? "A@X.de" : "",
    }));
    const { pairs, uncompared } = runNow(duplicateSteps(tableOf(rows), TELLING, sound));
    for (const size of [1, 5, 31])
      expect(runNow(duplicateSteps(tableOf(rows), TELLING, sound, () => size))).toEqual({
        pairs,
        uncompared,
      });
    expect(pairs.length, "those that are named Unknown").toBe((14 * 13) / 2);
    expect(uncompared).toEqual({
      most: 40,
      count: 4,
      commonest: [
        { shared: [{ as: "phone", text: "020 7946 0958" }], rows: 50 },
        {
          shared: [
            { as: "company", text: "北京大有有限公司" },
            { as: "sound", text: "王伟" },
          ],
          rows: 46,
        },
        { shared: [{ as: "name", text: "王伟" }], rows: 45 },
        { shared: [{ as: "email", text: "A@X.de" }], rows: 41 },
      ],
    });
  });

  it("are looked for with pauses, also where many keys are shared", () => {
    const rows = Array.from({ length: 40_000 }, (_, n) => ({
      name: `Person ${n % 20_000}`,
      company: "",
      phone: "",
      email: "",
      taxNumber: "",
    }));
    let pauses = 0;
    for (const _ of duplicateSteps(tableOf(rows), TELLING, sound)) pauses += 1;
    expect(pauses, "40,000 rows, 20,000 keys and as many pairs").toBeGreaterThan(38);
  });

  it("a row that is to come is compared with pauses, also with a key that many share", () => {
    const shared = { name: "Ann Lee", company: "", phone: "", email: "", taxNumber: "" };
    const there = Array.from({ length: 8_000 }, (_, n) => ({ ...shared, name: `Person ${n % 200}` }));
    const atom = (field: string, index: number) => (field === "name" ? `Person ${index % 200}` : null);
    const fresh = { rows: Array.from({ length: 8_000 }, (_, index) => index), atom };
    let pauses = 0;
    for (const _ of alikeFreshSteps(tableOf(there), fresh, TELLING, sound)) pauses += 1;
    expect(pauses, "320,000 are compared").toBeGreaterThan(100);
  });

  it("takes seconds for many rows", () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => ({
      name: `Person ${n % 18_000}`,
      company: `Firm ${n % 1_000} Ltd`,
      phone: `0301${String(n % 19_000).padStart(6, "0")}`,
      email: `p${n}@x.de`,
      taxNumber: "",
    }));
    const began = performance.now();
    expect(runNow(duplicateSteps(tableOf(rows), TELLING, sound)).pairs.length).toBe(3_000);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it("takes seconds for many rows to come, also where very many have the same", () => {
    const count = 60_000;
    const atom = (field: string, row: number) =>
      field === "email" ? `p${row % (count / 30)}@x.de` : field === "phone" ? "030 1234567" : null;
    const rows = Uint32Array.from({ length: count }, (_, row) => row);
    const began = performance.now();
    const steps = alikeFreshSteps(new ColumnTable(), { rows, atom }, TELLING, sound);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(step.value.like.size).toBe(count - count / 30);
    expect(step.value.like.get(count - 1)).toEqual({ in: "fresh", row: count / 30 - 1 });
    // A step is no more than a few thousand comparisons.
    expect(pauses).toBeGreaterThan(((count / 30) * ((30 * 29) / 2)) / 4_000);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it.each([
    ["Acme Trading Co., Ltd.", "ACME TRADING"],
    ["Müller & Söhne GmbH", "muller sohne"],
    ["上海大有贸易有限公司", "上海大有贸易"],
    ["Ｌｅｅ Ann", "ann lee"],
  ])("%s is the same name as %s", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
});
