/** Rows found by their texts: compared with every row being looked at. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { squeezed } from "../../src/core/model/index.ts";
import { findRowSteps } from "../../src/engine/session/find.ts";
import { Session } from "../../src/engine/session/session.ts";
import { runNow } from "../../src/engine/steps.ts";
import { check, drawing } from "../support/property.ts";
import { drawScript, pictureOf, WORKBOOK } from "../support/storage/script.ts";

const environment = { newType: () => ({ storage: "text" }) as const, today: () => 20_000 };

it("finds the rows whose texts contain what is sought, those first whose name begins with it", () => {
  let some = 0;
  check(
    fc.property(
      drawing(),
      fc.constantFrom("a", "K", "Ｋ", "9", "伟", " ä ", "ab", "", "\u0001"),
      (draw, sought) => {
        const session = new Session(WORKBOOK, environment);
        for (const step of drawScript(draw, 8).steps) {
          if (step.step === "append") session.replay(step.entry, step.change);
        }
        const [first = null] = session.workbook.sheets.map(({ id }) => id);
        const found = runNow(findRowSteps(session, sought, first, Number.POSITIVE_INFINITY));
        const wanted = squeezed(sought);
        const expected = pictureOf(session).tables.flatMap(({ sheet, rows }) => {
          const { fields = [] } = session.workbook.sheets.find(({ id }) => id === sheet) ?? {};
          return rows.flatMap(([row, ...atoms]) => {
            const texts = atoms.filter((_, index) => fields[index]?.type.storage === "text");
            const fits = texts.some((text) => typeof text === "string" && squeezed(text).includes(wanted));
            return wanted !== "" && fits ? [`${sheet} ${String(row)}`] : [];
          });
        });
        expect(found.map(({ sheet, row }) => `${sheet} ${row}`).sort()).toEqual([...expected].sort());
        some += found.length;
        for (const [index, { sheet, texts }] of found.entries()) {
          const before = found[index - 1];
          const begins = (all: readonly string[] = []) => squeezed(all[0] ?? "").startsWith(wanted);
          if (before?.sheet === sheet && begins(texts)) expect(begins(before.texts)).toBe(true);
        }
      },
    ),
    200,
  );
  expect(some).toBeGreaterThan(40);
});
