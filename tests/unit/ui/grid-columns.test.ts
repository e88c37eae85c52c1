/** Columns as AG Grid is told of them: what is as before is the very same object, and anything that is drawn makes another. */
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  type Field,
  fieldId,
  type Sheet,
  sheetId,
  type View,
  type ViewColumn,
  viewId,
} from "../../../src/core/model/index.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { columnDefs } from "../../../src/ui/grid/columns.ts";
import type { GridSession } from "../../../src/ui/grid/session.ts";

const choice = (label: string): Choice => ({ id: choiceId(label.toLowerCase()), label, hue: "slate" });
const tier: Field = {
  id: fieldId("tier"),
  name: "Tier",
  kind: "choice",
  type: { storage: "choice", choices: [choice("VIP")] },
};
const worth: Field = {
  id: fieldId("worth"),
  name: "Worth",
  kind: "number",
  type: { storage: "integer", decimals: 2 },
};
const place = ({ id }: Field): ViewColumn => ({ field: id, width: 100, frozen: false, hidden: false });

interface Given {
  readonly fields: readonly Field[];
  readonly columns: readonly ViewColumn[];
  readonly colours: View["colours"];
  readonly language: string;
  readonly tag: string;
  readonly currency: string;
}
const GIVEN: Given = {
  fields: [tier, worth],
  columns: [place(tier), place(worth)],
  colours: [],
  language: "en",
  tag: "en-US",
  currency: "USD",
};

/** One grid, told of one thing after the other. */
function grid() {
  let now = GIVEN;
  const app = {
    t: (key: string) => key,
    locale: () => localeFormat(now.tag, now.currency),
    language: () => now.language,
  };
  const session = { app, defined: new Map() } as unknown as GridSession;
  return (given: Given) => {
    now = structuredClone(given);
    const sheet: Sheet = { id: sheetId("s"), name: "Sheet", fields: now.fields, views: [] };
    const { columns, colours } = now;
    const view: View = {
      id: viewId("v"),
      name: "All",
      columns,
      sort: [],
      filter: null,
      ...(colours === undefined ? {} : { colours }),
    };
    return columnDefs(session, sheet, view, 44);
  };
}

describe("definitions of columns", () => {
  it("are the same objects for equal input", () => {
    const define = grid();
    const before = define(GIVEN);
    const after = define(GIVEN);
    expect(before).toHaveLength(3);
    for (const [index, definition] of before.entries()) expect(after[index]).toBe(definition);
  });

  const of = (field: Field): Partial<Given> => ({ fields: [field, worth] });
  it.each<readonly [string, Partial<Given>]>([
    ["name", of({ ...tier, name: "Rank" })],
    ["kind", of({ ...tier, kind: "choices", type: { storage: "choices", choices: [choice("VIP")] } })],
    ["choices", of({ ...tier, type: { storage: "choice", choices: [choice("VIP"), choice("Small")] } })],
    ["place among the values", { fields: [worth, tier] }],
    ["width", { columns: [{ ...place(tier), width: 101 }, place(worth)] }],
    ["freezing", { columns: [{ ...place(tier), frozen: true }, place(worth)] }],
    ["colours", { colours: [{ type: "choice", field: tier.id }] }],
    ["language", { language: "zh-CN" }],
    ["locale", { tag: "de-DE" }],
    ["currency", { currency: "EUR" }],
  ])("are others with another %s, which alone makes the difference", (_, change) => {
    const define = grid();
    const [, before] = define(GIVEN);
    const [, after] = define({ ...GIVEN, ...change });
    const [, again] = define({ ...GIVEN, ...change });
    expect(after?.colId).toBe("tier");
    expect(after).not.toBe(before);
    expect(again).toBe(after);
  });

  it("are others with other decimals", () => {
    const define = grid();
    const [, , before] = define(GIVEN);
    const fields = [tier, { ...worth, type: { storage: "integer", decimals: 0 } as const }];
    const [, other, after] = define({ ...GIVEN, fields });
    expect(after?.colId).toBe("worth");
    expect(after).not.toBe(before);
    expect(other).toBe(define({ ...GIVEN, fields })[1]);
  });
});
