/** Our fields as the columns of a receiver's layout: suggested by what both mean, or as the person decided. */
import type { Field, FieldId, Fill, NamePart } from "../../core/model/index.ts";
import type { ExportColumn } from "../csv/write.ts";
import { fieldsByMeaning, type Meaning, meaningOfName } from "../meanings.ts";
import type { ColumnRule, Layout } from "../presets/preset.ts";
import { nameKey, roleOf } from "../synonyms.ts";
import { partOfName, partsOfName } from "./names.ts";

const NOTHING: Fill = { fill: "nothing" };
const PARTS = ["firstName", "lastName"] as const;

function byRule(rule: ColumnRule, known: ReadonlyMap<Meaning, Field>): Fill {
  if (rule.text !== undefined) return { fill: "text", text: rule.text };
  if (rule.label !== undefined) return { fill: "label" };
  const first = (meanings: readonly Meaning[]): readonly [Meaning, Field] | undefined => {
    for (const meaning of meanings) {
      const field = known.get(meaning);
      if (field !== undefined) return [meaning, field];
    }
    return undefined;
  };
  const main = first(rule.from ?? []);
  const spare = first(rule.or ?? []);
  const found = main ?? spare;
  if (found === undefined) return NOTHING;
  const [meaning, field] = found;
  const name = known.get("name");
  const apart = PARTS.every((part) => known.has(part));
  // It is in what the name's first part is taken from.
  if (rule.part === "middle" && !apart) return NOTHING;
  if (rule.part !== undefined && name !== undefined && apart)
    return { fill: "field", field: field.id, or: name.id, part: rule.part };
  return {
    fill: "field",
    field: field.id,
    ...(main !== undefined && spare !== undefined && spare[1] !== field ? { or: spare[1].id } : {}),
    // A field for first names alone is taken whole.
    ...(rule.part !== undefined && meaning === "name" ? { part: rule.part } : {}),
  };
}

/** A column of a template, which has no rule: a field of the same name, else one that means the same. */
function byName(column: string, fields: readonly Field[], known: ReadonlyMap<Meaning, Field>): Fill {
  const key = nameKey(column);
  const same = key === "" ? undefined : fields.find(({ name }) => nameKey(name) === key);
  const meanings = [meaningOfName(column), roleOf(column)].filter((meaning) => meaning !== undefined);
  const field = same ?? meanings.map((meaning) => known.get(meaning)).find((each) => each !== undefined);
  return field === undefined ? NOTHING : { fill: "field", field: field.id };
}

/** One for each column of the layout. */
export function suggestFills({ columns, rules }: Layout, fields: readonly Field[]): readonly Fill[] {
  const known = fieldsByMeaning(fields);
  const ruled = Object.keys(rules).length > 0;
  return columns.map((column) => {
    const rule = rules[column];
    if (rule !== undefined) return byRule(rule, known);
    return ruled ? NOTHING : byName(column, fields, known);
  });
}

/** The second where the first is empty: even codes are the first's, odd ones the second's. */
function either(name: string, first: ExportColumn, second: ExportColumn): ExportColumn {
  return {
    name,
    content: first.content === second.content ? first.content : "text",
    codeAt: (row) => {
      const code = first.codeAt(row);
      if (code !== 0) return code * 2;
      const spare = second.codeAt(row);
      return spare === 0 ? 0 : spare * 2 + 1;
    },
    distinct: Math.max(first.distinct, second.distinct) * 2,
    textOf: (code) => (code % 2 === 0 ? first : second).textOf(code >> 1),
  };
}

const empty = (name: string): ExportColumn => ({
  name,
  content: "text",
  codeAt: () => 0,
  distinct: 1,
  textOf: () => "",
});

const same = (name: string, text: string): ExportColumn => ({
  ...empty(name),
  codeAt: () => 1,
  distinct: 2,
  textOf: (code) => (code === 0 ? "" : text),
});

