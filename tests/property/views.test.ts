/** W1: whatever is done to views, each looks as it was last saved once it is reverted, and says truly whether it deviates. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../src/core/change/index.ts";
import {
  columnsOf,
  formOf,
  type Sheet,
  type SortKey,
  savedForm,
  sheetId,
  type View,
  type ViewForm,
  type ViewId,
  withPinned,
  withTogether,
} from "../../src/core/model/index.ts";
import { build, isRefusal } from "../../src/engine/session/build.ts";
import type { Command, ViewPart } from "../../src/engine/session/command.ts";
import { type Environment, Session } from "../../src/engine/session/session.ts";
import { filterArb, TODAY } from "../support/filterOracle.ts";
import { check, drawing } from "../support/property.ts";
import { baseWorkbook, type Draw, groupsArb, pinnedArb, totalsArb } from "../support/states.ts";

const SHEET = sheetId("s1");
const environment: Environment = { newType: () => ({ storage: "text" }), today: () => TODAY };

/** A view as a person remembers it: what it was saved as, and what it looks like now. */
interface Remembered {
  name: string;
  saved: ViewForm;
  now: ViewForm;
  locked: boolean;
}

const NAMES = ["All", "Top", "Lost", "", "本月生日"];

function drawForm(draw: Draw, sheet: Sheet, view: View): { what: Exclude<ViewPart, "colours">; view: View } {
  const what = draw(() =>
    fc.constantFrom("sort", "filter", "columns", "widths", "totals", "group", "pinned"),
  );
  if (what === "totals") {
    const totals = draw(() => totalsArb(sheet.fields));
    return { what, view: withTogether(view, totals, view.group ?? []) };
  }
  if (what === "group") {
    const group = draw(() => groupsArb(sheet.fields));
    return { what, view: withTogether(view, view.totals ?? null, group) };
  }
  if (what === "pinned")
    return {
      what,
      view: withPinned(
        view,
        draw(() => pinnedArb(sheet.fields)),
      ),
    };
  if (what === "sort") {
    const sort: readonly SortKey[] = draw(() =>
      fc.uniqueArray(
        fc.record({
          field: fc.constantFrom(...sheet.fields.map(({ id }) => id)),
          direction: fc.constantFrom<SortKey["direction"][]>("ascending", "descending"),
        }),
        { maxLength: 2, selector: ({ field }) => field },
      ),
    );
    return { what, view: { ...view, sort } };
  }
  if (what === "filter")
    return { what, view: { ...view, filter: draw(() => fc.option(filterArb(sheet.fields))) } };
  const columns = columnsOf(sheet, view);
  const at = draw(() => fc.nat({ max: columns.length - 1 }));
  const changed = columns.map((column, index) =>
    index !== at
      ? column
      : what === "widths"
        ? { ...column, width: 300 }
        : { ...column, hidden: !column.hidden },
  );
  return { what: "columns", view: { ...view, columns: changed } };
}

/** As it looks: a column that is not named stands where the sheet has it, and widths are nobody's business. */
const looks = (sheet: Sheet, view: View, form: ViewForm): string =>
  JSON.stringify([
    columnsOf(sheet, { ...view, ...form }).map(({ field, hidden, frozen }) => [field, hidden, frozen]),
    form.sort,
    form.filter,
    form.search ?? "",
    form.totals ?? null,
    form.group ?? [],
    form.pinned ?? [],
  ]);

