/** Random workbooks and random changes that fit them, and a plain picture of a state to compare. */
import fc from "fast-check";
import type { Change, Op, RowBlock, State, Table } from "../../src/core/change/index.ts";
import { NAME_PARTS } from "../../src/core/model/exports.ts";
import {
  type Apart,
  type Atom,
  CHART_LOOKS,
  CHART_MEASURES,
  type ChartRecipe,
  type ColourRule,
  type ColumnTotal,
  chartId,
  choiceId,
  type ExportTemplate,
  type Field,
  type FieldId,
  type FieldType,
  type Fill,
  fieldId,
  formOf,
  type GroupKey,
  isNumeric,
  MOST_GROUP_KEYS,
  PERIOD_UNITS,
  packAtoms,
  rowId,
  type SavedExport,
  type Sheet,
  type SheetChart,
  sheetId,
  TOTALS,
  type Vector,
  type View,
  viewId,
  type Workbook,
  withColours,
  withPinned,
  withTogether,
  workbookId,
} from "../../src/core/model/index.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import type { ListTable } from "./oracle.ts";

/** fast-check's drawing function: `draw(arbitrary)` with shrinking. */
export type Draw = <T>(arb: () => fc.Arbitrary<T>) => T;

export const CHOICES = ["x", "y", "z"].map((id, index) => ({
  id: choiceId(id),
  label: ["Zeta", "alpha", "茶"][index] ?? id,
  hue: "teal" as const,
}));

export const TYPES: readonly FieldType[] = [
  { storage: "text" },
  { storage: "integer", decimals: 2 },
  { storage: "day" },
  { storage: "flag" },
  { storage: "choice", choices: CHOICES },
  { storage: "choices", choices: CHOICES },
];

const TEXTS = [
  "a",
  "A",
  "ａ",
  "ä",
  "a\u0308",
  "K9",
  "K10",
  "王伟",
  "张伟",
  "張偉",
  "阿",
  "00123",
  " a  b",
  "\ud800",
  "\0",
  "😀",
  "עברית",
  "-5",
];

export function atomArb(type: FieldType): fc.Arbitrary<Atom> {
  switch (type.storage) {
    case "text":
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
        fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
        fc.constant(null),
      );
    case "integer":
      return fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger(), fc.constant(null));
    case "day":
      return fc.option(fc.integer({ min: 20000, max: 20005 }));
    case "flag":
      return fc.constantFrom(0, 1, null);
    case "choice":
      return fc.constantFrom("x", "y", "z", null);
    case "choices":
      return fc.constantFrom("x", "y x", "x y", "z", null);
  }
}

export const field = (index: number, type: FieldType): Field => ({
  id: fieldId(`f${index}`),
  name: `F${index}`,
  kind: type.storage === "integer" ? "number" : "text",
  type,
});

/** A rule of each sort, on any of the fields. */
export function coloursArb(fields: readonly Field[]): fc.Arbitrary<readonly ColourRule[]> {
  if (fields.length === 0) return fc.constant([]);
  const field = fc.constantFrom(...fields.map(({ id }) => id));
  const hue = fc.constantFrom("rose" as const, "green" as const);
  const rule: fc.Arbitrary<ColourRule> = fc.oneof(
    fc.record({ type: fc.constantFrom("duplicates" as const, "bar" as const), field, hue }),
    fc.record({ type: fc.constant("choice" as const), field }),
    fc.record({
      type: fc.constant("when" as const),
      field,
      condition: fc.record({ op: fc.constantFrom("empty" as const, "notEmpty" as const), field }),
      hue,
    }),
  );
  return fc.array(rule, { maxLength: 3 });
}

/** Some fields' filters pinned, or none, also of a field that is gone. */
export const pinnedArb = (fields: readonly Field[]): fc.Arbitrary<readonly FieldId[]> =>
  fc.shuffledSubarray([...fields.map(({ id }) => id), fieldId("gone")], { maxLength: 3 });

