/** Workbook files in and out: the whole workbook of a moment as a file, and a file as a new workbook. */
import type { FieldId, SheetId, Vector } from "../core/model/index.ts";
import type { Session } from "../engine/session/session.ts";
import { runInSlices, type Steps, whileUnchanged } from "../engine/steps.ts";
import { readWorkbookFile, writeWorkbookFile } from "../storage/file/index.ts";
import { backUp, type Content, type ContentRows, rowsIn } from "../storage/index.ts";
import type { BackupResult, OpenedFile, SavedFile } from "./api.ts";
import type { Host } from "./host.ts";

/** A copy of all there is, a column at a time. It is of one moment only if nothing changes meanwhile. */
function* contentSteps(session: Session): Steps<Content> {
  yield* session.settleSteps();
  const { workbook } = session;
  const rows = new Map<SheetId, ContentRows>();
  const total = workbook.sheets.reduce((sum, { fields }) => sum + fields.length, 0);
  let done = 0;
  for (const sheet of workbook.sheets) {
    const table = session.table(sheet.id);
    if (table === undefined) continue;
    const columns = new Map<FieldId, Vector>();
    for (const { id } of sheet.fields) {
      columns.set(id, table.columnInOrder(id));
      done += 1;
      yield { done, total };
    }
    rows.set(sheet.id, { ids: table.idsOf(table.order), columns });
  }
  return { workbook, rows };
}

export class FileJobs {
  private readonly host: Host;
  private readonly now: () => number;
  private running = new AbortController();

  constructor(host: Host, now: () => number) {
    this.host = host;
    this.now = now;
  }

  /** Whatever ran before is given up. */
  private restart() {
    this.running.abort();
    this.running = new AbortController();
    const onProgress = (progress: { readonly done: number; readonly total: number }): void =>
      this.host.emit({ type: "progress", ...progress });
    return { signal: this.running.signal, onProgress };
  }

  /** The workbook of one moment; begins again where it went on meanwhile. Null: given up. */
  private async content(
    signal: AbortSignal,
  ): Promise<{ readonly content: Content; readonly seq: number } | null> {
    for (;;) {
      const { session } = this.host;
      const { seq, version } = session;
      const unchanged = (): boolean => this.host.session.version === version;
      const copied = await runInSlices(whileUnchanged(contentSteps(session), unchanged), { signal });
      if (copied.type === "cancelled") return null;
      if (copied.value === null) continue;
      // What is not saved yet may get another number.
      return { content: copied.value, seq: Math.min(seq, this.host.open.commits.store.seq) };
    }
  }

  /** What is not saved yet is in it, and so it also works where nothing can be saved any more. */
  async saveFile(): Promise<SavedFile> {
    const options = this.restart();
    const copied = await this.content(options.signal);
    if (copied === null) return { type: "cancelled" };
    const written = await writeWorkbookFile(copied.content, this.now(), options);
    return written.type === "file" ? { ...written, seq: copied.seq } : written;
  }

  /** Beside whatever else runs, and without progress: nobody asked for it at this moment. */
  async backUp(folder: FileSystemDirectoryHandle): Promise<BackupResult> {
    const { signal } = new AbortController();
    const copied = await this.content(signal);
    if (copied === null) return { type: "failed", message: "" };
    const { workbook } = copied.content;
    const time = this.now();
    const written = await writeWorkbookFile(copied.content, time, { signal });
    if (written.type !== "file") return { type: "unverified" };
    const { file } = written;
    const name = workbook.settings.name;
    const kept = await backUp(folder, { workbook: name, id: workbook.id, file, time: new Date(time) });
    return kept.type === "done" ? { ...kept, workbook: workbook.id, seq: copied.seq } : kept;
  }

  /** Nothing is written before all of the file has been found right. */
  async openFile(file: Blob): Promise<OpenedFile> {
    const options = this.restart();
    const read = await readWorkbookFile(file, options);
    if (read.type !== "workbook") return read;
    const { content, saved } = read;
    const keeping = await this.host.keep(content, options.signal);
    switch (keeping.type) {
      case "here":
        return { type: "opened", rows: rowsIn(content), saved, restart: null };
      case "elsewhere":
        return { type: "opened", rows: rowsIn(content), saved, restart: keeping };
      case "unsaved":
      case "cancelled":
      case "failed":
        return keeping;
    }
  }

  cancelFile(): void {
    this.running.abort();
  }
}
