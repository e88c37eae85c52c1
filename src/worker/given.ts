/** What became of a command, and what there is to say of it to whoever asked. */
import type { Change } from "../core/change/index.ts";
import type { RowId, Workbook } from "../core/model/index.ts";
import type { Step } from "../engine/history/history.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Dispatched } from "./api.ts";
import type { Commits, Done } from "./commits.ts";
import type { Intent } from "./intent.ts";
import { readChange } from "./opening.ts";
import { typedText } from "./typed.ts";

/** A command that was carried out here, or why it was not; null: there was nothing to do. */
export type Given =
  | Dispatched
  | { readonly intent: Intent; readonly done: Done; readonly before: Workbook }
  | null;

/** Once its ids are final. */
export async function outcomeOf(given: Given): Promise<Dispatched> {
  if (given === null) return { ok: true };
  if ("ok" in given) return given;
  const { intent, done, before } = given;
  // An id is final when its entry is on disk: until then another tab may take it.
  if (newRow(done.change()) === null) return { ok: true };
  const ended = await done.ended;
  if (ended.type === "dropped") return { ok: false, ...refused(intent, ended.refusal, before) };
  const row = newRow(done.change());
  return row === null ? { ok: true } : { ok: true, row };
}

/** To turn `step` back, or to do it again: with its change, read from the journal where it is an old one. */
export async function turning(
  commits: Commits,
  type: "undo" | "redo",
  step: Step | null,
): Promise<Intent | Refusal> {
  if (step === null) return { refused: type === "undo" ? "nothingToUndo" : "nothingToRedo" };
  const { seq } = step;
  const change = await changeOf(commits, seq);
  return change === null ? { refused: "unreadable", seq } : { type, seq, change };
}

/** What an entry did, read from the journal where it is an old one; null where it cannot be read any more. */
export async function changeOf(commits: Commits, seq: number): Promise<Change | null> {
  const recent = commits.recent.get(seq);
  if (recent !== null) return recent;
  if (commits.store.seq < seq) await commits.settled();
  return readChange(commits.store, seq);
}

function newRow(change: Change): RowId | null {
  for (const op of change.ops) {
    const id = op.op === "insertRows" ? op.blocks[0]?.ids[0] : undefined;
    if (id !== undefined) return id as RowId;
  }
  return null;
}

/** A refusal, with what was typed in vain; a value that does not fit its field has no text. */
export function refused(intent: Intent, refusal: Refusal, workbook: Workbook) {
  const typed = refusal.refused === "wrongValue" ? null : typedText(intent, workbook);
  return typed === null ? { refusal } : { refusal, typed };
}
