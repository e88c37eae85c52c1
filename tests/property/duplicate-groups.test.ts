/**
 * D2: pairs that hang together are one group, which tells its weakest link and who of it is all alike. D3: a merge does what
 * was chosen cell by cell, and one undo takes it back. D4: what was said to be no duplicates stays said as long as the
 * rows are there, is true of what they are merged into, and comes back with them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Atom,
  apartLookup,
  type Field,
  type FieldId,
  fromAtom,
  packAtoms,
  type RowId,
  rowId,
  sheetId,
  toAtom,
  together,
} from "../../src/core/model/index.ts";
import type { Pair } from "../../src/engine/duplicates/find.ts";
import { groupPairs } from "../../src/engine/duplicates/groups.ts";
import { build, isRefusal } from "../../src/engine/session/build.ts";
import type { Command } from "../../src/engine/session/command.ts";
import { Session } from "../../src/engine/session/session.ts";
import { ENVIRONMENT } from "../support/past.ts";
import { check, drawing } from "../support/property.ts";
import { atomArb, baseWorkbook, type Draw, enginePicture } from "../support/states.ts";

const MOST = 9;
/** Which rows are alike and how much; rows stand in the sheet in the order of `order`. */
const graph = fc.record({
  order: fc.shuffledSubarray(
    Array.from({ length: MOST }, (_, index) => index + 1),
    { minLength: MOST },
  ),
  edges: fc.array(
    fc.record({
      a: fc.integer({ min: 1, max: MOST }),
      b: fc.integer({ min: 1, max: MOST }),
      score: fc.constantFrom(45, 50, 60, 95),
    }),
    { maxLength: 12 },
  ),
});

/** Rows that are reached from `from` over links of at least `least`. */
function reached(from: number, links: readonly (readonly [number, number, number])[], least: number) {
  const seen = new Set([from]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [a, b, score] of links) {
      if (score < least || seen.has(a) === seen.has(b)) continue;
      seen.add(a).add(b);
      grown = true;
    }
  }
  return seen;
}

it("D2 groups are what hangs together, as sure as the link that holds it, and offer only rows that are all alike", () => {
  let chains = 0;
  check(
    fc.property(graph, ({ order, edges }) => {
      const place = (row: number): number => order.indexOf(row);
      const links = new Map<string, readonly [number, number, number]>();
      for (const { a, b, score } of edges) {
        const [first = a, second = b] = [a, b].sort((x, y) => place(x) - place(y));
        if (a !== b && !links.has(`${first} ${second}`))
          links.set(`${first} ${second}`, [first, second, score]);
      }
      const all = [...links.values()].sort(([a, , x], [b, , y]) => y - x || place(a) - place(b));
      const pairs = all.map(
        ([a, b, score]): Pair => ({ first: rowId(a), second: rowId(b), score, evidence: ["name"] }),
      );
      const groups = groupPairs(pairs, place);
      const naive = new Set(
        all.map(([a]) => [...reached(a, all, 0)].sort((x, y) => place(x) - place(y)).join(" ")),
      );
      expect(groups.map(({ rows }) => rows.join(" ")).sort()).toEqual([...naive].sort());
      const surest = groups.map(({ weakest }) => weakest.score);
      expect(surest).toEqual([...surest].sort((a, b) => b - a));
      for (const { rows, pairs: own, weakest, alike } of groups) {
        expect(own).toEqual(pairs.filter(({ first }) => rows.includes(first)));
        const [start = 0] = rows;
        expect(reached(start, all, weakest.score).size).toBe(rows.length);
        expect(reached(start, all, weakest.score + 1).size).toBeLessThan(rows.length);
        const areAlike = (a: number, b: number): boolean => links.has(`${a} ${b}`) || links.has(`${b} ${a}`);
        expect(alike).toEqual(rows.filter((row) => alike.includes(row)));
        expect(alike).toContain(own[0]?.first);
        expect(alike).toContain(own[0]?.second);
        expect(alike.every((a) => alike.every((b) => a === b || areAlike(a, b)))).toBe(true);
        const others = rows.filter((row) => !alike.includes(row));
        expect(others.every((row) => alike.some((each) => !areAlike(row, each)))).toBe(true);
        chains += others.length > 0 ? 1 : 0;
      }
    }),
    300,
  );
  expect(chains).toBeGreaterThan(50);
});

const SHEET = sheetId("s1");
const ROWS = 6;

