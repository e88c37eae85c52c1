/**
 * G1: a chart shows the rows that the grid shows, leaving out conditions on its own fields: its figures are those of a naive
 * reader. G2: what a click on a part of it asks for shows just the rows of that part. G3: compared with an earlier day, it is
 * the same beside what the workbook of that day gave.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  type Atom,
  type ChartRecipe,
  type Choice,
  choiceId,
  type Field,
  type FieldId,
  type Filter,
  fieldId,
  type PeriodUnit,
  type Sheet,
  sheetId,
  type View,
  viewId,
} from "../../src/core/model/index.ts";
import type { ChartAnswer, ChartReply, GroupsAnswer } from "../../src/engine/charts/answer.ts";
import { chartOf } from "../../src/engine/charts/chart.ts";
import { type Earlier, earlierOf } from "../../src/engine/charts/earlier.ts";
import type { Environment, Session } from "../../src/engine/session/session.ts";
import { runNow } from "../../src/engine/steps.ts";
import { give, sessionOf } from "../support/oneSheet.ts";
import { check } from "../support/property.ts";

const SHEET = sheetId("s1");
const AMOUNT = fieldId("amount");
const DAY = fieldId("day");
const SEEN = fieldId("seen");
const TIER = fieldId("tier");
const CITY = fieldId("city");
const CHOICES: readonly Choice[] = ["a", "b", "c"].map((id) => ({
  id: choiceId(id),
  label: id,
  hue: "teal",
}));
const FIELDS: readonly Field[] = [
  { id: AMOUNT, name: "Amount", kind: "money", type: { storage: "integer", decimals: 2 } },
  { id: DAY, name: "Day", kind: "date", type: { storage: "day" } },
  { id: SEEN, name: "Seen", kind: "date", type: { storage: "day" } },
  { id: TIER, name: "Tier", kind: "choice", type: { storage: "choice", choices: CHOICES } },
  { id: CITY, name: "City", kind: "text", type: { storage: "text" } },
];
const TODAY = 20_500;
const environmentOn = (today: number): Environment => ({
  newType: () => ({ storage: "text" }),
  today: () => today,
});

interface Row {
  readonly amount: number | null;
  readonly day: number | null;
  readonly seen: number | null;
  readonly tier: string | null;
  readonly city: string | null;
}

const atomOf = (row: Row, field: FieldId): Atom =>
  field === AMOUNT
    ? row.amount
    : field === DAY
      ? row.day
      : field === SEEN
        ? row.seen
        : field === TIER
          ? row.tier
          : row.city;

const ALL: View = { id: viewId("v1"), name: "All", columns: [], sort: [], filter: null };
/** The same columns, other rows. */
const OTHER: View = {
  ...ALL,
  id: viewId("v2"),
  filter: { op: "oneOf", field: TIER, atoms: ["a"] },
};
const sheetOf = (filter: Filter | null): Sheet => ({
  id: SHEET,
  name: "Customers",
  fields: FIELDS,
  views: [{ ...ALL, filter }, OTHER],
});

const of = (rows: readonly Row[], filter: Filter | null, today = TODAY): Session =>
  sessionOf(sheetOf(filter), environmentOn(today), rows, atomOf);

const reply = (session: Session, recipe: ChartRecipe, earlier: Earlier | null, search = ""): ChartReply => {
  const [sheet] = session.workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return chartOf(session, sheet, recipe, search, earlier);
};

const ask = (session: Session, recipe: ChartRecipe): ChartAnswer => reply(session, recipe, null).now;

/** The workbook of a session as the one of an earlier day. */
const thatWas = (session: Session): Earlier =>
  earlierOf({
    sheet: session.workbook.sheets[0] ?? null,
    table: session.table(SHEET) ?? null,
    today: session.today,
  });

