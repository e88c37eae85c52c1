/** Our fields as the columns of a receiver's layout: suggested by what both mean, or as the person decided. */
import type { Field, FieldId, Fill } from "../../core/model/index.ts";
import type { ExportColumn } from "../csv/write.ts";
import { fieldsByMeaning, type Meaning, meaningOfName } from "../meanings.ts";
import type { ColumnRule, Layout } from "../presets/preset.ts";
import { nameKey, roleOf } from "../synonyms.ts";
import { partOfName } from "./names.ts";

const NOTHING: Fill = { fill: "nothing" };

function byRule(rule: ColumnRule, known: ReadonlyMap<Meaning, Field>): Fill {
  if (rule.text !== undefined) return { fill: "text", text: rule.text };
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

export type ColumnOf = (field: FieldId) => ExportColumn | undefined;

/** The columns of the layout, each under the receiver's name. `columnOf`: the field's own, undefined if it is gone. */
export function arrange(
  { columns, rules }: Layout,
  fills: readonly Fill[],
  columnOf: ColumnOf,
): readonly ExportColumn[] {
  return columns.map((name, index): ExportColumn => {
    const fill = fills[index] ?? NOTHING;
    if (fill.fill === "nothing") return empty(name);
    if (fill.fill === "text")
      return { ...empty(name), codeAt: () => 1, distinct: 2, textOf: () => fill.text };
    const main = columnOf(fill.field);
    const spare = fill.or === undefined ? undefined : columnOf(fill.or);
    if (main === undefined) return spare === undefined ? empty(name) : { ...spare, name };
    const { part } = fill;
    const own: ExportColumn =
      part === undefined ? main : { ...main, textOf: (code) => partOfName(main.textOf(code), part) };
    const column = spare === undefined ? { ...own, name } : either(name, own, spare);
    return rules[name]?.number === true ? { ...column, content: "number" } : column;
  });
}
