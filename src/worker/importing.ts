/** An import as an intent: built again where another tab was faster, and refused where it no longer means the same. */
import type { Change, Op } from "../core/change/index.ts";
import {
  type Field,
  findField,
  findSheet,
  type ReadingAnswers,
  type Sheet,
  type SheetId,
  type Workbook,
  type WorkbookSettings,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { type Built, buildImport } from "../engine/session/build.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Session } from "../engine/session/session.ts";
import {
  type CsvTable,
  type ImportCounts,
  type ImportOutline,
  type Matched,
  type Matching,
  makeRecipe,
  type StagedImport,
  suggestKey,
  withRecipe,
} from "../exchange/index.ts";

/** All that writing it takes. Of the file's table it holds nothing but where rows must be matched anew. */
export interface ImportWork {
  readonly file: string;
  /** Of its bytes; null where none can be made. */
  readonly hash: string | null;
  readonly table: Pick<CsvTable, "excluded" | "blank">;
  readonly plan: ImportOutline;
  readonly staged: StagedImport;
  readonly matching: Matching;
  readonly matched: Matched;
  /** With the rows that the sheet has by then; null where every row is new whatever these are. */
  readonly rematch: ((rows: ColumnTable) => Matched) | null;
  /** The state in which the rows were matched; null: none, for the sheet is not there yet. */
  readonly version: symbol | null;
  /** The sheet that the plan was made for, as it was then. */
  readonly basis: Sheet;
  /** Something was decided about it that the next such file shall find. */
  readonly decided: boolean;
  /** What was answered about it, by now or of an earlier one. */
  readonly answers: ReadingAnswers;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a plan made for `basis` still holds: the fields it writes to are what they were, and its names are free. */
export function stillFits({ plan, basis }: Pick<ImportWork, "plan" | "basis">, sheet: Sheet): boolean {
  if (plan.view !== null && !same(basis.views, sheet.views)) return false;
  const used = new Map<Field["id"], Field>(
    plan.columns.filter(({ ignored }) => !ignored).map(({ reading }) => [reading.field.id, reading.field]),
  );
  for (const field of plan.fields) used.set(field.id, field);
  return Array.from(used.values()).every((field) => {
    const before = findField(basis, field.id);
    // A field that the plan names anew gives its name away.
    const taken =
      before === undefined && sheet.fields.some(({ id, name }) => name === field.name && !used.has(id));
    return !taken && same(before, findField(sheet, field.id));
  });
}

/** Whether two builds of one import come to the same; their columns are the same object then. */
function sameOp(a: Op, b: Op | undefined): boolean {
  if (a.op !== "insertRows" || b?.op !== "insertRows") return same(a, b);
  const [first] = a.blocks;
  const [second] = b.blocks;
  return (
    first !== undefined &&
    first.columns === second?.columns &&
    first.at === second.at &&
    first.ids.length === second.ids.length &&
    first.ids[0] === second.ids[0]
  );
}

const sameChange = (a: Change, b: Change): boolean =>
  a.ops.length === b.ops.length && a.ops.every((op, index) => sameOp(op, b.ops[index]));

export const countsOf = (
  { added, updated, unchanged, skipped, rejected }: Matched,
  { excluded, blank }: Pick<CsvTable, "excluded" | "blank">,
): ImportCounts => ({
  added: added.rowCount,
  updated,
  unchanged,
  skipped,
  rejected: rejected.length,
  excluded: excluded.length + blank.length,
});

/** With what was decided about this file, where anything was. */
function settingsAfter({ settings }: Workbook, sheet: SheetId, work: ImportWork): WorkbookSettings {
  if (!work.decided) return settings;
  const before = settings.imports ?? [];
  const { plan, matching, staged, basis } = work;
  // Where it begins a sheet there is nothing to recognise; the next such file will find these rows.
  const key = plan.view === null ? matching.key : suggestKey(basis, plan, staged);
  const imports = withRecipe(before, makeRecipe(sheet, plan, { ...matching, key }, work.answers));
  return imports === before ? settings : { ...settings, imports };
}

/** `done` hears what it came to, also when it is built again. */
export function importIntent(sheet: SheetId, work: ImportWork, done: (matched: Matched) => void) {
  const { file, hash, table, plan, basis, rematch } = work;
  const { fields, view } = plan;
  let { matched, version } = work;
  let last: Change | null = null;
  const build = (session: Session): Built | Refusal => {
    const present = findSheet(session.workbook, sheet);
    const rows = session.table(sheet);
    if (present === undefined || rows === undefined) return { refused: "gone", what: "sheet" };
    if (!stillFits({ plan, basis }, present)) return { refused: "columnsChanged", file };
    // Another tab may have brought or changed the very rows.
    if (session.version !== version && rematch !== null) {
      matched = rematch(rows);
      version = session.version;
    }
    const { added, updates } = matched;
    const change = buildImport(session, {
      sheet,
      fields,
      ...added,
      updates,
      settings: settingsAfter(session.workbook, sheet, work),
      ...(view === null ? {} : { view }),
    });
    // The very same, because its parts are on disk already.
    if (last === null || !sameChange(last, change)) last = change;
    done(matched);
    const cause = { type: "import", file, sheet, ...countsOf(matched, table) } as const;
    return { change: last, cause: hash === null ? cause : { ...cause, hash } };
  };
  return { type: "build", build } as const;
}