const rowArb: fc.Arbitrary<Row> = fc.record({
  amount: fc.option(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -500_000, max: 900_000 }))),
  day: fc.option(fc.integer({ min: TODAY - 900, max: TODAY + 20 })),
  // Near enough to today that someone is lost on this very day.
  seen: fc.option(
    fc.oneof(fc.integer({ min: TODAY - 900, max: TODAY + 20 }), fc.integer({ min: TODAY - 9, max: TODAY })),
  ),
  tier: fc.constantFrom("a", "b", "c", null),
  city: fc.constantFrom("Lund", "京都", "杭州", "Uji", "x", null),
});
const rowsArb = fc.array(rowArb, { maxLength: 40 });

/** The conditions that the oracle can read. */
const conditionArb: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    op: fc.constant("greaterOrEqual" as const),
    field: fc.constant(AMOUNT),
    value: fc.integer({ min: -5, max: 9 }),
  }),
  fc.record({
    op: fc.constant("oneOf" as const),
    field: fc.constant(TIER),
    atoms: fc.subarray(["a", "b", null]),
  }),
  fc.record({ op: fc.constant("notEmpty" as const), field: fc.constantFrom(DAY, CITY) }),
);
const filterArb = fc.option(
  fc.array(conditionArb, { minLength: 1, maxLength: 3 }).map((parts): Filter => ({ op: "and", parts })),
);

function passes(row: Row, filter: Filter | null, beside: readonly FieldId[]): boolean {
  if (filter === null) return true;
  if ("parts" in filter) {
    const test = (part: Filter): boolean => passes(row, part, beside);
    return filter.op === "and" ? filter.parts.every(test) : filter.parts.some(test);
  }
  if (beside.includes(filter.field)) return true;
  const atom = atomOf(row, filter.field);
  switch (filter.op) {
    case "oneOf":
      return filter.atoms.includes(atom);
    case "noneOf":
      return !filter.atoms.includes(atom);
    case "greaterOrEqual":
      return typeof atom === "number" && atom >= filter.value;
    case "less":
      return typeof atom === "number" && atom < filter.value;
    case "between":
      return (
        typeof atom === "number" &&
        (filter.low === null || atom >= filter.low) &&
        (filter.high === null || atom <= filter.high)
      );
    case "empty":
      return atom === null;
    case "notEmpty":
      return atom !== null;
    default:
      throw new Error(`the oracle does not know ${filter.op}`);
  }
}

const shown = (rows: readonly Row[], filter: Filter | null, ...beside: readonly FieldId[]): readonly Row[] =>
  rows.filter((row) => passes(row, filter, beside));

const sum = (rows: readonly Row[]): bigint =>
  rows.reduce((total, row) => total + BigInt(row.amount ?? 0), 0n);

/** The period's name, by the calendar of the language. */
function periodOf(unit: PeriodUnit, day: number): string {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "day") return String(day);
  if (unit === "week") return String(Math.floor((day + 3) / 7));
  return unit === "year"
    ? `${year}`
    : unit === "quarter"
      ? `${year}/${Math.floor(month / 3)}`
      : `${year}-${month}`;
}

const afterArb = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9 }));
const fieldArb = fc.constantFrom(TIER, CITY, DAY, AMOUNT);

