/**
 * Which rows of a file are rows that the sheet has already, by a key of one field or several, and what the file would
 * change in them. A row without a key, or with one that is not there yet, is new.
 */
import {
  type Atom,
  atomAt,
  emptyVector,
  type Field,
  type FieldId,
  type FieldRole,
  findField,
  isNumeric,
  packAtoms,
  type Sheet,
  type Vector,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { runNow, type Steps } from "../engine/steps.ts";
import type { ImportAction, Rejected } from "./api.ts";
import type { CsvTable, RejectedRow } from "./csv/table.ts";
import type { ImportPlan } from "./plan.ts";
import type { StagedImport } from "./stage.ts";

const ROWS_PER_STEP = 8_000;
/** Where more rows than this share it with others, it tells something else than customers apart. */
const MOST_SHARED = 0.25;
const LEAST_FILLED = 0.5;

/** Roles that tell customers apart, the surest first. */
const KEY_ROLES: readonly FieldRole[] = ["code", "email", "mobile"];

/** Changed cells of rows that are there, all of one field. */
export interface CellUpdates {
  readonly field: FieldId;
  /** Ids. */
  readonly rows: Uint32Array;
  readonly after: Vector;
}

export interface RowChange {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly { readonly field: FieldId; readonly before: Atom; readonly after: Atom }[];
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
  /** The first changed rows, in the order of the file. */
  readonly changes: readonly RowChange[];
}

/** What is compared of a key: blind to case, width and spaces; of a phone number its digits count. */
function keyText(atom: Atom, field: Field): string {
  if (atom === null) return "";
  if (typeof atom === "number") return String(atom);
  const folded = atom.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  return field.kind === "phone" ? folded.replace(/\D/g, "") || folded : folded;
}

/** Separates the parts of a key; no folded text holds it. */
const PART = " ";

/** By row; "" where no part of the key is filled. Each distinct text is folded once. */
class Keys {
  private readonly fields: readonly Field[];
  private readonly folded: readonly Map<Atom, string>[];

  constructor(fields: readonly Field[]) {
    this.fields = fields;
    this.folded = fields.map(() => new Map());
  }

  of(atom: (field: FieldId) => Atom): string {
    let filled = false;
    const parts = this.fields.map((field, index) => {
      const value = atom(field.id);
      const known = this.folded[index]?.get(value);
      const text = known ?? keyText(value, field);
      if (known === undefined) this.folded[index]?.set(value, text);
      filled ||= text !== "";
      return text;
    });
    return filled ? parts.join(PART) : "";
  }
}

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

/** What the file may change: all but the key, which is the same in both however it is written. */
const changeable = ({ columns }: StagedImport, key: readonly FieldId[]): StagedImport["columns"] =>
  new Map(Array.from(columns).filter(([field]) => !key.includes(field)));

/** What the file changes in rows that are there: a cell that it leaves blank stays as it is. */
function* differences(
  table: ColumnTable,
  columns: StagedImport["columns"],
  matches: readonly Match[],
): Steps<{ readonly updates: readonly CellUpdates[]; readonly changed: ReadonlySet<number> }> {
  const changed = new Set<number>();
  const updates: CellUpdates[] = [];
  for (const [field, vector] of columns) {
    const rows: number[] = [];
    const after: Atom[] = [];
    for (const [index, match] of matches.entries()) {
      const atom = atomAt(vector, match.staged);
      const slot = table.slotOf(match.row);
      if (atom !== null && slot !== null && table.atom(field, slot) !== atom) {
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

function firstChanges(
  table: ColumnTable,
  columns: StagedImport["columns"],
  lines: Uint32Array,
  matches: readonly Match[],
  most: number,
): readonly RowChange[] {
  return matches.slice(0, most).map(({ staged: index, row }) => {
    const slot = table.slotOf(row) ?? 0;
    const cells = Array.from(columns).flatMap(([field, vector]) => {
      const [before, after] = [table.atom(field, slot), atomAt(vector, index)];
      return after === null || before === after ? [] : [{ field, before, after }];
    });
    return { row, line: lines[index] ?? 0, cells };
  });
}

export interface Matching {
  /** What a row is recognised by; none: every row is new. */
  readonly key: readonly FieldId[];
  readonly action: ImportAction;
}

export const EVERY_ROW_NEW: Matching = { key: [], action: "both" };

const everythingNew = ({ columns, rowCount, rejected }: StagedImport): Matched => ({
  added: { columns, rowCount },
  updates: [],
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected,
  changes: [],
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
    unclear.push({ line: lines[row] ?? 0, why, cells: null, row: staged.tableRows?.[row] ?? row });
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

/** The same as `matchRows`, in steps. */
export function* matchRowsSteps(
  file: CsvTable,
  plan: ImportPlan,
  staged: StagedImport,
  table: ColumnTable,
  { key, action }: Matching,
  most: number,
): Steps<Matched> {
  const fields = key.flatMap(
    (id) => plan.columns.find((each) => each.reading.field.id === id)?.reading.field ?? [],
  );
  if (fields.length === 0 || table.rowCount === 0) return everythingNew(staged);
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
    (_, row) => file.lines[staged.tableRows?.[row] ?? row] ?? 0,
  );
  const inFile = { staged, lines };
  const { matches, fresh, unclear } = sort(keyAt, inFile, known, fields.map(({ name }) => name).join(" + "));
  const columns = changeable(staged, key);
  yield { done: 1, total: 2 };
  const { updates, changed } = yield* differences(table, columns, action === "add" ? [] : matches);
  const added = action === "update" ? [] : fresh;
  return {
    added: { columns: pick(staged.columns, added, staged.rowCount), rowCount: added.length },
    updates,
    updated: changed.size,
    unchanged: action === "add" ? 0 : matches.length - changed.size,
    skipped: (action === "add" ? matches.length : 0) + (action === "update" ? fresh.length : 0),
    rejected: [...staged.rejected, ...unclear].sort((a, b) => a.line - b.line),
    changes: firstChanges(
      table,
      columns,
      lines,
      action === "add" ? [] : matches.filter((_, index) => changed.has(index)),
      most,
    ),
  };
}

export function matchRows(...args: Parameters<typeof matchRowsSteps>): Matched {
  return runNow(matchRowsSteps(...args));
}

/** Fields of the sheet that the file brings and a row may be recognised by. */
export function keyCandidates(sheet: Sheet, plan: ImportPlan): readonly Field[] {
  return plan.columns.flatMap(({ isNew, ignored, reading }) => {
    const field = isNew || ignored ? undefined : findField(sheet, reading.field.id);
    return field === undefined || field.type.storage === "choices" || field.kind === "longText"
      ? []
      : [field];
  });
}

/** The surest key that most rows of the file have, and few share; none where there is no such. */
export function suggestKey(sheet: Sheet, plan: ImportPlan, staged: StagedImport): readonly FieldId[] {
  const candidates = keyCandidates(sheet, plan);
  for (const role of KEY_ROLES) {
    const field = candidates.find((each) => each.role === role);
    const vector = field === undefined ? undefined : staged.columns.get(field.id);
    if (field === undefined || vector === undefined) continue;
    const keys = new Keys([field]);
    const met = new Set<string>();
    let filled = 0;
    for (let row = 0; row < staged.rowCount; row++) {
      const key = keys.of(() => atomAt(vector, row));
      if (key === "") continue;
      filled += 1;
      met.add(key);
    }
    if (filled >= staged.rowCount * LEAST_FILLED && filled - met.size <= filled * MOST_SHARED)
      return [field.id];
  }
  return [];
}