describe("views", () => {
  it("W1 are what was saved when reverted, deviate exactly while they look otherwise, and keep their names apart", () => {
    check(
      fc.property(drawing(), (draw) => {
        const session = new Session(baseWorkbook(), environment);
        const memory = new Map<ViewId, Remembered>();
        const sheetNow = (): Sheet => {
          const [sheet] = session.workbook.sheets;
          if (sheet === undefined) throw new Error("the sheet is gone");
          return sheet;
        };
        const give = (command: Exclude<Command, { type: "undo" | "redo" }>): boolean => {
          const built = build(session, command);
          if (isRefusal(built)) return false;
          const change: Change = built.change;
          session.commit(change, { type: "do", change }, built.cause, 0);
          return true;
        };
        for (const view of sheetNow().views)
          memory.set(view.id, { name: view.name, saved: formOf(view), now: formOf(view), locked: false });
        for (let step = 0; step < 15; step++) {
          const sheet = sheetNow();
          const view = draw(() => fc.constantFrom(...sheet.views));
          const known = memory.get(view.id);
          if (known === undefined) throw new Error("a view out of nowhere");
          const name = draw(() => fc.constantFrom(...NAMES));
          const search = draw(() => fc.constantFrom("", "  ", "a"));
          const base = { sheet: SHEET, view: view.id };
          const free = ![...memory.values()].some((each) => each.name === name && each !== known);
          const searched = (form: ViewForm): ViewForm => {
            const { search: _, ...rest } = form;
            return search.trim() === "" ? rest : { ...rest, search };
          };
          switch (
            draw(() =>
              fc.constantFrom(
                "set",
                "set",
                "set",
                "save",
                "revert",
                "add",
                "rename",
                "move",
                "lock",
                "delete",
              ),
            )
          ) {
            case "set": {
              const { what, view: wanted } = drawForm(draw, sheet, view);
              give({ type: "setView", sheet: SHEET, view: wanted, what });
              if (what === "pinned") {
                known.now = withPinned(known.now, wanted.pinned ?? []);
                break;
              }
              const { totals, group } = what === "totals" || what === "group" ? wanted : known.now;
              known.now = withTogether(
                what === "totals" || what === "group" ? known.now : { ...known.now, [what]: wanted[what] },
                totals ?? null,
                group ?? [],
              );
              break;
            }
            case "save":
              expect(give({ type: "saveView", ...base, search })).toBe(!known.locked);
              if (!known.locked) known.saved = known.now = searched(known.now);
              break;
            case "revert":
              give({ type: "revertView", ...base });
              known.now = known.saved;
              break;
            case "add": {
              const before = new Set(sheet.views.map(({ id }) => id));
              const taken = [...memory.values()].some((each) => each.name === name) || name === "";
              expect(give({ type: "addView", sheet: SHEET, like: view.id, name, search })).toBe(!taken);
              const made = sheetNow().views.find(({ id }) => !before.has(id));
              expect(made === undefined).toBe(taken);
              if (made === undefined) break;
              const form = searched(known.now);
              memory.set(made.id, { name, saved: form, now: form, locked: false });
              break;
            }
            case "rename":
              expect(give({ type: "renameView", ...base, name })).toBe(!known.locked && free && name !== "");
              if (!known.locked && free && name !== "") known.name = name;
              break;
            case "move":
              give({ type: "moveView", ...base, to: draw(() => fc.integer({ min: -1, max: 4 })) });
              break;
            case "lock":
              known.locked = !known.locked;
              give({ type: "lockView", ...base, locked: known.locked });
              break;
            case "delete": {
              const possible = sheet.views.length > 1 && !known.locked;
              expect(give({ type: "deleteView", ...base })).toBe(possible);
              if (possible) memory.delete(view.id);
              break;
            }
          }
        }
        const sheet = sheetNow();
        expect(new Set(sheet.views.map(({ id }) => id))).toEqual(new Set(memory.keys()));
        for (const view of sheet.views) {
          const known = memory.get(view.id);
          if (known === undefined) throw new Error("a view out of nowhere");
          const { name, locked = false } = view;
          expect([name, locked]).toEqual([known.name, known.locked]);
          expect(looks(sheet, view, formOf(view))).toBe(looks(sheet, view, known.now));
          expect(looks(sheet, view, savedForm(view))).toBe(looks(sheet, view, known.saved));
          const deviates = looks(sheet, view, known.now) !== looks(sheet, view, known.saved);
          expect(view.saved !== undefined).toBe(deviates);
        }
      }),
      100,
    );
  });
});