describe("charts and grid agree", () => {
  it("G1 groups: rows and sums of each, of what is left over, and of the whole", () => {
    check(
      fc.property(
        rowsArb,
        filterArb,
        fieldArb,
        fc.constantFrom<PeriodUnit>("day", "week", "month", "quarter", "year"),
        fc.integer({ min: 1, max: 4 }),
        (rows, filter, by, unit, most) => {
          const session = of(rows, filter);
          const days = by === DAY ? { unit } : {};
          const recipe = {
            kind: "groups",
            by,
            ...days,
            measure: "sum",
            of: AMOUNT,
            look: "bars",
            most,
          } as const;
          const answer = ask(session, recipe);
          const seen = shown(rows, filter, by);
          if (seen.length === 0) {
            expect(answer).toEqual({ type: "noRows", total: rows.length });
            return;
          }
          const dayless = by === DAY && seen.every(({ day }) => day === null);
          if (dayless || seen.every(({ amount }) => amount === null)) {
            expect(answer.type).toBe("noValues");
            return;
          }
          if (answer.type === "tooMany") {
            expect(unit === "day" || unit === "week").toBe(true);
            return;
          }
          if (answer.type !== "groups") throw new Error(answer.type);
          const members = (atom: Atom, range: { low: number; high: number } | null): readonly Row[] =>
            seen.filter((row) => {
              const own = atomOf(row, by);
              if (typeof own !== "number" || range === null) return own === atom;
              return own >= range.low && own <= range.high;
            });
          const listed = answer.groups.map(({ atom, range }) => members(atom, range));
          for (const [at, group] of answer.groups.entries()) {
            const own = listed[at] ?? [];
            expect(group.rows).toBe(own.length);
            expect(group.value?.value).toBe(sum(own));
            const names = new Set(
              own.map(({ day }) => (by === DAY && day !== null ? periodOf(unit, day) : "")),
            );
            expect(names.size).toBeLessThanOrEqual(1);
          }
          const rest = seen.filter((row) => !listed.some((own) => own.includes(row)));
          expect(answer.others?.rows ?? 0).toBe(rest.length);
          expect(answer.others?.value?.value ?? 0n).toBe(sum(rest));
          expect(answer.whole?.value).toBe(sum(seen));
          if (by === TIER || by === CITY) expect(answer.groups.length).toBeLessThanOrEqual(most);
        },
      ),
      400,
    );
  });

  it("G1 averages and extremes of groups, empties left out", () => {
    check(
      fc.property(
        rowsArb,
        filterArb,
        fc.constantFrom("average" as const, "minimum" as const, "maximum" as const),
        (rows, filter, measure) => {
          const session = of(rows, filter);
          const answer = ask(session, {
            kind: "groups",
            by: TIER,
            measure,
            of: AMOUNT,
            look: "bars",
            most: 2,
          });
          if (answer.type !== "groups") return;
          const seen = shown(rows, filter, TIER);
          const parts = answer.groups.map(({ atom }) => seen.filter(({ tier }) => tier === atom));
          const rest = seen.filter((row) => !parts.some((part) => part.includes(row)));
          const results = [
            ...answer.groups.map(({ value }) => value),
            ...(answer.others ? [answer.others.value] : []),
          ];
          for (const [at, own] of [...parts, ...(answer.others ? [rest] : [])].entries()) {
            const numbers = own.flatMap(({ amount }) => (amount === null ? [] : [amount]));
            const value = results[at] ?? null;
            if (numbers.length === 0) expect(value).toBeNull();
            else if (measure === "average") {
              const mean = numbers.reduce((total, each) => total + each, 0) / numbers.length;
              expect(Math.abs(Number(value?.value) / 100 - mean)).toBeLessThanOrEqual(0.0051);
            } else {
              const wanted = measure === "minimum" ? Math.min(...numbers) : Math.max(...numbers);
              expect(Number(value?.value)).toBe(wanted);
            }
          }
        },
      ),
      200,
    );
  });

  it("G1 years: every month holds what its days brought", () => {
    check(
      fc.property(rowsArb, filterArb, (rows, filter) => {
        const answer = ask(of(rows, filter), { kind: "years", by: DAY, of: AMOUNT });
        const seen = shown(rows, filter, DAY);
        if (answer.type !== "years") {
          expect(seen.every(({ day }) => day === null)).toBe(true);
          return;
        }
        const all = new Set(seen.flatMap(({ day }) => (day === null ? [] : [periodOf("year", day)])));
        expect(answer.years.map(({ year }) => String(year))).toEqual([...all].sort().slice(-4));
        for (const { year, months, total } of answer.years) {
          const own = seen.filter(({ day }) => day !== null && periodOf("year", day) === String(year));
          expect(total.value).toBe(sum(own));
          for (const [month, { value }] of months.entries()) {
            const part = own.filter(
              ({ day }) => day !== null && periodOf("month", day) === `${year}-${month}`,
            );
            expect(value?.value ?? null).toBe(part.length === 0 ? null : sum(part));
          }
        }
        expect(answer.without).toBe(seen.filter(({ day }) => day === null).length);
      }),
      200,
    );
  });

  it("G1 who came and who was lost: by the month of the day, and of the day so many days later up to today", () => {
    check(
      fc.property(rowsArb, filterArb, afterArb, (rows, filter, after) => {
        const answer = ask(of(rows, filter), { kind: "flow", first: DAY, last: SEEN, after });
        const shownRows = shown(rows, filter, DAY, SEEN);
        const monthsAgo = (day: number): number => {
          const [now, then] = [new Date(TODAY * 86_400_000), new Date(day * 86_400_000)];
          const years = now.getUTCFullYear() - then.getUTCFullYear();
          return years * 12 + now.getUTCMonth() - then.getUTCMonth();
        };
        const came = shownRows.flatMap(({ day }) => (day === null ? [] : [monthsAgo(day)]));
        const lost = shownRows.flatMap(({ seen }) =>
          seen === null || seen + after > TODAY ? [] : [monthsAgo(seen + after)],
        );
        if (answer.type !== "flow") {
          expect(answer.type).toBe(shownRows.length === 0 ? "noRows" : "noValues");
          expect(shownRows.every(({ day, seen }) => day === null && seen === null)).toBe(true);
          return;
        }
        expect(answer.months.length).toBe(24);
        for (const [at, month] of answer.months.entries()) {
          expect(month.came).toBe(came.filter((ago) => ago === 23 - at).length);
          expect(month.lost).toBe(lost.filter((ago) => ago === 23 - at).length);
        }
        expect(periodOf("month", TODAY)).toBe(periodOf("month", answer.months.at(-1)?.range.low ?? 0));
      }),
      200,
    );
  });

  it("G1 Pareto: what the best bring together, and how few bring 80 %, equal amounts never parted", () => {
    check(
      fc.property(fc.array(rowArb, { maxLength: 90 }), filterArb, (rows, filter) => {
        const answer = ask(of(rows, filter), { kind: "pareto", of: AMOUNT });
        const best = shown(rows, filter, AMOUNT)
          .flatMap(({ amount }) => (amount === null ? [] : [amount]))
          .sort((a, b) => b - a);
        const brought = (count: number): number =>
          best.slice(0, count).reduce((total, amount) => total + Math.max(0, amount), 0);
        const whole = brought(best.length);
        if (answer.type !== "pareto") {
          const none = shown(rows, filter, AMOUNT).length === 0 ? "noRows" : "noValues";
          expect(answer.type).toBe(best.length === 0 ? none : "noAmounts");
          expect(whole).toBe(0);
          return;
        }
        expect(answer.rows).toBe(best.length);
        expect(answer.losses).toBe(best.filter((amount) => amount < 0).length);
        const enough = best.findIndex((_, at) => brought(at + 1) * 100 >= whole * 80);
        const least = best[enough] ?? 0;
        expect(answer.few).toEqual({ from: least, rows: best.filter((amount) => amount >= least).length });
        expect(answer.points.length).toBe(Math.min(60, best.length) + 1);
        expect(answer.points[0]).toEqual({ rows: 0, amount: 0 });
        expect(answer.points.at(-1)).toEqual({ rows: 1, amount: 1 });
        for (const point of answer.points) {
          const count = Math.round(point.rows * best.length);
          expect(point.rows).toBeCloseTo(count / best.length, 12);
          expect(point.amount).toBeCloseTo(brought(count) / whole, 12);
        }
      }),
      300,
    );
  });

  it("G1 RFM: each row under the fifths that its ranks in the sheet give it, whatever is filtered", () => {
    check(
      fc.property(rowsArb, filterArb, (rows, filter) => {
        const answer = ask(of(rows, filter), { kind: "rfm", recency: DAY, value: AMOUNT });
        const seen = shown(rows, filter, DAY, AMOUNT);
        const filled = (field: FieldId): readonly number[] =>
          rows.flatMap((row) => {
            const atom = atomOf(row, field);
            return typeof atom === "number" ? [atom] : [];
          });
        if (answer.type !== "rfm") {
          const none = seen.length === 0 || filled(DAY).length === 0 || filled(AMOUNT).length === 0;
          expect(none).toBe(true);
          return;
        }
        /** The best fifth is of those that fewer than a fifth are better than, and so on; the last of all others. */
        const scoreIn = (field: FieldId, row: Row): number => {
          const own = atomOf(row, field);
          if (typeof own !== "number") return 1;
          const all = filled(field);
          const better = all.filter((other) => other > own).length;
          return Math.max(1, 5 - Math.floor((better * 5) / all.length));
        };
        for (const [y, cells] of answer.cells.entries()) {
          for (const [x, cell] of cells.entries()) {
            const own = seen.filter((row) => scoreIn(DAY, row) === 5 - y && scoreIn(AMOUNT, row) === 5 - x);
            expect(cell.rows).toBe(own.length);
            expect(cell.sum.value).toBe(sum(own));
          }
        }
      }),
      300,
    );
  });

  it("G2 a part of a chart holds just the rows that a click on it shows", () => {
    check(
      fc.property(rowsArb, filterArb, (rows, filter) => {
        const session = of(rows, filter);
        const rfm = ask(session, { kind: "rfm", recency: DAY, value: AMOUNT });
        if (rfm.type !== "rfm") return;
        const seen = shown(rows, filter, DAY, AMOUNT);
        const inBand = (atom: number | null, { from, below }: (typeof rfm.values)[number]): boolean =>
          from === null
            ? atom === null || below === null || atom < below
            : atom !== null && atom >= from && (below === null || atom < below);
        let counted = 0;
        for (const [y, recency] of rfm.recencies.entries()) {
          for (const [x, value] of rfm.values.entries()) {
            const own = seen.filter((row) => inBand(row.day, recency) && inBand(row.amount, value));
            expect(rfm.cells[y]?.[x]?.rows).toBe(own.length);
            expect(rfm.cells[y]?.[x]?.sum.value).toBe(sum(own));
            counted += own.length;
          }
        }
        expect(counted).toBe(seen.length);
      }),
      200,
    );
  });
});