/** A chart of each kind, of fields that may be gone. */
export function chartsArb(fields: readonly Field[]): fc.Arbitrary<readonly SheetChart[]> {
  const field = fc.constantFrom(...fields.map(({ id }) => id), fieldId("gone"));
  const recipe: fc.Arbitrary<ChartRecipe> = fc.oneof(
    fc.record(
      {
        kind: fc.constant("groups" as const),
        by: field,
        unit: fc.constantFrom(...PERIOD_UNITS),
        measure: fc.constantFrom(...CHART_MEASURES),
        of: field,
        look: fc.constantFrom(...CHART_LOOKS),
        most: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: ["kind", "by", "measure", "look", "most"] },
    ),
    fc.record({ kind: fc.constant("pareto" as const), of: field }),
    fc.record({ kind: fc.constant("years" as const), by: field, of: field }),
    fc.record(
      { kind: fc.constant("flow" as const), first: field, last: field, after: fc.nat({ max: 9 }) },
      { requiredKeys: ["kind", "last", "after"] },
    ),
    fc.record({ kind: fc.constant("rfm" as const), recency: field, value: field }),
  );
  const chart: fc.Arbitrary<SheetChart> = fc.record(
    { id: fc.constantFrom("c1", "c2", "c3").map(chartId), title: fc.constantFrom("", "图"), recipe },
    { requiredKeys: ["id", "recipe"] },
  );
  return fc.uniqueArray(chart, { maxLength: 3, selector: ({ id }) => id });
}

/** Any choice of totals, or none, also of a field that is gone. */
export const totalsArb = (fields: readonly Field[]): fc.Arbitrary<readonly ColumnTotal[] | null> =>
  fc.option(
    fc.uniqueArray(
      fc.record({
        field: fc.constantFrom(...fields.map(({ id }) => id), fieldId("gone")),
        total: fc.constantFrom(...TOTALS),
      }),
      { maxLength: 3, selector: ({ field }) => field },
    ),
  );

export const groupsArb = (fields: readonly Field[]): fc.Arbitrary<readonly GroupKey[]> => {
  const field = fc.constantFrom(...fields.map(({ id }) => id), fieldId("gone"));
  const key: fc.Arbitrary<GroupKey> = fc.oneof(
    fc.record({ field }),
    fc.record({ field, unit: fc.constantFrom(...PERIOD_UNITS) }),
  );
  return fc.uniqueArray(key, { maxLength: MOST_GROUP_KEYS, selector: (each) => each.field });
};

export const PLAIN_VIEW: View = { id: viewId("v1"), name: "All", columns: [], sort: [], filter: null };

export function baseWorkbook(types: readonly FieldType[] = TYPES): Workbook {
  const sheet: Sheet = {
    id: sheetId("s1"),
    name: "Customers",
    fields: types.map((type, index) => field(index, type)),
    views: [PLAIN_VIEW],
  };
  return { id: workbookId("w1"), settings: { name: "W", locale: "en", currency: "EUR" }, sheets: [sheet] };
}

export function engineState(workbook: Workbook): State<ColumnTable> {
  const state: State<ColumnTable> = { workbook, tables: new Map(), createTable: () => new ColumnTable() };
  for (const sheet of workbook.sheets) {
    const table = new ColumnTable();
    for (const each of sheet.fields) table.addColumn(each.id, each.type, null);
    state.tables.set(sheet.id, table);
  }
  return state;
}

interface Picture {
  readonly workbook: Workbook;
  readonly tables: readonly { readonly sheet: string; readonly rows: readonly (readonly Atom[])[] }[];
}

/** The same with its properties by name: what is read back has them in another order, which means nothing. */
export function inOrder<T>(value: T): T;
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => inOrder(each));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}

/** Everything of a state that anyone can see, as plain data. */
export function picture<T extends Table>(
  state: State<T>,
  read: (table: T, sheet: Sheet) => readonly (readonly Atom[])[],
): Picture {
  return {
    workbook: inOrder(state.workbook),
    tables: state.workbook.sheets.map((sheet) => {
      const table = state.tables.get(sheet.id);
      return { sheet: sheet.id, rows: table === undefined ? [] : read(table, sheet) };
    }),
  };
}

export const enginePicture = (state: State<ColumnTable>): Picture =>
  picture(state, (table, sheet) =>
    Array.from(table.order, (slot) => [
      table.idOf(slot),
      ...sheet.fields.map((each) => table.atom(each.id, slot)),
    ]),
  );

export const oraclePicture = (state: State<ListTable>): Picture =>
  picture(state, (table, sheet) =>
    table.rows.map((row) => [row.id, ...sheet.fields.map((each) => row.cells.get(each.id) ?? null)]),
  );

const vectorFor = (draw: Draw, type: FieldType, length: number): Vector =>
  packAtoms(
    isNumeric(type),
    Array.from({ length }, () => draw(() => atomArb(type))),
  );

