/** The query engine against a naive filter, search and sort of plain rows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/core/change/index.ts";
import {
  type Atom,
  choicesOf,
  type Field,
  packAtoms,
  type SortKey,
  sheetId,
  squeezed,
} from "../../src/core/model/index.ts";
import { collation } from "../../src/engine/query/collation.ts";
import { runQuery, selectPasses } from "../../src/engine/query/query.ts";
import { filterArb, passes, type Row, TODAY, textOf } from "../support/filterOracle.ts";
import { check, drawing } from "../support/property.ts";
import { atomArb, baseWorkbook, type Draw, engineState, TYPES } from "../support/states.ts";

const LOCALES = ["en", "sv", "de", "zh-CN", "zh-TW"];

function found(search: string, fields: readonly Field[], row: Row): boolean {
  const sought = squeezed(search);
  if (sought === "") return true;
  const numberLike = /^[\d\s.,/:-]+$/.test(sought);
  return fields.some((field, index) => {
    const numeric = field.type.storage === "integer" || field.type.storage === "day";
    if (numeric && !numberLike) return false;
    const wanted = field.type.storage === "integer" ? sought.replaceAll(",", "") : sought;
    return row[index] !== null && squeezed(textOf(field, row[index] ?? null)).includes(wanted);
  });
}

function compareAtoms(field: Field, locale: string, a: Atom, b: Atom): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (field.type.storage === "text") return collation(locale).compare(String(a), String(b));
  const places = choicesOf(field.type).map((choice) => String(choice.id));
  const rank = (atom: Atom) =>
    String(atom)
      .split(" ")
      .map((id) => places.indexOf(id));
  const [one, other] = [rank(a), rank(b)];
  const index = one.findIndex((place, i) => i >= other.length || place !== other[i]);
  if (index === -1) return one.length - other.length;
  return index >= other.length ? 1 : (one[index] ?? 0) - (other[index] ?? 0);
}

function naiveSort(
  rows: readonly { row: Row; id: number }[],
  sort: readonly SortKey[],
  fields: readonly Field[],
  locale: string,
) {
  return [...rows].sort((x, y) => {
    for (const key of sort) {
      const index = fields.findIndex((field) => field.id === key.field);
      const field = fields[index];
      const [a, b] = [x.row[index] ?? null, y.row[index] ?? null];
      if (field === undefined || (a === null && b === null)) continue;
      if (a === null) return 1;
      if (b === null) return -1;
      const order = compareAtoms(field, locale, a, b);
      if (order !== 0) return key.direction === "ascending" ? order : -order;
    }
    return 0;
  });
}

/** Atoms of one field; "a b" in a text column must not be split above, so texts with spaces are left to the search. */
function world(draw: Draw) {
  const workbook = baseWorkbook();
  const state = engineState(workbook);
  const [sheet] = workbook.sheets;
  const table = state.tables.get(sheetId("s1"));
  if (sheet === undefined || table === undefined) throw new Error("the base has one sheet");
  const rows = draw(
    (): fc.Arbitrary<Row[]> => fc.array(fc.tuple<Atom[]>(...TYPES.map(atomArb)), { maxLength: 24 }),
  );
  const columns = new Map(
    sheet.fields.map((field, index) => {
      const numeric = ["integer", "day", "flag"].includes(field.type.storage);
      return [
        field.id,
        packAtoms(
          numeric,
          rows.map((row) => row[index] ?? null),
        ),
      ] as const;
    }),
  );
  const ids = Uint32Array.from(rows.keys(), (index) => index + 1);
  if (rows.length > 0)
    applyChange(state, { ops: [{ op: "insertRows", sheet: sheet.id, blocks: [{ at: 0, ids, columns }] }] });
  return { sheet, table, rows: rows.map((row, index) => ({ row, id: index + 1 })) };
}