describe("compared with an earlier day", () => {
  /** Rows of then, and of now: some are changed, some gone, some new. */
  const daysArb = fc.record({
    old: rowsArb,
    changes: fc.array(fc.tuple(fc.nat(), fc.option(rowArb)), { maxLength: 8 }),
    added: fc.array(rowArb, { maxLength: 5 }),
    filter: filterArb,
    ago: fc.integer({ min: 0, max: 400 }),
  });
  const nowOf = ({ old, changes, added }: typeof daysArb extends fc.Arbitrary<infer T> ? T : never) => {
    const rows: (Row | null)[] = [...old];
    for (const [at, row] of changes) if (old.length > 0) rows[at % old.length] = row;
    return [...rows.filter((row) => row !== null), ...added];
  };
  const recipeArb: fc.Arbitrary<ChartRecipe> = fc.oneof(
    fc.constant<ChartRecipe>({ kind: "pareto", of: AMOUNT }),
    fc.constant<ChartRecipe>({ kind: "years", by: DAY, of: AMOUNT }),
    fc.constant<ChartRecipe>({ kind: "rfm", recency: DAY, value: AMOUNT }),
    afterArb.map((after): ChartRecipe => ({ kind: "flow", first: DAY, last: SEEN, after })),
  );

  it("G3 what was is the chart that the workbook of then gave on its own, under the view of now", () => {
    check(
      fc.property(daysArb, recipeArb, (days, recipe) => {
        const today = TODAY - days.ago;
        const then = of(days.old, null, today);
        const now = of(nowOf(days), days.filter);
        const { now: present, before } = reply(now, recipe, thatWas(then));
        expect(present).toEqual(ask(now, recipe));
        expect(before?.answer).toEqual(ask(of(days.old, days.filter, today), recipe));
      }),
      400,
    );
  });

  it("G3 groups of then stand beside those of now: all of these among them, cut alike, each what its rows were", () => {
    check(
      fc.property(
        daysArb,
        fieldArb,
        fc.constantFrom<PeriodUnit>("week", "month", "year"),
        fc.integer({ min: 1, max: 6 }),
        (days, by, unit, most) => {
          const recipe: ChartRecipe = {
            kind: "groups",
            by,
            ...(by === DAY ? { unit } : {}),
            measure: "sum",
            of: AMOUNT,
            look: "bars",
            most,
          };
          const now = of(nowOf(days), days.filter);
          const { now: present, before } = reply(now, recipe, thatWas(of(days.old, null)));
          expect(present).toEqual(ask(now, recipe));
          if (present.type !== "groups" || before?.answer.type !== "groups") return;
          const was: GroupsAnswer = before.answer;
          const seen = shown(days.old, days.filter, by);
          const listed = was.groups.map(({ atom, range }) =>
            seen.filter((row) => {
              const own = atomOf(row, by);
              if (typeof own !== "number" || range === null) return own === atom;
              return own >= range.low && own <= range.high;
            }),
          );
          for (const [at, { rows, value }] of was.groups.entries()) {
            expect(rows).toBe(listed[at]?.length);
            expect(value?.value).toBe(sum(listed[at] ?? []));
          }
          const rest = seen.filter((row) => !listed.some((own) => own.includes(row)));
          expect(was.others?.rows ?? 0).toBe(rest.length);
          expect(was.whole?.value).toBe(sum(seen));
          const known = new Map(was.groups.map(({ atom, range }) => [atom, range] as const));
          for (const { atom, range } of present.groups) expect(known.get(atom)).toEqual(range);
          // Their order is one that both are read in.
          const places = present.groups.map(({ atom }) => [...known.keys()].indexOf(atom));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        },
      ),
      400,
    );
  });

  it("G3 moves are those of rows that were there", () => {
    check(
      fc.property(rowsArb, fc.array(fc.nat(), { maxLength: 8 }), filterArb, (rows, picks, filter) => {
        const now = rows.map(
          (row, at): Row => (picks.some((pick) => pick % rows.length === at) ? { ...row, tier: "a" } : row),
        );
        const { before } = reply(
          of(now, filter),
          { kind: "groups", by: TIER, measure: "count", look: "bars", most: 9 },
          thatWas(of(rows, null)),
        );
        const seen = now.flatMap((row, at) => (passes(row, filter, [TIER]) ? [at] : []));
        const place = (tier: string | null | undefined): number =>
          ["a", "b", "c"].indexOf(tier ?? "") + (tier ? 0 : 4);
        const up = seen.filter((at) => place(now[at]?.tier) < place(rows[at]?.tier)).length;
        expect(before?.moves).toEqual({ up, down: 0 });
      }),
      200,
    );
  });

  const groupsArb: fc.Arbitrary<ChartRecipe> = fc.record({
    kind: fc.constant("groups" as const),
    by: fc.constantFrom(TIER, CITY, AMOUNT),
    measure: fc.constant("count" as const),
    look: fc.constant("bars" as const),
    most: fc.integer({ min: 1, max: 4 }),
  });
  const stepArb = fc.oneof(
    fc.record({
      at: fc.nat(),
      amount: rowArb.map(({ amount }) => amount),
      tier: fc.constantFrom("a", "c", null),
    }),
    fc.record({ filter: filterArb }),
    fc.record({ search: fc.constantFrom("", "x", "州") }),
    fc.record({ view: fc.constantFrom(ALL.id, OTHER.id) }),
  );

  it("G3 what is kept of then is what it would be worked out as again, whatever was edited, filtered or searched since", () => {
    check(
      fc.property(
        daysArb,
        fc.array(fc.oneof(recipeArb, groupsArb), { minLength: 1, maxLength: 2 }),
        fc.array(stepArb, { maxLength: 6 }),
        (days, recipes, steps) => {
          const then = of(days.old, null, TODAY - days.ago);
          const now = of(nowOf(days), days.filter);
          const kept = thatWas(then);
          let search = "";
          const compare = (): void => {
            for (const recipe of recipes)
              expect(reply(now, recipe, kept, search)).toEqual(reply(now, recipe, thatWas(then), search));
          };
          compare();
          for (const step of steps) {
            const { order } = now.table(SHEET) ?? { order: [] };
            if ("search" in step) search = step.search;
            else if ("view" in step) runNow(now.screens.querySteps(SHEET, search, step.view));
            else if ("filter" in step) {
              const view = { ...ALL, filter: step.filter };
              give(now, { type: "setView", sheet: SHEET, view, what: "filter" });
            } else if (order.length > 0) {
              const row = now.table(SHEET)?.idOf(order[step.at % order.length] ?? 0);
              if (row === undefined) continue;
              give(now, { type: "setCell", sheet: SHEET, row, field: AMOUNT, value: step.amount });
              give(now, { type: "setCell", sheet: SHEET, row, field: TIER, value: step.tier });
            }
            compare();
          }
        },
      ),
      200,
    );
  });

  it("an edit has what was neither worked out nor its rows looked for again, and groups look for theirs once", () => {
    const rows = [5, 7].map((amount): Row => ({ amount, day: TODAY, seen: null, tier: "a", city: "x" }));
    const now = of(rows, { op: "oneOf", field: TIER, atoms: ["a", "b"] });
    const then = thatWas(of(rows, null));
    const tiers = { kind: "groups", by: TIER, measure: "count", look: "bars", most: 5 } as const;
    const first = reply(now, tiers, then);
    const row = now.table(SHEET)?.idOf(0);
    if (row === undefined) throw new Error("no row");
    give(now, { type: "setCell", sheet: SHEET, row, field: TIER, value: "b" });
    const selected = vi.spyOn(now.screens, "slotsBeside");
    const second = reply(now, tiers, then);
    expect(second.now).not.toEqual(first.now);
    expect(second.before?.answer).toBe(first.before?.answer);
    expect(second.before?.moves).toEqual({ up: 0, down: 1 });
    expect(selected).toHaveBeenCalledTimes(1);
  });

  it("what was not there, or was of another kind, or a sheet that was not yet, is named", () => {
    const rows: readonly Row[] = [{ amount: 5, day: TODAY, seen: null, tier: "a", city: "x" }];
    const now = of(rows, { op: "oneOf", field: TIER, atoms: ["a"] });
    const pareto: ChartRecipe = { kind: "pareto", of: AMOUNT };
    const then = thatWas(of(rows, null));
    const without = (field: FieldId): Earlier =>
      earlierOf({
        ...then,
        sheet: then.sheet && { ...then.sheet, fields: FIELDS.filter(({ id }) => id !== field) },
      });
    expect(reply(now, pareto, without(AMOUNT)).before?.answer).toEqual({ type: "lacks", field: AMOUNT });
    // A condition on what was not there lets all through.
    expect(reply(now, pareto, without(TIER)).before?.answer).toMatchObject({ type: "pareto", rows: 1 });
    const texts = FIELDS.map(
      (field): Field => (field.id === AMOUNT ? { ...field, kind: "text", type: { storage: "text" } } : field),
    );
    const other = earlierOf({ ...then, sheet: then.sheet && { ...then.sheet, fields: texts } });
    const byAmount = { kind: "groups", by: AMOUNT, measure: "count", look: "bars", most: 5 } as const;
    expect(reply(now, byAmount, other).before?.answer).toEqual({ type: "lacks", field: AMOUNT });
    const none = earlierOf({ sheet: null, table: null, today: TODAY });
    expect(reply(now, pareto, none).before?.answer).toEqual({ type: "noRows", total: 0 });
  });
});

