/**
 * Which rows of a file are rows that the sheet has already, by a key of one field or several, and what the file would
 * change in them. A row without a key, or with one that is not there yet, is new.
 */
import {
  type Atom,
  atomAt,
  type Blanks,
  emptyVector,
  type FieldId,
  type ImportAction,
  isNumeric,
  packAtoms,
  type Vector,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import { FATES, type Fate, type Rejected } from "./api.ts";
import type { CsvTable, RejectedRow } from "./csv/table.ts";
import { Keys } from "./keys.ts";
import type { ImportPlan } from "./plan.ts";
import type { StagedImport } from "./stage.ts";

const ROWS_PER_STEP = 8_000;

/** Changed cells of rows that are there, all of one field. */
export interface CellUpdates {
  readonly field: FieldId;
  /** Ids. */
  readonly rows: Uint32Array;
  readonly after: Vector;
}

export interface Matched {
  readonly added: Pick<StagedImport, "columns" | "rowCount">;
  readonly updates: readonly CellUpdates[];
  readonly updated: number;
  /** Rows that are there just so. */
  readonly unchanged: number;
  /** Rows that the action leaves out. */
  readonly skipped: number;
  /** All of the file's, by line. */
  readonly rejected: readonly RejectedRow[];
  /** By row of the file's table: what becomes of it, as its place in `FATES`. */
  readonly fates: Uint8Array;
  /** By row of the file's table: the sheet's row that it is; 0: none. */
  readonly there: Uint32Array;
}

const codeOf = (fate: Fate): number => FATES.indexOf(fate);

const AMBIGUOUS = -1;

function* rowsByKey(table: ColumnTable, keys: Keys): Steps<Map<string, number>> {
  const rows = new Map<string, number>();
  const { order } = table;
  for (const [place, slot] of order.entries()) {
    const key = keys.of((field) => table.atom(field, slot));
    if (key !== "") rows.set(key, rows.has(key) ? AMBIGUOUS : table.idOf(slot));
    if (place % ROWS_PER_STEP === 0) yield { done: place, total: order.length };
  }
  return rows;
}

/** Vectors of some rows; the same vectors where it is all of them. */
function pick(
  columns: StagedImport["columns"],
  rows: readonly number[],
  all: number,
): StagedImport["columns"] {
  if (rows.length === all) return columns;
  const picked = new Map<FieldId, Vector>();
  for (const [field, vector] of columns) {
    picked.set(
      field,
      vector.form === "coded"
        ? { ...vector, codes: Uint32Array.from(rows, (row) => vector.codes[row] ?? 0) }
        : { form: "numeric", values: Float64Array.from(rows, (row) => vector.values[row] ?? Number.NaN) },
    );
  }
  return picked;
}

interface Match {
  readonly staged: number;
  /** The sheet's row. */
  readonly row: number;
}

/**
 * What the file may change: all but the key, which is the same in both however it is written. Columns that the file leaves
 * blank as a whole are among them where blanks clear.
 */
function changeable(
  plan: ImportPlan,
  staged: StagedImport,
  { key, blanks }: Matching,
): StagedImport["columns"] {
  const columns = new Map(Array.from(staged.columns).filter(([field]) => !key.includes(field)));
  if (blanks === "keep") return columns;
  for (const { ignored, isNew, reading } of plan.columns) {
    const { id, type } = reading.field;
    if (ignored || isNew || key.includes(id) || columns.has(id)) continue;
    columns.set(id, emptyVector(isNumeric(type), staged.rowCount));
  }
  return columns;
}

/** What the file changes in rows that are there. */
function* differences(
  table: ColumnTable,
  columns: StagedImport["columns"],
  matches: readonly Match[],
  blanks: Blanks,
): Steps<{ readonly updates: readonly CellUpdates[]; readonly changed: ReadonlySet<number> }> {
  const changed = new Set<number>();
  const updates: CellUpdates[] = [];
  for (const [field, vector] of columns) {
    const rows: number[] = [];
    const after: Atom[] = [];
    for (const [index, match] of matches.entries()) {
      const atom = atomAt(vector, match.staged);
      const slot = table.slotOf(match.row);
      if ((atom !== null || blanks === "clear") && slot !== null && table.atom(field, slot) !== atom) {
        rows.push(match.row);
        after.push(atom);
        changed.add(index);
      }
      if (index % ROWS_PER_STEP === 0) yield { done: updates.length, total: columns.size };
    }
    if (rows.length === 0) continue;
    updates.push({ field, rows: Uint32Array.from(rows), after: packAtoms(vector.form === "numeric", after) });
  }
  return { updates, changed };
}

export interface Matching {
  /** What a row is recognised by; none: every row is new. */
  readonly key: readonly FieldId[];
  readonly action: ImportAction;
  readonly blanks: Blanks;
}

export const EVERY_ROW_NEW: Matching = { key: [], action: "both", blanks: "keep" };

/** Place in the file's table of a staged row. */
const tableRow = ({ tableRows }: StagedImport, row: number): number => tableRows?.[row] ?? row;

/** What becomes of the rows of the file's table, as long as none is recognised. */
function noFates(file: CsvTable, { rejected }: StagedImport): Pick<Matched, "fates" | "there"> {
  const fates = new Uint8Array(file.rowCount);
  for (const { row } of rejected) if (row !== null) fates[row] = codeOf("rejected");
  return { fates, there: new Uint32Array(file.rowCount) };
}

const everythingNew = (file: CsvTable, staged: StagedImport): Matched => ({
  added: { columns: staged.columns, rowCount: staged.rowCount },
  updates: [],
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: staged.rejected,
  ...noFates(file, staged),
});

/** Which staged rows are the sheet's, which are new, and which can be neither. */
function sort(
  keyAt: (row: number) => string,
  { staged, lines }: { readonly staged: StagedImport; readonly lines: Uint32Array },
  known: ReadonlyMap<string, number>,
  columns: string,
) {
  const matches: Match[] = [];
  const fresh: number[] = [];
  const unclear: RejectedRow[] = [];
  const met = new Map<string, number>();
  const reject = (row: number, why: Rejected["why"]): void => {
    unclear.push({ line: lines[row] ?? 0, why, cells: null, row: tableRow(staged, row) });
  };
  for (let row = 0; row < staged.rowCount; row++) {
    const key = keyAt(row);
    const before = key === "" ? undefined : met.get(key);
    const there = key === "" ? undefined : known.get(key);
    if (before !== undefined) reject(row, { reason: "sameKey", columns, line: lines[before] ?? 0 });
    else if (there === AMBIGUOUS) reject(row, { reason: "severalRows", columns });
    else if (there === undefined) fresh.push(row);
    else matches.push({ staged: row, row: there });
    if (key !== "" && before === undefined) met.set(key, row);
  }
  return { matches, fresh, unclear };
}

/** What becomes of each row of the file's table. */
function fatesOf(
  file: CsvTable,
  staged: StagedImport,
  { matches, fresh, unclear }: ReturnType<typeof sort>,
  changed: ReadonlySet<number>,
  action: ImportAction,
): Pick<Matched, "fates" | "there"> {
  const { fates, there } = noFates(file, staged);
  const missing = codeOf(action === "update" ? "skipped" : "added");
  for (const row of fresh) fates[tableRow(staged, row)] = missing;
  for (const [index, match] of matches.entries()) {
    const row = tableRow(staged, match.staged);
    fates[row] = codeOf(action === "add" ? "skipped" : changed.has(index) ? "updated" : "unchanged");
    there[row] = match.row;
  }
  for (const { row } of unclear) if (row !== null) fates[row] = codeOf("rejected");
  return { fates, there };
}

/** The same as `matchRows`, in steps. */
export function* matchRowsSteps(
  file: CsvTable,
  plan: ImportPlan,
  staged: StagedImport,
  table: ColumnTable,
  matching: Matching,
): Steps<Matched> {
  const { key, action, blanks } = matching;
  const fields = key.flatMap(
    (id) => plan.columns.find((each) => each.reading.field.id === id)?.reading.field ?? [],
  );
  if (fields.length === 0 || table.rowCount === 0) return everythingNew(file, staged);
  const keys = new Keys(fields);
  const known = yield* rowsByKey(table, keys);
  const vectors = new Map(
    fields.map(({ id, type }) => [id, staged.columns.get(id) ?? emptyVector(isNumeric(type), 0)]),
  );
  const keyAt = (row: number): string =>
    keys.of((field) => {
      const vector = vectors.get(field);
      return vector === undefined ? null : atomAt(vector, row);
    });
  const lines = Uint32Array.from(
    { length: staged.rowCount },
    (_, row) => file.lines[tableRow(staged, row)] ?? 0,
  );
  const inFile = { staged, lines };
  const sorted = sort(keyAt, inFile, known, fields.map(({ name }) => name).join(" + "));
  const { matches, fresh, unclear } = sorted;
  yield { done: 1, total: 2 };
  const wanted = action === "add" ? [] : matches;
  const { updates, changed } = yield* differences(table, changeable(plan, staged, matching), wanted, blanks);
  const added = action === "update" ? [] : fresh;
  return {
    added: { columns: pick(staged.columns, added, staged.rowCount), rowCount: added.length },
    updates,
    updated: changed.size,
    unchanged: action === "add" ? 0 : matches.length - changed.size,
    skipped: (action === "add" ? matches.length : 0) + (action === "update" ? fresh.length : 0),
    rejected: [...staged.rejected, ...unclear].sort((a, b) => a.line - b.line),
    ...fatesOf(file, staged, sorted, changed, action),
  };
}

export function matchRows(...args: Parameters<typeof matchRowsSteps>): Matched {
  return runNow(matchRowsSteps(...args));
}
