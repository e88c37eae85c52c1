/** Packs what a plan read into vectors, leaving out rows with a cell that could not be read. */
import { type Atom, type FieldId, isNumeric, type Vector } from "../core/model/index.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import type { TextColumn } from "./csv/columns.ts";
import type { CsvTable, RejectedRow } from "./csv/table.ts";
import type { ImportPlan, PlannedColumn } from "./plan.ts";
import type { Reading } from "./reading.ts";

export interface StagedImport {
  /** As long as `rowCount`; columns of the file without any value are missing. */
  readonly columns: ReadonlyMap<FieldId, Vector>;
  readonly rowCount: number;
  /** By row, its place in the file's table; null where all rows are well. */
  readonly tableRows: Uint32Array | null;
  /** All of the file's, those that reading left out included, by line. */
  readonly rejected: readonly RejectedRow[];
}

/** For each row the first column with a cell that does not read, counted from 1; null if all rows are well. */
function faults(table: CsvTable, plan: ImportPlan): Uint32Array | null {
  let found: Uint32Array | null = null;
  for (const [column, { reading, ignored }] of plan.columns.entries()) {
    const { problems } = reading;
    if (problems.size === 0 || ignored) continue;
    found ??= new Uint32Array(table.rowCount);
    const codes = table.columns[column]?.codes ?? found;
    for (let row = 0; row < codes.length; row++) {
      if (found[row] === 0 && problems.has(codes[row] ?? 0)) found[row] = column + 1;
    }
  }
  return found;
}

function rejectedRow(table: CsvTable, plan: ImportPlan, row: number, column: number): RejectedRow {
  const planned: PlannedColumn | undefined = plan.columns[column];
  const problem = planned?.reading.problems.get(table.columns[column]?.codes[row] ?? 0);
  if (planned === undefined || problem === undefined) throw new Error(`row ${row} has no fault`);
  const why = { reason: "badValue", column: planned.header, problem } as const;
  return { line: table.lines[row] ?? 0, why, cells: null, row };
}

function packCoded({ codes, dictionary }: TextColumn, atoms: readonly Atom[]): Vector {
  if (atoms === dictionary || atoms.every((atom, index) => atom === dictionary[index]))
    return { form: "coded", dictionary, codes };
  // Two texts may mean one value; the dictionary holds each once.
  const values: string[] = [];
  const codeOf = new Map<Atom, number>([[null, 0]]);
  const translate = new Uint32Array(atoms.length + 1);
  for (const [index, atom] of atoms.entries()) {
    let code = codeOf.get(atom);
    if (code === undefined) {
      code = values.push(String(atom));
      codeOf.set(atom, code);
    }
    translate[index + 1] = code;
  }
  return { form: "coded", dictionary: values, codes: codes.map((code) => translate[code] ?? 0) };
}

function packNumeric(codes: Uint32Array, atoms: readonly Atom[]): Vector {
  const numbers = new Float64Array(atoms.length + 1).fill(Number.NaN);
  for (const [index, atom] of atoms.entries()) if (typeof atom === "number") numbers[index + 1] = atom;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) values[row] = numbers[codes[row] ?? 0] ?? Number.NaN;
  return { form: "numeric", values };
}

function pack(column: TextColumn, { field, atoms }: Reading, kept: Uint32Array | null): Vector {
  const codes = kept === null ? column.codes : kept.map((row) => column.codes[row] ?? 0);
  return isNumeric(field.type)
    ? packNumeric(codes, atoms)
    : packCoded({ dictionary: column.dictionary, codes }, atoms);
}

/** The same as `stageRows`, in steps. */
export function* stageRowsSteps(table: CsvTable, plan: ImportPlan): Steps<StagedImport> {
  const found = faults(table, plan);
  const unread: RejectedRow[] = [];
  let kept: Uint32Array | null = null;
  if (found !== null) {
    kept = new Uint32Array(table.rowCount);
    let length = 0;
    for (let row = 0; row < table.rowCount; row++) {
      const column = found[row] ?? 0;
      if (column === 0) kept[length++] = row;
      else unread.push(rejectedRow(table, plan, row, column - 1));
    }
    kept = kept.subarray(0, length);
  }
  const columns = new Map<FieldId, Vector>();
  for (const [index, { reading, ignored }] of plan.columns.entries()) {
    const column = table.columns[index];
    if (column === undefined || ignored || reading.atoms.every((atom) => atom === null)) continue;
    columns.set(reading.field.id, pack(column, reading, kept));
    yield { done: index + 1, total: plan.columns.length };
  }
  const rejected = [...table.rejected, ...unread].sort((a, b) => a.line - b.line);
  return { columns, rowCount: table.rowCount - unread.length, tableRows: kept, rejected };
}

export function stageRows(table: CsvTable, plan: ImportPlan): StagedImport {
  return runNow(stageRowsSteps(table, plan));
}
