/** The workbooks of this browser as a list, and what can be done to them. */
import { type Accessor, createResource } from "solid-js";
import type { WorkbookId } from "../core/model/index.ts";
import type { ShelfEntry, ShelfTask, Shelved } from "../worker/api.ts";
import type { App } from "./app.ts";
import { dropBackupBeyond } from "./fileNotes.ts";
import { dropNote, keepNote, keptNotes } from "./notes.ts";

export interface Workbooks {
  /** Undefined until it is known. What is open comes first, then what was saved last. */
  readonly all: Accessor<readonly ShelfEntry[] | undefined>;
  readonly carryOut: (task: ShelfTask) => Promise<Shelved>;
}

export function createWorkbooks(app: App): Workbooks {
  const [all, { refetch }] = createResource(async () => {
    const open: WorkbookId | undefined = app.live()?.workbook.id;
    const age = ({ id, saved, opened }: ShelfEntry): number =>
      id === open ? Number.MAX_VALUE : Math.max(saved?.time ?? 0, opened);
    return [...(await app.worker.workbooks(keptNotes()))].sort((a, b) => age(b) - age(a));
  });
  const carryOut = async (task: ShelfTask): Promise<Shelved> => {
    const notes = keptNotes();
    // Before its data goes, so that a cut in between does not look like a loss.
    const dropped = task.type === "purge" ? dropNote(task.id) : null;
    const done = await app.worker.shelve(task, notes);
    if (done.type === "done" && done.note !== null) keepNote(done.note);
    if (task.type === "purge" && done.type === "done") dropBackupBeyond(task.id, 0);
    // It is there still, and to be watched.
    if (done.type !== "done" && dropped !== null) keepNote(dropped);
    await refetch();
    return done;
  };
  return { all, carryOut };
}