class Book {
  readonly session = new Session(baseWorkbook(), ENVIRONMENT);
  readonly fields: readonly Field[] = this.session.workbook.sheets[0]?.fields ?? [];

  constructor(draw: Draw) {
    const columns = new Map(
      this.fields.map(({ id, type }) => [
        id,
        packAtoms(
          type.storage !== "text" && type.storage !== "choice" && type.storage !== "choices",
          Array.from({ length: ROWS }, () => draw(() => atomArb(type))),
        ),
      ]),
    );
    const ids = Uint32Array.from({ length: ROWS }, (_, index) => index + 1);
    const change = { ops: [{ op: "insertRows", sheet: SHEET, blocks: [{ at: 0, ids, columns }] }] } as const;
    this.session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  }

  /** Null: it was refused. */
  run(command: Exclude<Command, { type: "undo" | "redo" }>): (() => void) | null {
    const built = build(this.session, command);
    if (isRefusal(built)) return null;
    return this.session.commit(built.change, { type: "do", change: built.change }, built.cause, 0).withdraw;
  }

  get rows(): readonly RowId[] {
    const table = this.session.table(SHEET);
    return Array.from(table?.order ?? [], (slot) => table?.idOf(slot) ?? rowId(0));
  }

  get apart(): readonly (readonly RowId[])[] {
    return this.session.workbook.sheets[0]?.apart ?? [];
  }

  get picture() {
    const tables = new Map([[SHEET, this.session.table(SHEET)]]);
    const table = tables.get(SHEET);
    if (table === undefined) throw new Error("no table");
    return enginePicture({
      workbook: this.session.workbook,
      tables: new Map([[SHEET, table]]),
      createTable: () => table,
    });
  }

  atom(row: RowId, field: FieldId): Atom {
    const table = this.session.table(SHEET);
    return table?.atom(field, table.slotOf(row) ?? 0) ?? null;
  }
}

describe("merging", () => {
  it("D3 takes over what was chosen of each row, all of it together where that was chosen, and is one step", () => {
    let taken = 0;
    check(
      fc.property(drawing(), (draw) => {
        const book = new Book((arb) => draw(arb));
        const [keep = rowId(1), ...drop] = draw(() => fc.shuffledSubarray([...book.rows], { minLength: 2 }));
        const from = fc.constantFrom(null, keep, ...drop);
        const take = book.fields.flatMap(({ id: field }) =>
          draw(() => fc.boolean()) ? [{ field, from: draw(() => from) }] : [],
        );
        const expected = book.fields.map(({ id, type }): Atom => {
          const chosen = take.find(({ field }) => field === id);
          if (chosen === undefined) return book.atom(keep, id);
          if (chosen.from !== null) return book.atom(chosen.from, id);
          const values = [keep, ...drop].map((row) => fromAtom(type, book.atom(row, id)));
          return toAtom(together(type, values)) ?? book.atom(keep, id);
        });
        const others = book.rows.filter((row) => !drop.includes(row));
        const before = book.picture;
        const withdraw = book.run({ type: "mergeRows", sheet: SHEET, keep, drop, take });
        expect(book.rows).toEqual(others);
        expect(book.fields.map(({ id }) => book.atom(keep, id))).toEqual(expected);
        taken += take.length;
        withdraw?.();
        expect(book.picture).toEqual(before);
      }),
      60,
    );
    expect(taken).toBeGreaterThan(40);
  });

  it("D3 together: texts one under the other, sums that fit, choices in their order, and nothing of other kinds", () => {
    const choices = ["x", "y", "z"].map((id) => ({ id: id as never, label: id, hue: "teal" as const }));
    expect(together({ storage: "text" }, ["b", null, "a", "b"])).toBe("b\na");
    expect(together({ storage: "integer", decimals: 2 }, [100, null, -30])).toBe(70);
    expect(together({ storage: "integer", decimals: 2 }, [Number.MAX_SAFE_INTEGER, 1])).toBeNull();
    expect(together({ storage: "choices", choices }, [["z"] as never, ["x"] as never])).toEqual(["x", "z"]);
    expect(together({ storage: "day" }, [1, 2])).toBeNull();
  });

  it("D3 is refused as a whole where a row is gone, is named twice or is none of those that take part", () => {
    const book = new Book((arb) => fc.sample(arb(), 1)[0] ?? (null as never));
    const [a = rowId(1), b = rowId(2), c = rowId(3)] = book.rows;
    const field = book.fields[0]?.id ?? ("f0" as FieldId);
    const merge = (drop: readonly RowId[], from: RowId) =>
      book.run({ type: "mergeRows", sheet: SHEET, keep: a, drop, take: [{ field, from }] });
    expect(merge([b, rowId(99)], a)).toBeNull();
    expect(merge([a], a)).toBeNull();
    expect(merge([], a)).toBeNull();
    expect(merge([b], c)).toBeNull();
    expect(book.rows).toHaveLength(ROWS);
    expect(merge([b, c], c)).not.toBeNull();
  });
});

