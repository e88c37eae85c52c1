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
import { FATES, type Fate } from "./api.ts";
import type { CsvTable, RejectedRow } from "./csv/table.ts";
import { Keys } from "./keys.ts";
import type { ImportPlan } from "./plan.ts";
import type { Merge } from "./returning/merge.ts";
import type { StagedImport } from "./stage.ts";
import type { Rejected } from "./terms.ts";

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
  /** Of a file that came back. */
  readonly merged: MergedCounts | null;
}

export interface MergedCounts {
  /** By row of the file's table: both changed a cell of it (1), or only you did (2). */
  readonly marks: Uint8Array;
  /** Cells that both changed, each in another way. */
  readonly conflicts: number;
  /** Cells that only you changed. */
  readonly mine: number;
}

export const CONFLICT = 1;
export const MINE = 2;

const codeOf = (fate: Fate): number => FATES.indexOf(fate);

const AMBIGUOUS = -1;
/** It was sent, and is not there any more. */
const GONE = -2;

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

interface Differences extends Pick<Matched, "updates" | "merged"> {
  readonly changed: ReadonlySet<number>;
}

/** What the file changes in rows that are there. */
function* differences(
  file: CsvTable,
  staged: StagedImport,
  table: ColumnTable,
  columns: StagedImport["columns"],
  matches: readonly Match[],
  { blanks }: Matching,
  merge: Merge | null,
): Steps<Differences> {
  const changed = new Set<number>();
  const updates: CellUpdates[] = [];
  const marks = new Uint8Array(merge === null ? 0 : file.rowCount);
  let [conflicts, mine] = [0, 0];
  const mark = (at: number, what: number): void => {
    const row = tableRow(staged, at);
    marks[row] = (marks[row] ?? 0) | what;
  };
  for (const [field, vector] of columns) {
    const rows: number[] = [];
    const after: Atom[] = [];
    for (const [index, match] of matches.entries()) {
      if (index % ROWS_PER_STEP === 0) yield { done: updates.length, total: columns.size };
      const atom = atomAt(vector, match.staged);
      const slot = table.slotOf(match.row);
      if (slot === null) continue;
      const present = table.atom(field, slot);
      if (present === atom) continue;
      const verdict = merge?.verdict(field, match.row, present, atom);
      if (verdict === "conflict") mark(match.staged, CONFLICT);
      if (verdict === "mine") mark(match.staged, MINE);
      conflicts += verdict === "conflict" ? 1 : 0;
      mine += verdict === "mine" ? 1 : 0;
      const taken =
        merge === null ? atom !== null || blanks === "clear" : merge.takes(field, match.row, present, atom);
      if (!taken) continue;
      rows.push(match.row);
      after.push(atom);
      changed.add(index);
    }
    if (rows.length === 0) continue;
    updates.push({ field, rows: Uint32Array.from(rows), after: packAtoms(vector.form === "numeric", after) });
  }
  return { updates, changed, merged: merge === null ? null : { marks, conflicts, mine } };
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
  merged: null,
});

/** Which staged rows are the sheet's, which are new, and which can be neither. */
function sort(
  keyAt: (row: number) => string,
  { staged, lines }: { readonly staged: StagedImport; readonly lines: Uint32Array },
  known: (key: string) => number | undefined,
  columns: string,
) {
  const matches: Match[] = [];
  const fresh: number[] = [];
  const gone: number[] = [];
  const unclear: RejectedRow[] = [];
  const met = new Map<string, number>();
  const reject = (row: number, why: Rejected["why"]): void => {
    unclear.push({ line: lines[row] ?? 0, why, cells: null, row: tableRow(staged, row) });
  };
  for (let row = 0; row < staged.rowCount; row++) {
    const key = keyAt(row);
    const before = key === "" ? undefined : met.get(key);
    const there = key === "" ? undefined : known(key);
    if (before !== undefined) reject(row, { reason: "sameKey", columns, line: lines[before] ?? 0 });
    else if (there === AMBIGUOUS) reject(row, { reason: "severalRows", columns });
    else if (there === GONE) gone.push(row);
    else if (there === undefined) fresh.push(row);
    else matches.push({ staged: row, row: there });
    if (key !== "" && before === undefined) met.set(key, row);
  }
  return { matches, fresh, gone, unclear };
}

