/** Packs what a plan read into vectors, leaving out rows with a cell that could not be read. */
import { type Atom, type FieldId, isNumeric, type Vector } from "../core/model/index.ts";
import type { CodedTexts } from "./columns.ts";
import type { CsvTable, RejectedRow } from "./csv/read.ts";
import type { ImportPlan } from "./plan.ts";
import type { ColumnReading } from "./reading.ts";

export interface StagedImport {
  readonly columns: ReadonlyMap<FieldId, Vector>;
  readonly rowCount: number;
  readonly rejected: readonly RejectedRow[];
}

interface Failure {
  readonly row: number;
  readonly column: number;
  readonly text: number;
}

/** The first cell of each row that does not read, by row. */
function failures(columns: readonly CodedTexts[], plan: ImportPlan): readonly Failure[] {
  const first = new Map<number, Failure>();
  for (const [column, { reading }] of plan.columns.entries()) {
    if (reading.problems.size === 0) continue;
    for (const [row, code] of columns[column]?.codes.entries() ?? []) {
      if (code > 0 && reading.problems.has(code - 1) && !first.has(row))
        first.set(row, { row, column, text: code - 1 });
    }
  }
  return [...first.values()].sort((a, b) => a.row - b.row);
}

/** Row numbers that are kept, or null for all. */
function keptRows(count: number, failed: readonly Failure[]): Uint32Array | null {
  if (failed.length === 0) return null;
  const bad = new Set(failed.map(({ row }) => row));
  const kept = new Uint32Array(count - bad.size);
  let write = 0;
  for (let row = 0; row < count; row++) if (!bad.has(row)) kept[write++] = row;
  return kept;
}

function packColumn(
  { codes }: CodedTexts,
  { field, atoms }: ColumnReading,
  kept: Uint32Array | null,
): Vector {
  const chosen = kept === null ? codes : kept.map((row) => codes[row] ?? 0);
  if (isNumeric(field.type)) {
    const numbers = Float64Array.from([null, ...atoms], (atom) =>
      typeof atom === "number" ? atom : Number.NaN,
    );
    return { form: "numeric", values: Float64Array.from(chosen, (code) => numbers[code] ?? Number.NaN) };
  }
  // Two texts may have become one value; the dictionary holds each once.
  const dictionary: string[] = [];
  const ownOf = new Map<Atom, number>();
  const translate = Uint32Array.from([null, ...atoms], (atom) => {
    if (typeof atom !== "string") return 0;
    const known = ownOf.get(atom);
    if (known !== undefined) return known;
    const code = dictionary.push(atom);
    ownOf.set(atom, code);
    return code;
  });
  return { form: "coded", dictionary, codes: chosen.map((code) => translate[code] ?? 0) };
}

/** Yields columns done. */
export function* stageSteps(
  table: CsvTable,
  columns: readonly CodedTexts[],
  plan: ImportPlan,
): Generator<number, StagedImport> {
  const failed = failures(columns, plan);
  const kept = keptRows(table.rows.length, failed);
  const packed = new Map<FieldId, Vector>();
  for (const [index, { reading }] of plan.columns.entries()) {
    const column = columns[index];
    if (column !== undefined && column.filled > 0)
      packed.set(reading.field.id, packColumn(column, reading, kept));
    yield index;
  }
  const unread = failed.flatMap(({ row, column, text }): readonly RejectedRow[] => {
    const plannedColumn = plan.columns[column];
    const problem = plannedColumn?.reading.problems.get(text);
    if (plannedColumn === undefined || problem === undefined) return [];
    const why = { reason: "badValue", column: plannedColumn.header, problem } as const;
    return [{ line: table.lines[row] ?? 0, cells: table.rows[row] ?? [], why }];
  });
  const rejected = [...table.rejected, ...unread].sort((a, b) => a.line - b.line);
  return { columns: packed, rowCount: table.rows.length - unread.length, rejected };
}
