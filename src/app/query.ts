/** Which rows are shown: what is searched for, how many there are, and when the grid must read them again. */
import { batch, createEffect, createSignal, on } from "solid-js";
import type { SheetId } from "../core/model/index.ts";
import type { DataWorker, QueryResult } from "../worker/api.ts";
import { makeLatest } from "./latest.ts";

/** Asks again by itself when the sheet or the search changes; the caller asks when rows or views did. */
export function createQuery(worker: DataWorker, sheet: () => SheetId | null, onFailure: () => void) {
  const [search, setSearch] = createSignal("");
  const [counts, setCounts] = createSignal<QueryResult | null>(null);
  const [refresh, setRefresh] = createSignal({ version: 0, reordered: true });
  const bump = (reordered: boolean): void => {
    setRefresh(({ version }) => ({ version: version + 1, reordered }));
  };
  const ask = makeLatest(async ({ id, text }: { readonly id: SheetId; readonly text: string }) => {
    try {
      const found = await worker.query(id, text);
      if (id !== sheet()) return;
      batch(() => {
        setCounts(found);
        bump(true);
      });
    } catch {
      onFailure();
    }
  });
  const askAgain = (): void => {
    const id = sheet();
    if (id !== null) ask({ id, text: search() });
  };
  createEffect(
    on(sheet, () => {
      setSearch("");
      setCounts(null);
    }),
  );
  createEffect(on([sheet, search], askAgain));
  return { search, setSearch, counts, refresh, bump, askAgain };
}
