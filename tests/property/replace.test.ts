/** Find and replace, compared with every shown cell being looked at and rewritten by hand. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { columnsOf, type Field, firstView, type SheetId } from "../../src/core/model/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { kindOf, localeFormat } from "../../src/fields/index.ts";
import type { CellsQuestion, WindowRow } from "../../src/worker/api.ts";
import { FindJobs } from "../../src/worker/finding.ts";
import type { Host } from "../../src/worker/host.ts";
import { checkAsync } from "../support/property.ts";
import { setup, Tabs } from "../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const EVERYTHING = 1_000_000;
const locale = localeFormat(setup.locale, setup.currency);

interface Table {
  readonly fields: readonly Field[];
  readonly rows: readonly WindowRow[];
  readonly texts: readonly (readonly string[])[];
}

/** All that is shown, as the texts that editing begins with. */
async function read(host: Host): Promise<Table> {
  const [sheet] = host.session.workbook.sheets;
  if (sheet === undefined) throw new Error("the sample has a sheet");
  const fields = columnsOf(sheet, firstView(sheet)).flatMap(
    ({ field }) => sheet.fields.find(({ id }) => id === field) ?? [],
  );
  const rows = await host.questions.rows(SHEET, 0, EVERYTHING);
  const texts = rows.map(({ values }) =>
    fields.map((field) => {
      const value = values[sheet.fields.indexOf(field)] ?? null;
      return value === null ? "" : kindOf(field).editText(value, field, locale);
    }),
  );
  return { fields, rows, texts };
}

/** By going through the text letter by letter. */
function rewrite(text: string, question: CellsQuestion, by: string): string {
  const fold = (part: string): string => (question.matchCase ? part : part.toLowerCase());
  const sought = fold(question.text);
  if (question.whole) return fold(text) === sought ? by : text;
  let result = "";
  for (let at = 0; at < text.length; ) {
    const here = fold(text.slice(at, at + question.text.length)) === sought;
    result += here ? by : (text[at] ?? "");
    at += here ? question.text.length : 1;
  }
  return result;
}

const matches = (text: string, question: CellsQuestion): boolean =>
  rewrite(text, question, "\u0000") !== text;

it("finds, steps through and replaces what a walk over all shown cells would, and one undo takes it back", async () => {
  const tab = await new Tabs({ random: makeRandom(1) }).open();
  const { host } = tab;
  await host.create("sample", setup);
  const jobs = new FindJobs(host);
  let some = 0;
  let refused = 0;
  await checkAsync(
    fc.asyncProperty(
      fc.record({
        text: fc.constantFrom(
          "a",
          "an",
          "Retail",
          "retail",
          "0",
          "1",
          ".",
          "$&",
          "伟",
          "Ltd",
          "2026",
          "baker",
        ),
        matchCase: fc.boolean(),
        whole: fc.boolean(),
        one: fc.option(fc.nat(20)),
        box: fc.option(fc.tuple(fc.nat(300), fc.nat(12), fc.nat(300), fc.nat(12))),
      }),
      fc.constantFrom("", "X", "$&$1", "7", "x9", "VIP", "伟"),
      fc.constantFrom("", "an", "8"),
      async ({ text, matchCase, whole, one, box }, by, search) => {
        await host.questions.query(SHEET, search);
        const table = await read(host);
        const boxes =
          box === null
            ? null
            : [
                {
                  top: Math.min(box[0], box[2]),
                  bottom: Math.max(box[0], box[2]),
                  left: Math.min(box[1], box[3]),
                  right: Math.max(box[1], box[3]),
                },
              ];
        const question: CellsQuestion = {
          text,
          matchCase,
          whole,
          fields: table.fields.map(({ id }) => id),
          column: one === null ? null : (table.fields[one]?.id ?? null),
          boxes,
        };
        const inside = (row: number, column: number): boolean =>
          (question.column === null || table.fields[column]?.id === question.column) &&
          (boxes === null ||
            boxes.some(
              (each) => row >= each.top && row <= each.bottom && column >= each.left && column <= each.right,
            ));
        const expected = table.texts.flatMap((row, at) =>
          row.flatMap((cell, column) =>
            inside(at, column) && matches(cell, question) ? [{ row: at, column }] : [],
          ),
        );
        some += expected.length;

        let from = { row: 0, column: 0 };
        const first = await jobs.find(SHEET, question, { from, step: 0 });
        expect(first?.count).toBe(expected.length);
        for (const [index, place] of expected.slice(0, 5).entries()) {
          const found = await jobs.find(SHEET, question, { from, step: index === 0 ? 0 : 1 });
          expect(found?.at).toEqual({ ...place, index });
          from = place;
        }
        const last = expected.at(-1);
        if (last !== undefined) {
          const back = await jobs.find(SHEET, question, { from: { row: 0, column: 0 }, step: -1 });
          const [begin] = expected;
          // Before the first comes the last, unless the first cell itself is where it begins.
          if (begin?.row !== 0 || begin.column !== 0) expect(back?.at).toMatchObject(last);
        }

        const { seq } = host.session;
        const done = await jobs.replace(SHEET, { question, by, only: null });
        const after = await read(host);
        let written = 0;
        for (const { row, column } of expected) {
          const field = table.fields[column];
          const before = table.texts[row]?.[column] ?? "";
          if (field === undefined) continue;
          const text = rewrite(before, question, by);
          const parsed = kindOf(field).parse(text, field, locale);
          const now = after.texts[row]?.[column];
          if (text !== before && parsed.ok) written += 1;
          if (text !== before && !parsed.ok) refused += 1;
          if (parsed.ok && parsed.choices === undefined && field.type.storage !== "choices")
            expect(now).toBe(
              parsed.value === null ? "" : kindOf(field).editText(parsed.value, field, locale),
            );
          else if (!parsed.ok) expect(now).toBe(before);
        }
        expect(done).toMatchObject({ ok: true, cells: written });
        const untouched = new Set(expected.map(({ row, column }) => `${row} ${column}`));
        for (const [row, cells] of after.texts.entries())
          for (const [column, cell] of cells.entries())
            if (!untouched.has(`${row} ${column}`)) expect(cell).toBe(table.texts[row]?.[column]);
        if (host.session.seq > seq) await host.dispatch({ type: "undo" });
        expect((await read(host)).texts).toEqual(table.texts);
      },
    ),
    16,
  );
  expect(some).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(10);
});
