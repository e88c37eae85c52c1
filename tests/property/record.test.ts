/** One row by its id: what the window shows of it, shown or not, or nothing where it is gone. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { rowId, sheetId } from "../../src/core/model/index.ts";
import { Session } from "../../src/engine/session/session.ts";
import { check, drawing } from "../support/property.ts";
import { drawScript, pictureOf, WORKBOOK } from "../support/storage/script.ts";

const environment = { newType: () => ({ storage: "text" }) as const, today: () => 20_000 };

it("a record is the row of the window at its place; without one it holds the same values, and is null once deleted", () => {
  const seen = { shown: 0, hidden: 0, gone: 0 };
  check(
    fc.property(drawing(), fc.constantFrom("", "a", "9", "qqq"), (draw, search) => {
      const session = new Session(WORKBOOK, environment);
      for (const step of drawScript(draw, 8).steps) {
        if (step.step === "append") session.replay(step.entry, step.change);
      }
      for (const { sheet: name, rows } of pictureOf(session).tables) {
        const sheet = sheetId(name);
        const { places } = session.screens.query(sheet, search);
        const window = session.screens.window(sheet, 0, places);
        const ids = rows.map(([id]) => Number(id));
        for (const id of ids) {
          const place = window.findIndex((row) => row.id === id);
          const record = session.screens.record(sheet, rowId(id));
          expect(record?.place).toBe(place < 0 ? null : place);
          const there = window[place];
          if (there !== undefined) {
            const { values, stray } = there;
            expect(record).toMatchObject({ id, values, stray, place });
          }
          seen[place < 0 ? "hidden" : "shown"] += 1;
        }
        session.screens.query(sheet, "");
        for (const row of session.screens.rows(sheet, 0, ids.length)) {
          expect(session.screens.record(sheet, row.id)?.values).toEqual(row.values);
        }
        for (let id = 1; id <= Math.max(0, ...ids); id += 1) {
          if (ids.includes(id)) continue;
          expect(session.screens.record(sheet, rowId(id))).toBeNull();
          seen.gone += 1;
        }
      }
    }),
    100,
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});