describe("no duplicates", () => {
  it("D4 is said of just the pairs that a list of them would hold, through deletions, merges and their undoing", () => {
    let [said, forgotten] = [0, 0];
    check(
      fc.property(drawing(), (draw) => {
        const book = new Book((arb) => draw(arb));
        let naive = new Set<string>();
        const key = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
        const undo: { readonly withdraw: () => void; readonly naive: Set<string> }[] = [];
        for (
          let step = draw(() => fc.integer({ min: 1, max: 8 }));
          step > 0 && book.rows.length > 2;
          step--
        ) {
          const some = draw(() => fc.shuffledSubarray([...book.rows], { minLength: 2, maxLength: 3 }));
          const [keep = rowId(0), ...drop] = some;
          const next = new Set(naive);
          const what = draw(() => fc.constantFrom("say", "say", "delete", "merge", "rename", "undo"));
          if (what === "undo") {
            const last = undo.pop();
            last?.withdraw();
            naive = last?.naive ?? naive;
            continue;
          }
          let command: Exclude<Command, { type: "undo" | "redo" }>;
          if (what === "say") {
            command = { type: "keepApart", sheet: SHEET, rows: some };
            for (const a of some) for (const b of some) if (a !== b) next.add(key(a, b));
          } else if (what === "rename") {
            command = { type: "renameSheet", sheet: SHEET, name: `S${step}` };
          } else {
            const gone = what === "delete" ? [keep] : drop;
            command =
              what === "delete"
                ? { type: "deleteRows", sheet: SHEET, rows: [keep] }
                : { type: "mergeRows", sheet: SHEET, keep, drop, take: [] };
            next.clear();
            for (const pair of naive) {
              const ends = pair.split(" ").map((end) => rowId(Number(end)));
              const [a = rowId(0), b = rowId(0)] = ends.map((row) =>
                what === "merge" && gone.includes(row) ? keep : row,
              );
              if (a !== b && !(what === "delete" && (a === keep || b === keep))) next.add(key(a, b));
            }
            forgotten += naive.size - next.size;
          }
          const withdraw = book.run(command);
          expect(withdraw).not.toBeNull();
          if (withdraw !== null) undo.push({ withdraw, naive });
          naive = next;
        }
        const areApart = apartLookup(book.apart);
        for (const a of book.rows)
          for (const b of book.rows) if (a !== b) expect(areApart(a, b)).toBe(naive.has(key(a, b)));
        const present = new Set(book.rows);
        expect(book.apart.flat().every((row) => present.has(row))).toBe(true);
        said += naive.size;
      }),
      100,
    );
    expect(said).toBeGreaterThan(40);
    expect(forgotten).toBeGreaterThan(8);
  });

  it("D4 is taken back by name, and a copy of the sheet has its own", () => {
    const book = new Book((arb) => fc.sample(arb(), 1)[0] ?? (null as never));
    const [a = rowId(1), b = rowId(2), c = rowId(3)] = book.rows;
    book.run({ type: "keepApart", sheet: SHEET, rows: [b, a] });
    book.run({ type: "keepApart", sheet: SHEET, rows: [b, c] });
    book.run({ type: "duplicateSheet", sheet: SHEET, name: "Copy" });
    book.run({ type: "forgetApart", sheet: SHEET, rows: [a, b] });
    expect(book.apart).toEqual([[b, c]]);
    book.run({ type: "deleteRows", sheet: SHEET, rows: [c] });
    expect(book.session.workbook.sheets.map(({ apart }) => apart)).toEqual([
      undefined,
      [
        [a, b],
        [b, c],
      ],
    ]);
    expect(book.run({ type: "keepApart", sheet: SHEET, rows: [a, c] })).toBeNull();
  });
});