function sortArb(fields: readonly Field[]): fc.Arbitrary<readonly SortKey[]> {
  const key = fc.record({
    field: fc.constantFrom(...fields.map((field) => field.id)),
    direction: fc.constantFrom("ascending" as const, "descending" as const),
  });
  return fc.uniqueArray(key, { maxLength: 3, selector: ({ field }) => field });
}

describe("queries", () => {
  it("Q1 the engine's rows and their order equal a naive filter, search and sort", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { sheet, table, rows } = world(draw);
        const filter = draw(() => filterArb(sheet.fields));
        const sort = draw(() => sortArb(sheet.fields));
        const search = draw(() =>
          fc.constantFrom("", "", "a", "王", "k1", "0.0", "２０２４", "2024-10", "zeta", "\0"),
        );
        const locale = draw(() => fc.constantFrom(...LOCALES));
        const slots = runQuery(table, sheet.fields, {
          filter,
          sort,
          search,
          searched: sheet.fields,
          locale,
          today: TODAY,
        });
        const plain = rows.map(({ row }) => row);
        const naive = rows.filter(
          ({ row }) => passes(filter, sheet.fields, row, plain) && found(search, sheet.fields, row),
        );
        expect(Array.from(table.idsOf(slots))).toEqual(
          naiveSort(naive, sort, sheet.fields, locale).map(({ id }) => id),
        );
        const single = selectPasses(table, sheet.fields, {
          filter,
          search,
          searched: sheet.fields,
          today: TODAY,
        });
        expect(Array.from(table.order.filter(single))).toEqual(Array.from(slots).sort((a, b) => a - b));
      }),
      1500,
    );
  });

  it("Q2 sorting keeps equal rows in sequence and empties last, in both directions", () => {
    check(
      fc.property(
        drawing(),
        fc.constantFrom("ascending" as const, "descending" as const),
        (draw, direction) => {
          const { sheet, table, rows } = world(draw);
          for (const [index, field] of sheet.fields.entries()) {
            const sort = [{ field: field.id, direction }];
            const slots = runQuery(table, sheet.fields, {
              filter: null,
              sort,
              search: "",
              searched: [],
              locale: "en",
              today: TODAY,
            });
            const ids = Array.from(table.idsOf(slots));
            const empties = rows.filter(({ row }) => row[index] === null).map(({ id }) => id);
            expect(ids.slice(ids.length - empties.length)).toEqual(empties);
            for (let i = 1; i < ids.length - empties.length; i++) {
              const [a, b] = [rows[(ids[i - 1] ?? 0) - 1], rows[(ids[i] ?? 0) - 1]];
              const order = compareAtoms(field, "en", a?.row[index] ?? null, b?.row[index] ?? null);
              expect(direction === "ascending" ? order <= 0 : order >= 0).toBe(true);
              if (order === 0) expect(ids[i - 1]).toBeLessThan(ids[i] ?? 0);
            }
          }
        },
      ),
    );
  });

  it("Q2 the order of text is total: antisymmetric and transitive over mixed scripts", () => {
    const text = fc.oneof(
      fc.constantFrom("a", "B", "王伟", "阿", "10", "9", "é", "張"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    check(
      fc.property(fc.constantFrom(...LOCALES), text, text, text, (locale, a, b, c) => {
        const { compare } = collation(locale);
        expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      2000,
    );
  });

  it("Chinese names sort by pinyin, numbers inside text by size", () => {
    const sorted = (locale: string, texts: readonly string[]) => texts.toSorted(collation(locale).compare);
    expect(sorted("en", ["张伟", "Zoe", "阿明", "王伟", "Amy"])).toEqual([
      "Amy",
      "Zoe",
      "阿明",
      "王伟",
      "张伟",
    ]);
    expect(sorted("zh-CN", ["张伟", "王伟", "阿明"])).toEqual(["阿明", "王伟", "张伟"]);
    expect(sorted("en", ["K10", "K9"])).toEqual(["K9", "K10"]);
  });
});
