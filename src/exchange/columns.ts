/** Fields and their values as columns of a file: numbers with a point, days as ISO dates, choices by their label. */
import { type Field, type FieldType, type Value, type Vector, valueAt } from "../core/model/index.ts";
import { readVector } from "../engine/columns/column.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { kindOf } from "../fields/index.ts";
import type { ExportColumn, ExportSource } from "./csv/write.ts";

/** Each distinct value gets a code when it is first met. */
function codedNumbers(values: Float64Array): {
  readonly codes: Uint32Array;
  readonly firstRow: readonly number[];
} {
  const codeOf = new Map<number, number>();
  const firstRow: number[] = [];
  const codes = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = firstRow.push(row);
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, firstRow };
}

function contentOf(type: FieldType): ExportColumn["content"] {
  switch (type.storage) {
    case "integer":
      return "number";
    case "day":
      return "day";
    case "flag":
      return "flag";
    case "text":
    case "choice":
    case "choices":
      return "text";
  }
}

/** `vector` holds the rows in the order in which they are written; null if the field is empty in all of them. */
export function exportColumn(field: Field, vector: Vector | null): ExportColumn {
  const { plain } = kindOf(field);
  const { name, type } = field;
  const content = contentOf(type);
  if (vector === null) return { name, content, codeAt: () => 0, distinct: 1, textOf: () => "" };
  if (vector.form === "numeric") {
    const { codes, firstRow } = codedNumbers(vector.values);
    const textOf = (code: number): string => plain(valueAt(type, vector, firstRow[code - 1] ?? -1), field);
    return { name, content, codeAt: (row) => codes[row] ?? 0, distinct: firstRow.length + 1, textOf };
  }
  const { codes, dictionary } = vector;
  const one = (code: number): Value =>
    valueAt(type, { form: "coded", dictionary, codes: Uint32Array.of(code) }, 0);
  const distinct = dictionary.length + 1;
  return {
    name,
    content,
    codeAt: (row) => codes[row] ?? 0,
    distinct,
    textOf: (code) => plain(one(code), field),
  };
}

/** Some fields of a table's rows, `slots` in the order in which they are written. */
export function exportSource(fields: readonly Field[], slots: Uint32Array, table: ColumnTable): ExportSource {
  const columns = fields.map((field) => {
    const column = table.columns.get(field.id);
    return exportColumn(field, column === undefined ? null : readVector(column, slots));
  });
  return { rowCount: slots.length, columns };
}