function drawCells(draw: Draw, sheet: Sheet, table: ListTable): Op | null {
  const picked = draw(() => fc.subarray([...sheet.fields], { minLength: 0, maxLength: 1 }))[0];
  const rows = draw(() => fc.subarray(table.rows.map((row) => row.id)));
  if (picked === undefined || rows.length === 0) return null;
  const numeric = isNumeric(picked.type);
  const before = packAtoms(
    numeric,
    rows.map((id) => table.rows.find((row) => row.id === id)?.cells.get(picked.id) ?? null),
  );
  const after = vectorFor(draw, picked.type, rows.length);
  return { op: "cells", sheet: sheet.id, field: picked.id, rows: Uint32Array.from(rows), before, after };
}

function drawInsert(draw: Draw, sheet: Sheet, table: ListTable, nextId: () => number): Op {
  const blocks: RowBlock[] = [];
  let length = table.rowCount;
  let floor = 0;
  for (let n = draw(() => fc.integer({ min: 1, max: 3 })); n > 0; n--) {
    if (floor > length) break;
    const at = draw(() => fc.integer({ min: floor, max: length }));
    const count = draw(() => fc.integer({ min: 1, max: 3 }));
    const columns = new Map<FieldId, Vector>();
    for (const each of draw(() => fc.subarray([...sheet.fields])))
      columns.set(each.id, vectorFor(draw, each.type, count));
    blocks.push({ at, ids: Uint32Array.from({ length: count }, nextId), columns });
    length += count;
    floor = at + count + 1;
  }
  return { op: "insertRows", sheet: sheet.id, blocks };
}

function drawRemove(draw: Draw, sheet: Sheet, table: ListTable): Op | null {
  const positions = draw(() => fc.subarray([...table.rows.keys()]));
  if (positions.length === 0) return null;
  const blocks: { at: number; ids: number[] }[] = [];
  for (const position of positions) {
    const last = blocks.at(-1);
    const id = table.rows[position]?.id ?? 0;
    if (last !== undefined && last.at + last.ids.length === position) last.ids.push(id);
    else blocks.push({ at: position, ids: [id] });
  }
  const packed = blocks.map(({ at, ids }) => ({
    at,
    ids: Uint32Array.from(ids),
    columns: new Map(
      sheet.fields.map((each) => {
        const atoms = table.rows.slice(at, at + ids.length).map((row) => row.cells.get(each.id) ?? null);
        return [each.id, packAtoms(isNumeric(each.type), atoms)] as const;
      }),
    ),
  }));
  return { op: "removeRows", sheet: sheet.id, blocks: packed };
}

function drawFieldOp(draw: Draw, sheet: Sheet, table: ListTable): Op {
  const index = draw(() => fc.integer({ min: 0, max: sheet.fields.length }));
  const old = sheet.fields[index];
  const type = draw(() => fc.constantFrom(...TYPES));
  const what = draw(() => fc.constantFrom("add", "remove", "convert", "rename"));
  if (old === undefined || what === "add") {
    const taken = new Set(sheet.fields.map((each) => each.id));
    let n = 0;
    while (taken.has(fieldId(`f${n}`))) n += 1;
    const values = draw(() => fc.boolean()) ? vectorFor(draw, type, table.rowCount) : null;
    const after = { index, item: field(n, type) };
    return {
      op: "field",
      sheet: sheet.id,
      edit: { before: null, after },
      valuesBefore: null,
      valuesAfter: values,
    };
  }
  const before = { index, item: old };
  const valuesBefore = table.column(old.id, isNumeric(old.type));
  if (what === "remove")
    return { op: "field", sheet: sheet.id, edit: { before, after: null }, valuesBefore, valuesAfter: null };
  if (what === "convert") {
    const valuesAfter = vectorFor(draw, type, table.rowCount);
    const after = { index, item: { ...old, type } };
    return { op: "field", sheet: sheet.id, edit: { before, after }, valuesBefore, valuesAfter };
  }
  const place = draw(() => fc.integer({ min: 0, max: sheet.fields.length - 1 }));
  const after = { index: place, item: { ...old, name: `${old.name}’` } };
  return { op: "field", sheet: sheet.id, edit: { before, after }, valuesBefore: null, valuesAfter: null };
}

