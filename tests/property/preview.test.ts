/** M2: what a rule would do, before it is followed, is what following it does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  type Classifier,
  choiceId,
  type Field,
  fieldId,
  type Sheet,
  sheetId,
  viewId,
} from "../../src/core/model/index.ts";
import { build, isRefusal } from "../../src/engine/session/build.ts";
import type { Environment, Session } from "../../src/engine/session/session.ts";
import type { Sorts } from "../../src/engine/tiers/judge.ts";
import { previewClasses } from "../../src/engine/tiers/preview.ts";
import { sessionOf } from "../support/oneSheet.ts";
import { check } from "../support/property.ts";

const SHEET = sheetId("s1");
const [AMOUNT, TIER, REASON] = [fieldId("amount"), fieldId("tier"), fieldId("reason")];
const IDS = ["a", "b", "c", "other"].map((id) => choiceId(id));
/** The rule gives three of the four choices. */
const CLASSES = IDS.slice(0, 3);
const CHOICES: readonly Choice[] = IDS.map((id) => ({ id, label: id, hue: "teal" }));
const FIELDS: readonly Field[] = [
  { id: AMOUNT, name: "Amount", kind: "number", type: { storage: "integer", decimals: 0 } },
  { id: TIER, name: "Tier", kind: "choice", type: { storage: "choice", choices: CHOICES } },
  { id: REASON, name: "Reason", kind: "text", type: { storage: "text" } },
];
const TODAY = 20_000;
const environment: Environment = { newType: () => ({ storage: "text" }), today: () => TODAY };

interface Row {
  readonly amount: number | null;
  readonly tier: string | null;
  readonly reason: string | null;
}

const SHEET_OF_THEM: Sheet = {
  id: SHEET,
  name: "Customers",
  fields: FIELDS,
  views: [{ id: viewId("v1"), name: "All", columns: [], sort: [], filter: null }],
};
const of = (rows: readonly Row[]): Session =>
  sessionOf(SHEET_OF_THEM, environment, rows, (row, field) =>
    field === AMOUNT ? row.amount : field === TIER ? row.tier : row.reason,
  );

const tiersIn = (session: Session): readonly (string | null)[] => {
  const table = session.table(SHEET);
  return table === undefined
    ? []
    : Array.from(table.order, (slot) => table.atom(TIER, slot)).map((atom) =>
        atom === null ? null : String(atom),
      );
};

const rowArb: fc.Arbitrary<Row> = fc.record({
  amount: fc.option(fc.integer({ min: -3, max: 12 })),
  tier: fc.constantFrom("a", "b", "c", "other", null),
  reason: fc.option(fc.constant("by hand"), { freq: 3 }),
});

describe("a rule that is tried", () => {
  it("M2 tells the counts and moves that following it brings, whatever was tried on the same rows before", () => {
    check(
      fc.property(
        fc.array(rowArb, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom("share" as const, "rank" as const),
        (rows, limits, by) => {
          const session = of(rows);
          const [plain] = session.workbook.sheets;
          const table = session.table(SHEET);
          if (plain === undefined || table === undefined) throw new Error("no sheet");
          // A rule that is followed already says which column holds the reasons.
          const known: Classifier = {
            field: TIER,
            classes: CLASSES,
            method: { by: "rank", amount: AMOUNT, upTo: [1, 2] },
            reason: REASON,
            byHand: "by hand",
          };
          const sheet: Sheet = { ...plain, classifiers: [known] };
          const sorts: Sorts = new Map();
          const before = tiersIn(session);
          for (const pair of limits) {
            const upTo = pair.toSorted((a, b) => a - b);
            const rule = { field: TIER, classes: CLASSES, method: { by, amount: AMOUNT, upTo } } as const;
            const told = previewClasses(sheet, table, rule, TODAY, sorts);
            if (told.type !== "preview") throw new Error(told.type);
            const followed = of(rows);
            const built = build(followed, {
              type: "setClassifier",
              sheet: SHEET,
              classifier: { ...rule, reason: REASON, byHand: "by hand" },
              reasonName: "Why",
            });
            if (isRefusal(built)) throw new Error(built.refused);
            followed.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
            const after = tiersIn(followed);
            expect(told.classes.map(({ count }) => count)).toEqual(
              CLASSES.map((id) => after.filter((tier) => tier === id).length),
            );
            expect(told.moved).toBe(after.filter((tier, at) => tier !== before[at]).length);
            const amounts = rows.map(({ amount }) => amount ?? 0);
            const judged = told.without < rows.length;
            expect(told.shareless).toBe(by === "share" && judged && Math.max(...amounts) <= 0);
            expect(told.byHand).toBe(rows.filter(({ reason }) => reason !== null).length);
          }
        },
      ),
      200,
    );
  });

  it("M2 gives rows between the rules no class and those of several the first, and says how many there are of both", () => {
    check(
      fc.property(
        fc.array(rowArb, { minLength: 1, maxLength: 30 }),
        // Ranges as a hand types them: they overlap and leave gaps.
        fc.array(fc.tuple(fc.integer({ min: -4, max: 13 }), fc.integer({ min: -4, max: 13 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.boolean(),
        (rows, ranges, taken) => {
          const session = of(rows);
          const [sheet] = session.workbook.sheets;
          const table = session.table(SHEET);
          if (sheet === undefined || table === undefined) throw new Error("no sheet");
          const filters = ranges.map(([low, high]) => ({ op: "between", field: AMOUNT, low, high }) as const);
          const classes = IDS.slice(0, ranges.length + (taken ? 1 : 0));
          const method = { by: "conditions", filters } as const;
          const told = previewClasses(sheet, table, { field: TIER, classes, method }, TODAY);
          if (told.type !== "preview") throw new Error(told.type);
          const met = rows.map(({ amount }) =>
            ranges.flatMap(([low, high], at) =>
              amount !== null && amount >= low && amount <= high ? [at] : [],
            ),
          );
          const rest = taken ? ranges.length : -1;
          const given = met.map(([first]) => first ?? rest);
          expect(told.classes.map(({ count }) => count)).toEqual(
            classes.map((_, at) => given.filter((place) => place === at).length),
          );
          expect(told.without).toBe(given.filter((place) => place < 0).length);
          expect(told.several).toBe(met.filter((list) => list.length > 1).length);
        },
      ),
      200,
    );
  });
});
