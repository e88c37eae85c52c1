/** A column as another kind: what was previewed is what is done, by the word of a naive reading cell by cell, and undo is exact. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invert } from "../../src/core/change/index.ts";
import {
  type Atom,
  choiceId,
  choicesOf,
  conditionsOf,
  type Field,
  fieldId,
  findField,
  findSheet,
  fromAtom,
  isNumeric,
  KIND_IDS,
  type KindId,
  packAtoms,
  type Sheet,
  sheetId,
  toAtom,
  type Workbook,
  workbookId,
} from "../../src/core/model/index.ts";
import { isRefusal } from "../../src/engine/session/build.ts";
import { Session } from "../../src/engine/session/session.ts";
import { runNow } from "../../src/engine/steps.ts";
import type { KindTarget } from "../../src/fields/convert.ts";
import { kindOf, kinds, type LocaleFormat, localeFormat } from "../../src/fields/index.ts";
import { kindIntent, prepareSteps, previewSteps, type Subject } from "../../src/worker/kinds.ts";
import { conditionArb, TODAY } from "../support/filterOracle.ts";
import { check, drawing } from "../support/property.ts";
import { PLAIN_VIEW } from "../support/states.ts";

const SHEET = sheetId("s1");
const FIELD = fieldId("f1");
const LABELS = ["VIP", "Major", "a, b", "12", "2026-03-05", "3/4/2026"];
const TEXTS = [
  ...LABELS,
  "00123",
  "1,234.50",
  "1.23456",
  "(5)",
  "50%",
  "yes",
  "TRUE",
  "★★★",
  "4",
  "0",
  " ",
  "much",
  "13/4/2026",
  "4/13/2026",
  "vip",
  "99999999999999",
  "a@b.cc",
  "+46 40 123",
  "５",
  "VIP, Major",
];

function fieldArb(kind: KindId): fc.Arbitrary<Field> {
  const base = { id: FIELD, name: "F", kind };
  const type = kinds.get(kind)?.newType() ?? { storage: "text" };
  if (type.storage === "choice" || type.storage === "choices") {
    const choices = LABELS.map((label, at) => ({ id: choiceId(`c${at}`), label, hue: "teal" as const }));
    return fc.constant({ ...base, type: { ...type, choices } });
  }
  if (type.storage !== "integer" || kind === "rating") return fc.constant({ ...base, type });
  return fc.integer({ min: 0, max: 4 }).map((decimals) => ({ ...base, type: { ...type, decimals } }));
}

function atomArb({ type, kind }: Field): fc.Arbitrary<Atom> {
  const ids = LABELS.map((_, at) => `c${at}`);
  switch (type.storage) {
    case "text":
      return fc.option(fc.constantFrom(...TEXTS), { freq: 8 });
    case "integer":
      return kind === "rating"
        ? fc.option(fc.integer({ min: 1, max: 5 }))
        : fc.option(
            fc.oneof(
              fc.integer({ min: -50, max: 50 }),
              fc.integer({ min: -9_999_999, max: 9_999_999 }),
              fc.constantFrom(20_260_305, Number.MAX_SAFE_INTEGER),
            ),
          );
    case "day":
      return fc.option(fc.integer({ min: 20_500, max: 20_520 }));
    case "flag":
      return fc.constantFrom(0, 1, null);
    case "choice":
      return fc.option(fc.constantFrom(...ids));
    case "choices":
      return fc.option(
        fc.shuffledSubarray(ids, { minLength: 1, maxLength: 3 }).map((some) => some.join(" ")),
      );
  }
}

const targetArb = (kind: KindId): fc.Arbitrary<KindTarget> =>
  kind === "number" || kind === "money"
    ? fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }).map((decimals) => ({
        kind,
        ...(decimals === undefined ? {} : { decimals }),
      }))
    : kind === "date"
      ? fc.constantFrom({ kind }, { kind, dateOrder: "dmy" as const }, { kind, dateOrder: "mdy" as const })
      : fc.constant({ kind });

function sessionWith(field: Field, atoms: readonly Atom[], view = PLAIN_VIEW): Session {
  const sheet: Sheet = { id: SHEET, name: "S", fields: [field], views: [view] };
  const workbook: Workbook = {
    id: workbookId("w"),
    settings: { name: "W", locale: "en", currency: "USD" },
    sheets: [sheet],
  };
  const session = new Session(workbook, { newType: () => ({ storage: "text" }), today: () => TODAY });
  const ids = Uint32Array.from(atoms, (_, at) => at + 1);
  const columns = new Map([[FIELD, packAtoms(isNumeric(field.type), atoms)]]);
  const change = { ops: [{ op: "insertRows", sheet: SHEET, blocks: [{ at: 0, ids, columns }] }] } as const;
  session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  return session;
}

function subjectOf(session: Session, locale: LocaleFormat): Subject {
  const [table, sheet] = [session.table(SHEET), findSheet(session.workbook, SHEET)];
  const field = sheet === undefined ? undefined : findField(sheet, FIELD);
  if (table === undefined || field === undefined) throw new Error("both are there");
  return { table, field, locale };
}

const cellsOf = (session: Session): readonly Atom[] => {
  const table = session.table(SHEET);
  return table === undefined ? [] : Array.from(table.order, (slot) => table.atom(FIELD, slot));
};

/** What anyone would type for it. */
const written = (field: Field, atom: Atom, locale: LocaleFormat): string =>
  field.type.storage === "flag"
    ? kindOf(field).plain(fromAtom(field.type, atom), field)
    : kindOf(field).editText(fromAtom(field.type, atom), field, locale);

