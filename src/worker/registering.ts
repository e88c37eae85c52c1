/** A new workbook is saved only when the catalogue knows of it too. */
import type { JournalEntry } from "../core/change/index.ts";
import { type AppendResult, failureOf, type Store } from "../storage/index.ts";

/** Appends; the first entry counts only when `register` has succeeded, which runs until it has. */
export function registering(register: (() => Promise<void>) | undefined) {
  let registered = register === undefined;
  return async (store: Store, entry: JournalEntry): Promise<AppendResult> => {
    const result = store.seq < entry.seq ? await store.append(entry) : ({ type: "saved" } as const);
    if (registered || result.type !== "saved") return result;
    try {
      await register?.();
      registered = true;
      return result;
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    }
  };
}