/** Presets of the owner's own, and what was decided for one of ours. */
const exportsArb = ({ id: sheet, fields }: Sheet): fc.Arbitrary<readonly SavedExport[]> => {
  const field = fc.constantFrom(...fields.map(({ id }) => id), fieldId("gone"));
  const fill: fc.Arbitrary<Fill> = fc.oneof(
    fc.record({ fill: fc.constantFrom("nothing" as const, "label" as const) }),
    fc.record({ fill: fc.constant("text" as const), text: fc.constantFrom(...TEXTS) }),
    field.map((from) => ({ fill: "field", field: from }) as const),
    fc
      .tuple(field, field, fc.constantFrom(...NAME_PARTS))
      .map(([from, or, part]) => ({ fill: "field", field: from, or, part }) as const),
  );
  const template: ExportTemplate = {
    columns: ["编码", ""],
    lead: ["=1"],
    encoding: "gb18030",
    bom: false,
    delimiter: "~~",
    lineEnd: "\n",
  };
  const book: ExportTemplate = { ...template, lead: ["客户\t"], delimiter: "\t", book: "Sheet1" };
  const own = fc
    .tuple(
      fc.array(fill, { maxLength: 3 }),
      fc.subarray(fields.map(({ id }) => id)),
      fc.constantFrom(template, book),
    )
    .map(
      ([fills, chosen, template]): SavedExport => ({
        id: "own1",
        sheet,
        name: "用友",
        preset: "template",
        template,
        fields: chosen,
        fills,
        formulas: "leave",
      }),
    );
  const kept = fc.constant<SavedExport>({ id: "xero", sheet, name: null, preset: "xero" });
  return fc.array(fc.oneof(own, kept), { maxLength: 2 });
};

/** Of rows that never are there, so that none of them goes. */
const APART: readonly Apart[] = [[4_000_000_000, 4_000_000_001].map(rowId)];

function drawDefinition(draw: Draw, workbook: Workbook, sheet: Sheet, nextId: () => number): Op {
  switch (draw(() => fc.constantFrom("settings", "view", "addSheet", "renameSheet", "moveSheet"))) {
    case "settings":
      return {
        op: "settings",
        before: workbook.settings,
        after: { ...workbook.settings, name: `n${nextId()}`, exports: draw(() => exportsArb(sheet)) },
      };
    case "view": {
      const item = sheet.views[0] ?? PLAIN_VIEW;
      const colours = draw(() => coloursArb(sheet.fields));
      const [totals, group] = [draw(() => totalsArb(sheet.fields)), draw(() => groupsArb(sheet.fields))];
      const searched = { ...item, search: draw(() => fc.constantFrom("", "张")) };
      const pinned = draw(() => pinnedArb(sheet.fields));
      const form = formOf(withPinned(withTogether(withColours(searched, colours), totals, group), pinned));
      const changed: View = { ...item, ...form, locked: true, saved: formOf(item), name: `v${nextId()}` };
      const after = { index: 0, item: changed };
      return { op: "view", sheet: sheet.id, edit: { before: { index: 0, item }, after } };
    }
    case "addSheet": {
      const item: Sheet = { ...sheet, id: sheetId(`s${nextId() + 100}`) };
      return {
        op: "sheet",
        edit: {
          before: null,
          after: { index: draw(() => fc.integer({ min: 0, max: workbook.sheets.length })), item },
        },
      };
    }
    case "moveSheet": {
      const index = workbook.sheets.indexOf(sheet);
      const to = draw(() => fc.integer({ min: 0, max: workbook.sheets.length - 1 }));
      return { op: "sheet", edit: { before: { index, item: sheet }, after: { index: to, item: sheet } } };
    }
    default: {
      const index = workbook.sheets.indexOf(sheet);
      const charts = draw(() => fc.option(chartsArb(sheet.fields)));
      const apart = draw(() => fc.constantFrom(null, APART));
      const item: Sheet = {
        ...sheet,
        name: `S${nextId()}`,
        ...(charts === null ? {} : { charts }),
        ...(apart === null ? {} : { apart }),
      };
      return {
        op: "sheet",
        edit: { before: { index, item: sheet }, after: { index, item } },
      };
    }
  }
}

/** One op that fits the state, with ids no row has had yet. */
export function drawOp(draw: Draw, state: State<ListTable>, nextId: () => number): Op {
  const sheet = draw(() => fc.constantFrom(...state.workbook.sheets));
  const table = state.tables.get(sheet.id);
  if (table === undefined) throw new Error("every sheet has a table");
  const insert = (): Op => drawInsert(draw, sheet, table, nextId);
  switch (draw(() => fc.constantFrom("cells", "cells", "insert", "remove", "field", "definition"))) {
    case "cells":
      return drawCells(draw, sheet, table) ?? insert();
    case "remove":
      return drawRemove(draw, sheet, table) ?? insert();
    case "field":
      return drawFieldOp(draw, sheet, table);
    case "definition":
      return drawDefinition(draw, state.workbook, sheet, nextId);
    default:
      return insert();
  }
}

/** A counter of row ids for one run. */
export function rowIds(): () => number {
  let last = 0;
  return () => ++last;
}

export const oneOp = (op: Op): Change => ({ ops: [op] });
