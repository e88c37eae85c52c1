/** The notes of how far workbooks were: what the interface kept of them, and what it shall keep. */
import type { WorkbookId } from "../core/model/index.ts";
import type { Session } from "../engine/session/session.ts";
import { isBehind, type Note, noteOf, readNote, type Standpoint, type Witness } from "../storage/index.ts";

export const standpointOf = (session: Session): Standpoint => ({
  seq: session.seq,
  rows: session.workbook.sheets.map(({ id }) => ({ sheet: id, rows: session.table(id)?.rowCount ?? 0 })),
});

export class Witnesses {
  private readonly all: readonly Witness[];

  constructor(notes: readonly Note[]) {
    this.all = notes.flatMap((note) => readNote(note) ?? []).sort((a, b) => b.time - a.time);
  }

  /** The workbook that was saved last, whatever the catalogue has lost. */
  get last(): WorkbookId | null {
    return this.all[0]?.workbook ?? null;
  }

  of(workbook: WorkbookId): Witness | null {
    return this.all.find((each) => each.workbook === workbook) ?? null;
  }

  /** The witness that knows of more than there is, or null. Rows that damage took are told of as damage. */
  against(workbook: WorkbookId, found: Standpoint, damaged: boolean): Witness | null {
    const witness = this.of(workbook);
    if (witness === null) return null;
    return isBehind(damaged ? { ...found, rows: witness.rows } : found, witness) ? witness : null;
  }
}

/** What is to be kept, once `seq` is saved; null while the state is ahead of it. */
export function noteAt(workbook: WorkbookId, session: Session, seq: number, time: number): Note | null {
  return session.seq === seq ? noteOf({ workbook, time, ...standpointOf(session) }) : null;
}