/** Rounded as at school: half away from zero. */
function atSchool(text: string, decimals: number): string {
  const [, minus = "", whole = "0", fraction = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const up = Number(fraction[decimals] ?? "0") >= 5 ? 1n : 0n;
  const digits = String(BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0")) + up).padStart(
    decimals + 1,
    "0",
  );
  const kept = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${minus}${kept}`;
}

type Fare = { readonly fate: "unchanged" | "changed" | "lost"; readonly text: string };

/** One cell, read by itself as the kind it shall be. Lists of choices stand for what their labels are. */
function fareOf(from: Field, atom: Atom, to: Field, locale: LocaleFormat): Fare {
  const text = written(from, atom, locale);
  const result = (next: string): Fare => ({ fate: next === text ? "unchanged" : "changed", text: next });
  const labels = choicesOf(from.type);
  if (labels.length > 0 && to.type.storage === "choice") {
    const [first = ""] = String(atom).split(" ");
    const label = labels.find(({ id }) => id === first)?.label ?? "";
    return { fate: first === atom ? "unchanged" : "changed", text: label };
  }
  if (labels.length > 0 && to.type.storage === "choices")
    return { fate: "unchanged", text: written(to, atom, locale) };
  const amount = to.kind === "number" || to.kind === "money";
  if (from.type.storage === "flag" && amount) return { fate: "changed", text: atom === 1 ? "1" : "0" };
  if (to.type.storage === "text") return result(text);
  const parsed = kindOf(to).parse(text, to, locale);
  if (parsed.ok) {
    const type =
      to.type.storage === "choice" || to.type.storage === "choices"
        ? { ...to.type, choices: parsed.choices ?? choicesOf(to.type) }
        : to.type;
    return result(written({ ...to, type }, toAtom(parsed.value), locale));
  }
  if (parsed.problem.problem !== "tooManyDecimals" || to.type.storage !== "integer")
    return { fate: "lost", text: "" };
  const plain = text.replaceAll(",", "");
  const short = atSchool(plain, to.type.decimals);
  const again = kindOf(to).parse(short, to, locale);
  if (!again.ok) return { fate: "lost", text: "" };
  return { fate: "changed", text: written(to, toAtom(again.value), locale) };
}

describe("a column changed into another kind", () => {
  for (const from of KIND_IDS) {
    it(`F3 from ${from}: the preview counts what is then done, as a reading of each cell has it; undo is exact`, () => {
      check(
        fc.property(drawing(), (draw) => {
          const field = draw(() => fieldArb(from));
          const atoms = draw(() => fc.array(atomArb(field), { maxLength: 12 }));
          const kind = draw(() => fc.constantFrom(...KIND_IDS));
          const wanted = draw(() => targetArb(kind));
          const locale = localeFormat(
            draw(() => fc.constantFrom("en", "zh-CN")),
            "USD",
          );
          const session = sessionWith(field, atoms);
          const before = session.workbook;
          const preview = runNow(previewSteps(subjectOf(session, locale), wanted));
          const prepared = runNow(prepareSteps(subjectOf(session, locale), wanted));
          if (preview.type !== "preview" || prepared.type !== "ready") throw new Error("few choices");
          const built = kindIntent(SHEET, FIELD, wanted, prepared).build(session);
          if (isRefusal(built)) throw new Error(built.refused);
          const { change } = built;
          if (change.ops.length > 0) session.commit(change, { type: "do", change }, built.cause, 0);
          const to = subjectOf(session, locale).field;
          expect(to.kind).toBe(kind);
          expect(change.ops.length === 0).toBe(preview.same);
          const order = preview.dates?.order ?? wanted.dateOrder;
          const read = order === undefined ? locale : { ...locale, dateOrder: order };
          // Amounts are counted in the decimals that they were given; the fares of choices, in those that were made.
          const tally = { unchanged: 0, changed: 0, lost: 0 };
          const after = cellsOf(session);
          for (const [place, atom] of atoms.entries()) {
            if (atom === null) {
              expect(after[place]).toBeNull();
              continue;
            }
            const fare = fareOf(field, atom, to, read);
            tally[fare.fate] += 1;
            expect(written(to, after[place] ?? null, read)).toBe(fare.text);
          }
          expect({
            unchanged: preview.unchanged.cells,
            changed: preview.changed.cells,
            lost: preview.lost.cells,
          }).toEqual(tally);
          if (change.ops.length > 0) {
            const back = invert(change);
            session.commit(back, { type: "do", change: back }, built.cause, 0);
          }
          expect(cellsOf(session)).toEqual(atoms.map((atom) => (atom === "" ? null : atom)));
          expect(session.workbook).toEqual(before);
        }),
        150,
      );
    });
  }

  it("asks of the column what was asked before, or nothing that it cannot answer", () => {
    check(
      fc.property(drawing(), (draw) => {
        const field = draw(() => fieldArb("number"));
        const atoms = draw(() => fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 10 }));
        const filter = draw(() => conditionArb([field]));
        const session = sessionWith(field, atoms, { ...PLAIN_VIEW, filter });
        const found = session.screens.query(SHEET, "").matching;
        const kind = draw(() => fc.constantFrom("number" as const, "money" as const, "text" as const));
        const target: KindTarget = kind === "text" ? { kind } : { kind, decimals: 6 };
        const prepared = runNow(prepareSteps(subjectOf(session, localeFormat("en", "USD")), target));
        if (prepared.type !== "ready") throw new Error("no choices");
        const built = kindIntent(SHEET, FIELD, target, prepared).build(session);
        if (isRefusal(built)) throw new Error(built.refused);
        session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
        const left = conditionsOf(findSheet(session.workbook, SHEET)?.views[0]?.filter ?? null);
        if (kind === "text") expect(left.every(({ op }) => op === "empty" || op === "notEmpty")).toBe(true);
        else if (!("text" in filter)) expect(session.screens.query(SHEET, "").matching).toBe(found);
      }),
      300,
    );
  });

  it("is read anew where another tab has changed the column meanwhile", () => {
    const field: Field = { id: FIELD, name: "F", kind: "text", type: { storage: "text" } };
    const session = sessionWith(field, ["5", "x"]);
    const locale = localeFormat("en", "USD");
    const prepared = runNow(prepareSteps(subjectOf(session, locale), { kind: "rating" }));
    if (prepared.type !== "ready") throw new Error("no choices");
    const intent = kindIntent(SHEET, FIELD, { kind: "rating" }, prepared);
    const number = runNow(prepareSteps(subjectOf(session, locale), { kind: "number" }));
    if (number.type !== "ready") throw new Error("no choices");
    for (const each of [kindIntent(SHEET, FIELD, { kind: "number" }, number), intent]) {
      const built = each.build(session);
      if (isRefusal(built)) throw new Error(built.refused);
      session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
    }
    expect(cellsOf(session)).toEqual([5, null]);
    expect(subjectOf(session, locale).field.kind).toBe("rating");
  });
});
