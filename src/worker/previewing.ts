/** What a prepared import is told as: small, whatever the file's size. */
import type { Sheet } from "../core/model/index.ts";
import type { Session } from "../engine/session/session.ts";
import {
  answersOf,
  type CsvNote,
  type CsvPreview,
  type CsvTable,
  type Destination,
  findMark,
  findRecipe,
  type ImportHints,
  type ImportPlan,
  keyCandidates,
  type Matching,
  type Merge,
  type Origin,
  type PlannedColumn,
  type ReadingReport,
  type ReturnedPreview,
  recipeMapping,
  type StagedImport,
  suggestKey,
} from "../exchange/index.ts";
import type { ImportTarget } from "./api.ts";
import { countsOf, type ImportWork } from "./importing.ts";
import { importsOf } from "./importLog.ts";

export interface Prepared extends ImportWork {
  readonly table: CsvTable;
  readonly plan: ImportPlan;
  /** Of a file that came back. */
  readonly merge: Merge | null;
  readonly target: ImportTarget;
  /** As the person decided; what an earlier file's decisions add is in `remembered`. */
  readonly hints: ImportHints;
  readonly remembered: boolean;
  readonly homecoming: ReturnedPreview | null;
  /** The table as the file has it, for the rows that are not taken. */
  readonly raw: CsvTable;
}

/** What was decided about an earlier file with these columns stands where nothing else is decided. */
export function withMemory(
  hints: ImportHints,
  header: readonly string[],
  basis: Sheet,
  session: Session,
): { readonly hints: ImportHints; readonly remembered: boolean } {
  const recipes = session.workbook.settings.imports ?? [];
  const recipe = hints.anew === true ? null : findRecipe(recipes, basis.id, header);
  if (recipe === null) return { hints, remembered: false };
  const { key, action, blanks } = recipe;
  const known = { mapping: recipeMapping(recipe, basis), key, action, blanks, ...answersOf(recipe) };
  return {
    hints: { ...known, ...hints },
    remembered: true,
  };
}

/** The key and what is done by it: as decided, where the file still has those fields, else as suggested. */
export function matchingFor(
  basis: Sheet,
  plan: ImportPlan,
  staged: StagedImport,
  { key, action = "both", blanks = "keep" }: ImportHints,
): Matching {
  const possible = new Set(keyCandidates(basis, plan).map(({ id }) => id));
  const decided = key?.filter((field) => possible.has(field));
  const fits = decided !== undefined && decided.length === key?.length;
  return { key: fits ? decided : suggestKey(basis, plan, staged), action, blanks };
}

/** What becomes of a column. */
const destinationOf = ({ isNew, ignored, reading }: PlannedColumn): Destination =>
  ignored ? { to: "nowhere" } : isNew ? { to: "newField" } : { to: "field", field: reading.field.id };

/** When a file with the same bytes came in. */
const lastTime = (session: Session | null, hash: string | null): number | null =>
  session === null || hash === null
    ? null
    : (importsOf(session).find((each) => each.hash === hash && each.turnedBack === null)?.time ?? null);

/** How the file was read, and what it was before it was text. */
interface ReadFrom {
  readonly how: ReadingReport;
  readonly origin: Origin | null;
}

export function describe(prepared: Prepared, { how, origin }: ReadFrom, session: Session | null): CsvPreview {
  const { file, target, table, basis, plan, matching, matched, remembered, hash } = prepared;
  const isMarked = target.type === "sheet" && prepared.merge === null && findMark(table.header) !== null;
  const elsewhere: readonly CsvNote[] = isMarked ? [{ note: "sentElsewhere" }] : [];
  return {
    type: "ready",
    file,
    encoding: table.encoding,
    delimiter: table.delimiter,
    origin,
    columns: plan.columns.map((column) => ({
      header: column.header,
      field: column.reading.field.name,
      kind: column.reading.field.kind,
      destination: destinationOf(column),
      definition: column.reading.field,
    })),
    counts: countsOf(matched, table),
    firstRejected: matched.rejected[0]?.line ?? null,
    key: matching.key,
    action: matching.action,
    blanks: matching.blanks,
    remembered,
    returned: prepared.homecoming,
    before: lastTime(session, hash),
    // What came back is known by its row ids.
    keyFields:
      target.type === "sheet" && prepared.merge === null
        ? keyCandidates(basis, plan).map(({ id }) => id)
        : [],
    begun: target.type === "newWorkbook" ? basis.fields.map(({ id, name }) => ({ id, name })) : [],
    notes: [...table.notes, ...elsewhere, ...plan.notes],
    how,
    dates: plan.dates,
    decimals: plan.decimals,
  };
}
