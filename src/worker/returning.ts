/** Files that go out to come back: noted when they are written, and found again, with the sheet as it was then. */
import {
  type Field,
  findField,
  type SentFile,
  type Sheet,
  type SheetId,
  type Workbook,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import {
  type Base,
  CONFLICT,
  type CsvTable,
  type Destination,
  type ExportColumn,
  findMark,
  type Matched,
  type MergedCounts,
  MINE,
  markHeader,
  type ReturnedFile,
  type ReturnedHints,
  type ReturnedPreview,
  rowMark,
  sentId,
} from "../exchange/index.ts";
import { changeOf } from "./given.ts";
import type { Host } from "./host.ts";

/** The column of row ids, to stand behind the others. */
export function markColumn(id: string, table: ColumnTable, slots: Uint32Array): ExportColumn {
  const rows = table.idsOf(slots);
  return {
    name: markHeader(id),
    content: "text",
    codeAt: (row) => row + 1,
    distinct: rows.length + 1,
    textOf: (code) => rowMark(rows[code - 1] ?? 0),
  };
}

export interface Leaving {
  readonly id: string;
  readonly time: number;
  readonly seq: number;
}

/** What is on disk keeps its number, and only by that number is found again what the file contained. */
export async function leaving(host: Host): Promise<Leaving> {
  const time = Date.now();
  const past = host.past.session;
  // Behind a past there may be no present, where a newer version has written to it.
  if (past !== null) return { id: sentId(time), time, seq: past.seq };
  await host.open.commits.settled();
  return { id: sentId(time), time, seq: host.session.seq };
}

export function sentFile(
  { id, time, seq }: Leaving,
  { id: workbook }: Workbook,
  sheet: Sheet,
  what: Pick<SentFile, "file" | "preset" | "rows"> & { readonly fields: readonly Field[] },
): SentFile {
  const { file, preset, rows } = what;
  const columns = what.fields.map((field) => ({ name: field.name, field: field.id }));
  return { id, workbook, sheet: sheet.id, seq, time, file, preset, rows, columns };
}

/** A file of ours that has come back. */
export interface Homecoming {
  readonly sent: SentFile;
  readonly base: Base;
  readonly mark: number;
}

/** One note for each sheet that a file went out from. */
const isOf = (id: string, sheet: SheetId) => (sent: SentFile) => sent.id === id && sent.sheet === sheet;

/** The notes are settings, and go back with an undo or a state that is restored; the journal keeps what was written. */
async function notedOnce({ open: { commits } }: Host, id: string, sheet: SheetId): Promise<SentFile | null> {
  await commits.settled();
  const history = await commits.store.history(1, commits.store.seq);
  if (history.type === "failed") return null;
  for (const { seq, action, cause } of history.entries.toReversed()) {
    if (action.type !== "do" || cause.type !== "export") continue;
    const change = await changeOf(commits, seq);
    for (const op of change?.ops ?? []) {
      const sent = op.op === "settings" ? op.after.sent?.find(isOf(id, sheet)) : undefined;
      if (sent !== undefined) return sent;
    }
  }
  return null;
}

/** The note of it and where its row ids are; null where it is none that went out from this sheet of this workbook. */
async function findSent(
  { header }: CsvTable,
  host: Host,
  sheet: SheetId,
): Promise<{ readonly sent: SentFile; readonly mark: number } | null> {
  const mark = findMark(header);
  if (mark === null) return null;
  const { id, settings } = host.session.workbook;
  const sent = settings.sent?.find(isOf(mark.id, sheet)) ?? (await notedOnce(host, mark.id, sheet));
  return sent?.workbook === id ? { sent, mark: mark.column } : null;
}

/** The columns of the file that were sent, as today's fields; the others are new, and the row ids go nowhere. */
export function returnedFields(
  { header }: CsvTable,
  { sent, mark }: Pick<Homecoming, "sent" | "mark">,
  sheet: Sheet,
): { readonly fields: readonly (Field | null)[]; readonly mapping: readonly Destination[] } {
  const byName = new Map(sent.columns.map(({ name, field }) => [name.trim(), field]));
  const fields = header.map((name, column) => {
    const id = byName.get(name.trim());
    return (column === mark || id === undefined ? undefined : findField(sheet, id)) ?? null;
  });
  const mapping = fields.map((field, column): Destination => {
    if (field !== null) return { to: "field", field: field.id };
    return column === mark ? { to: "nowhere" } : { to: "newField" };
  });
  return { fields, mapping };
}

/** Rows that went out, are there still, and did not come back. */
function missingRows({ sent }: Pick<Homecoming, "sent">, { rows, wasSent }: ReturnedFile): number {
  const came = new Set<number>();
  for (const row of rows) if (row !== 0 && wasSent(row)) came.add(row);
  return Math.max(0, sent.rows - came.size);
}

/** Finds what came back, and what it contained when it went out; that is kept for the questions that follow. */
export class Homecomings {
  private readonly host: Host;
  private known: Homecoming | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  /** Null where the file is none of ours, or the journal does not reach back to it. */
  async find(table: CsvTable, sheet: SheetId, signal: AbortSignal): Promise<Homecoming | null> {
    const found = await findSent(table, this.host, sheet);
    if (found === null || signal.aborted) return null;
    if (this.known !== null && isOf(found.sent.id, sheet)(this.known.sent))
      return { ...this.known, mark: found.mark };
    const { commits } = this.host.open;
    // What is asked for in a turn of its own must not wait for the turn.
    const ground = { ...this.host.ground, settled: () => commits.settled() };
    const state = await this.host.past.stateAfter(ground, found.sent.seq, signal);
    // What was given up is not to stay here.
    if (signal.aborted) return null;
    const then = state?.workbook.sheets.find(({ id }) => id === sheet);
    const rows = state?.tables.get(sheet);
    if (then === undefined || rows === undefined) return null;
    this.known = { ...found, base: { sheet: then, table: rows } };
    return this.known;
  }

  forget(): void {
    this.known = null;
  }
}

const markedRows = (merged: MergedCounts | null, mark: number): number =>
  merged?.marks.reduce((sum, marks) => sum + ((marks & mark) === 0 ? 0 : 1), 0) ?? 0;

/** How it was read, for the preview. */
export function returnedPreview(
  home: Homecoming,
  returned: ReturnedFile,
  hints: ReturnedHints,
  { merged }: Matched,
): ReturnedPreview {
  return {
    sent: home.sent.time,
    damaged: Array.from(returned.damaged, ([how, count]) => ({ how, count })).filter(
      ({ count }) => count > 0,
    ),
    hints,
    conflicts: merged?.conflicts ?? 0,
    mine: merged?.mine ?? 0,
    missing: missingRows(home, returned),
    rows: { conflict: markedRows(merged, CONFLICT), mine: markedRows(merged, MINE) },
  };
}