/** What becomes of each row of the file's table. */
function fatesOf(
  file: CsvTable,
  staged: StagedImport,
  { matches, fresh, gone, unclear }: ReturnType<typeof sort>,
  changed: ReadonlySet<number>,
  action: ImportAction,
): Pick<Matched, "fates" | "there"> {
  const { fates, there } = noFates(file, staged);
  const missing = codeOf(action === "update" ? "skipped" : "added");
  for (const row of fresh) fates[tableRow(staged, row)] = missing;
  for (const row of gone) fates[tableRow(staged, row)] = codeOf("skipped");
  for (const [index, match] of matches.entries()) {
    const row = tableRow(staged, match.staged);
    fates[row] = codeOf(action === "add" ? "skipped" : changed.has(index) ? "updated" : "unchanged");
    there[row] = match.row;
  }
  for (const { row } of unclear) if (row !== null) fates[row] = codeOf("rejected");
  return { fates, there };
}

interface Recognising {
  /** By staged row; "": it has none. */
  readonly keyAt: (row: number) => string;
  readonly known: (key: string) => number | undefined;
  /** What it is recognised by, in words. */
  readonly name: string;
}

function* byKey(
  plan: ImportPlan,
  staged: StagedImport,
  table: ColumnTable,
  key: readonly FieldId[],
): Steps<Recognising | null> {
  const fields = key.flatMap(
    (id) => plan.columns.find((each) => each.reading.field.id === id)?.reading.field ?? [],
  );
  if (fields.length === 0 || table.rowCount === 0) return null;
  const keys = new Keys(fields);
  const rows = yield* rowsByKey(table, keys);
  const vectors = new Map(
    fields.map(({ id, type }) => [id, staged.columns.get(id) ?? emptyVector(isNumeric(type), 0)]),
  );
  const keyAt = (row: number): string =>
    keys.of((field) => {
      const vector = vectors.get(field);
      return vector === undefined ? null : atomAt(vector, row);
    });
  return { keyAt, known: (text) => rows.get(text), name: fields.map(({ name }) => name).join(" + ") };
}

/** By the row ids that the file went out with. One that it never had is no id. */
function byMark(staged: StagedImport, table: ColumnTable, merge: Merge): Recognising {
  const keyAt = (row: number): string => {
    const id = merge.rows[tableRow(staged, row)] ?? 0;
    return id === 0 || !merge.wasSent(id) ? "" : String(id);
  };
  return { keyAt, known: (id) => (table.slotOf(Number(id)) === null ? GONE : Number(id)), name: "Tierbook" };
}

/** The same as `matchRows`, in steps. */
export function* matchRowsSteps(
  file: CsvTable,
  plan: ImportPlan,
  staged: StagedImport,
  table: ColumnTable,
  matching: Matching,
  merge: Merge | null = null,
): Steps<Matched> {
  const { action } = matching;
  const how = merge === null ? yield* byKey(plan, staged, table, matching.key) : byMark(staged, table, merge);
  if (how === null) return everythingNew(file, staged);
  const lines = Uint32Array.from(
    { length: staged.rowCount },
    (_, row) => file.lines[tableRow(staged, row)] ?? 0,
  );
  const sorted = sort(how.keyAt, { staged, lines }, how.known, how.name);
  const { matches, fresh, gone, unclear } = sorted;
  yield { done: 1, total: 2 };
  const columns = changeable(plan, staged, matching);
  const wanted = action === "add" ? [] : matches;
  const { updates, changed, merged } = yield* differences(
    file,
    staged,
    table,
    columns,
    wanted,
    matching,
    merge,
  );
  const added = action === "update" ? [] : fresh;
  return {
    added: { columns: pick(staged.columns, added, staged.rowCount), rowCount: added.length },
    updates,
    updated: changed.size,
    unchanged: action === "add" ? 0 : matches.length - changed.size,
    skipped: (action === "add" ? matches.length : 0) + (action === "update" ? fresh.length : 0) + gone.length,
    rejected: [...staged.rejected, ...unclear].sort((a, b) => a.line - b.line),
    ...fatesOf(file, staged, sorted, changed, action),
    merged,
  };
}

export function matchRows(...args: Parameters<typeof matchRowsSteps>): Matched {
  return runNow(matchRowsSteps(...args));
}