/** A text for each row. */
function perRow(name: string, rowCount: number, text: (row: number) => string): ExportColumn {
  const codeAt = (row: number): number => (text(row) === "" ? 0 : row + 1);
  return {
    ...empty(name),
    codeAt,
    distinct: rowCount + 1,
    textOf: (code) => (code === 0 ? "" : text(code - 1)),
  };
}

export type ColumnOf = (field: FieldId) => ExportColumn | undefined;

const textIn = (column: ExportColumn | undefined, row: number): string =>
  column?.textOf(column.codeAt(row)) ?? "";

/** Who fills the columns of a receiver, and from what. */
interface Arrangement {
  readonly layout: Layout;
  readonly fills: readonly Fill[];
  /** The field's own, undefined if it is gone. */
  readonly columnOf: ColumnOf;
  readonly rowCount: number;
  /** The field for mobile numbers. */
  readonly mobile: FieldId | undefined;
}

type FieldFill = Extract<Fill, { fill: "field" }>;

/** First, middle and last name as far as they are still the name in the field `or`; null unless the first and the last are filled so. */
function nameParts({ fills, columnOf }: Arrangement, { or }: FieldFill) {
  const columnFor = (part: NamePart): ExportColumn | undefined => {
    const fill = fills.find((each) => each.fill === "field" && each.part === part && each.or === or);
    return fill?.fill === "field" ? columnOf(fill.field) : undefined;
  };
  const [name, given, family] = [or && columnOf(or), columnFor("given"), columnFor("family")];
  if (name === undefined || given === undefined || family === undefined) return null;
  const middle = columnFor("middle");
  return (row: number) =>
    partsOfName(textIn(name, row), {
      given: textIn(given, row),
      middle: textIn(middle, row),
      family: textIn(family, row),
    });
}

function fieldColumn(name: string, fill: FieldFill, arrangement: Arrangement): ExportColumn {
  const { columnOf, rowCount } = arrangement;
  const { part, or } = fill;
  const parts = part === undefined || or === undefined ? null : nameParts(arrangement, fill);
  if (part !== undefined && parts !== null) return perRow(name, rowCount, (row) => parts(row)[part]);
  const partOf = (column: ExportColumn): ExportColumn =>
    part === undefined ? column : { ...column, textOf: (code) => partOfName(column.textOf(code), part) };
  const main = columnOf(fill.field);
  const spare = or === undefined ? undefined : columnOf(or);
  if (main === undefined) return spare === undefined ? empty(name) : { ...partOf(spare), name };
  // A field that has another for the whole name is a part of it.
  const own = or === undefined ? partOf(main) : main;
  return spare === undefined ? { ...own, name } : either(name, own, partOf(spare));
}

function labelColumn(name: string, { layout, fills, columnOf, mobile }: Arrangement): ExportColumn {
  const label = layout.rules[name]?.label;
  const fill = label === undefined ? undefined : fills[layout.columns.indexOf(label.of)];
  if (label === undefined || fill?.fill !== "field") return empty(name);
  const number = columnOf(fill.field);
  const text = fill.field === mobile ? label.mobile : label.other;
  return { ...same(name, text), codeAt: (row) => (textIn(number, row) === "" ? 0 : 1) };
}

function filled(name: string, fill: Fill, arrangement: Arrangement): ExportColumn {
  switch (fill.fill) {
    case "nothing":
      return empty(name);
    case "text":
      return same(name, fill.text);
    case "label":
      return labelColumn(name, arrangement);
    case "field":
      return fieldColumn(name, fill, arrangement);
  }
}

/** The columns of the layout, each under the receiver's name. */
export function arrange(arrangement: Arrangement): readonly ExportColumn[] {
  const { layout, fills } = arrangement;
  return layout.columns.map((name, index): ExportColumn => {
    const column = filled(name, fills[index] ?? NOTHING, arrangement);
    return layout.rules[name]?.number === true ? { ...column, content: "number" } : column;
  });
}