describe("what cannot be drawn is said", () => {
  const few: readonly Row[] = [{ amount: 5, day: TODAY, seen: null, tier: "a", city: "x" }];

  it("a field that is gone, or holds something else by now", () => {
    const session = of(few, null);
    const gone = fieldId("gone");
    expect(ask(session, { kind: "pareto", of: gone })).toEqual({ type: "lacks", field: gone });
    expect(ask(session, { kind: "years", by: CITY, of: AMOUNT })).toEqual({ type: "lacks", field: CITY });
  });

  it("no rows, nothing filled in, nothing but losses", () => {
    expect(ask(of([], null), { kind: "pareto", of: AMOUNT }).type).toBe("noRows");
    const empty = few.map((row) => ({ ...row, amount: null, day: null }));
    const byDay = {
      kind: "groups",
      by: DAY,
      unit: "month",
      measure: "count",
      look: "line",
      most: 5,
    } as const;
    expect(ask(of(empty, null), byDay)).toMatchObject({ type: "noValues", field: { id: DAY } });
    expect(ask(of(empty, null), { kind: "pareto", of: AMOUNT }).type).toBe("noValues");
    expect(ask(of(empty, null), { kind: "flow", first: DAY, last: SEEN, after: 9 }).type).toBe("noValues");
    // That nobody came or was lost is an answer as well.
    expect(ask(of(few, null), { kind: "flow", last: DAY, after: 9 })).toMatchObject({ type: "flow" });
    expect(ask(of(empty, null), { kind: "years", by: DAY, of: AMOUNT }).type).toBe("noValues");
    expect(ask(of(empty, null), { kind: "rfm", recency: DAY, value: AMOUNT }).type).toBe("noValues");
    const losses = few.map((row) => ({ ...row, amount: -5 }));
    expect(ask(of(losses, null), { kind: "pareto", of: AMOUNT }).type).toBe("noAmounts");
  });

  it("ten thousand categories: the first few, and the others as one", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at): Row => ({ amount: at, day: null, seen: null, tier: null, city: `c${at}` }),
    );
    const answer = ask(of(rows, null), {
      kind: "groups",
      by: CITY,
      measure: "sum",
      of: AMOUNT,
      look: "bars",
      most: 10,
    });
    expect(answer).toMatchObject({ type: "groups", others: { groups: 9_990, rows: 9_990 } });
    if (answer.type !== "groups") return;
    expect(answer.groups.map(({ atom }) => atom)).toEqual(
      Array.from({ length: 10 }, (_, at) => `c${9_999 - at}`),
    );
  });

  it("G1 the day after the rows were asked for: the rows of the new day, also before they are asked for anew", () => {
    let today = TODAY;
    const filter: Filter = { op: "within", field: DAY, period: { unit: "day", from: 0, to: 0 } };
    const rows = [0, 1, 1].map((later): Row => {
      return { amount: 1, day: TODAY + later, seen: null, tier: "a", city: null };
    });
    const session = sessionOf(sheetOf(filter), { ...environmentOn(TODAY), today: () => today }, rows, atomOf);
    runNow(session.screens.querySteps(SHEET, "", ALL.id));
    const count = { kind: "groups", by: TIER, measure: "count", look: "bars", most: 8 } as const;
    expect(ask(session, count)).toMatchObject({ rows: 1 });
    today += 1;
    expect(ask(session, count)).toMatchObject({ rows: 2 });
  });

  it("more days than can be told apart", () => {
    const rows = [0, 900].map((day): Row => ({ amount: 1, day, seen: null, tier: null, city: null }));
    const by = { kind: "groups", by: DAY, measure: "count", look: "line", most: 10 } as const;
    expect(ask(of(rows, null), { ...by, unit: "day" })).toMatchObject({
      type: "tooMany",
      unit: "day",
    });
    expect(ask(of(rows, null), { ...by, unit: "month" })).toMatchObject({ type: "groups" });
  });
});
