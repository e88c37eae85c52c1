/** Imports that were done: the log is the journal's own, and one of them can be turned back whatever came after it. */
import type { Change } from "../core/change/index.ts";
import { findField, findSheet, fromAtom, type SheetId } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import { textsOf } from "../engine/session/find.ts";
import type { Session } from "../engine/session/session.ts";
import {
  type ImportEntry,
  type KeptCell,
  lastingTypes,
  mayRetype,
  type UndoneImport,
  undoImportSteps,
} from "../engine/session/undoImport.ts";
import { runInSlices, type Steps } from "../engine/steps.ts";
import type { Done } from "./commits.ts";
import { changeOf } from "./given.ts";
import type { Host } from "./host.ts";
import type { ImportRecord, ImportUndoing, KeptValue } from "./importApi.ts";
import { isRefused } from "./intent.ts";
import { prebuilt } from "./prebuilt.ts";

/** Of a session: newest first. */
export function importsOf({ history }: Session): readonly ImportRecord[] {
  const turnedBack = new Map<number, number>();
  for (const { cause, time } of history.steps)
    if (cause.type === "undoImport") turnedBack.set(cause.of, time);
  return history.steps
    .flatMap(({ seq, time, cause }) => {
      if (cause.type !== "import") return [];
      const { type: _, ...rest } = cause;
      return [{ seq, time, ...rest, turnedBack: turnedBack.get(seq) ?? null }];
    })
    .reverse();
}

/** With values as today's columns hold them. */
function keptValues(session: Session, id: SheetId, kept: readonly KeptCell[]): readonly KeptValue[] {
  const sheet = findSheet(session.workbook, id);
  const table = session.table(id);
  if (sheet === undefined || table === undefined) return [];
  return kept.flatMap((cell) => {
    const field = findField(sheet, cell.field);
    const slot = table.slotOf(cell.row);
    if (field === undefined || slot === null) return [];
    const name = textsOf(sheet, table, slot)[0] ?? "";
    // What was imported may be of another kind of column than today's.
    const imported =
      typeof cell.imported === typeof cell.present ? fromAtom(field.type, cell.imported) : cell.imported;
    return [{ ...cell, name, imported, present: fromAtom(field.type, cell.present) }];
  });
}

export class ImportLog {
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  list(): readonly ImportRecord[] {
    return importsOf(this.host.session);
  }

  private async entryOf(seq: number): Promise<ImportEntry | Refusal> {
    // An entry keeps its number only once it is on disk.
    await this.host.open.commits.settled();
    const record = this.list().find((each) => each.seq === seq);
    if (record === undefined) return { refused: "nothingToUndo" };
    const change = await changeOf(this.host.open.commits, seq);
    if (change === null) return { refused: "unreadable", seq };
    const since = await this.retypings(seq);
    if (isRefused(since)) return since;
    const { file, sheet } = record;
    const present = findSheet(this.host.session.workbook, sheet);
    const types = present === undefined ? new Map() : lastingTypes(present, since);
    return { seq, file, sheet, change, types };
  }

  /** What was done since that may have given columns another type, and was not undone. */
  private async retypings(after: number): Promise<readonly Change[] | Refusal> {
    const { session, open } = this.host;
    const changes: Change[] = [];
    for (const { seq, cause } of [...session.history.steps]) {
      if (seq <= after || !mayRetype(cause)) continue;
      const change = await changeOf(open.commits, seq);
      if (change === null) return { refused: "unreadable", seq };
      changes.push(change);
    }
    return changes;
  }

  private async built(seq: number): Promise<((now: Session) => UndoneImport | Refusal) | Refusal> {
    const entry = await this.entryOf(seq);
    if (isRefused(entry)) return entry;
    const run = async <T>(steps: Steps<T>): Promise<T> => {
      const onProgress = ({ done, total }: { done: number; total: number }): void =>
        this.host.emit({ type: "progress", done, total });
      const done = await runInSlices(steps, { onProgress });
      if (done.type === "cancelled") throw new Error("nothing cancels it");
      return done.value;
    };
    return prebuilt(
      () => this.host.session,
      (now) => undoImportSteps(now, entry),
      run,
    );
  }

  private told(undone: UndoneImport | Refusal, sheet: SheetId): ImportUndoing {
    if (isRefused(undone)) return { type: "refused", refusal: undone };
    const { removed, restored, keptCount } = undone;
    const kept = keptValues(this.host.session, sheet, undone.kept);
    return { type: "undoing", removed, restored, keptCount, kept };
  }

  private sheetOf(seq: number): SheetId | undefined {
    return this.list().find((each) => each.seq === seq)?.sheet;
  }

  async preview(seq: number): Promise<ImportUndoing> {
    const build = await this.built(seq);
    const sheet = this.sheetOf(seq);
    if (typeof build !== "function") return { type: "refused", refusal: build };
    if (sheet === undefined) return { type: "refused", refusal: { refused: "nothingToUndo" } };
    return this.told(build(this.host.session), sheet);
  }

  undo(seq: number): Promise<ImportUndoing> {
    return this.host.runAlone(() => this.turnBack(seq));
  }

  /** For work that runs alone. An import of which nothing is left is no step. */
  async turnBack(seq: number): Promise<ImportUndoing> {
    if (this.host.past.session !== null) return { type: "refused", refusal: { refused: "past" } };
    const build = await this.built(seq);
    const sheet = this.sheetOf(seq);
    if (typeof build !== "function") return { type: "refused", refusal: build };
    if (sheet === undefined) return { type: "refused", refusal: { refused: "nothingToUndo" } };
    const told = this.told(build(this.host.session), sheet);
    const done = this.host.commit({ type: "build", build });
    return done !== null && isRefused(done) ? { type: "refused", refusal: done } : told;
  }

  /**
   * An import that was given up as it was written, undone for good. Where another tab has gone on since, its step stays, and
   * what came in goes cell by cell. False: its rows stayed.
   */
  async takeBack(done: Done): Promise<boolean> {
    const { host } = this;
    // Until then it may be dropped, and another tab's entry may take its number.
    if ((await done.ended).type === "dropped") return true;
    const seq = done.seq();
    const intent = { type: "undo", seq, change: done.change(), cancelled: true } as const;
    const undone = host.commit(intent, { awaited: true });
    if (undone === null) return true;
    if (!isRefused(undone) && (await undone.ended).type !== "dropped") return true;
    const turned = await this.turnBack(seq);
    return turned.type !== "refused" || turned.refusal.refused === "nothingToUndo";
  }
}
