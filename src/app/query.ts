/** Which rows are shown: what is searched for, how many there are, and when the grid must read them again. */
import { batch, createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import type { Atom, SheetId, View, ViewId } from "../core/model/index.ts";
import type { DataWorker, Extent, QueryResult } from "../worker/api.ts";
import type { Adding } from "./adding.ts";

interface Where {
  readonly sheet: () => SheetId | null;
  /** The sheet's view; null: its first. */
  readonly viewId: () => ViewId | null;
  readonly view: () => View | null;
}

export interface Counts extends QueryResult {
  /** The number of the question that this answers, from 1. */
  readonly asked: number;
}

/** Milliseconds that an answer waits for what became of the rows in it: the disk may take any time. */
const KNOWN_MS = 400;
/** Milliseconds after which an answer is late enough to be told of. */
const LATE_MS = 600;

/** Asks again by itself when the sheet, its view or the search changes; the caller asks when rows or the view's form did. */
export function createQuery(
  worker: DataWorker,
  { sheet, viewId, view }: Where,
  { known }: Pick<Adding, "known">,
  onFailure: () => void,
) {
  const [search, setSearch] = createSignal("");
  const [counts, setCounts] = createSignal<Counts | null>(null);
  /** How many questions went out. */
  let asked = 0;
  const [late, setLate] = createSignal(false);
  const [refresh, setRefresh] = createSignal<{ readonly version: number; readonly extent: Extent }>({
    version: 0,
    extent: "order",
  });
  const bump = (extent: Extent): void => {
    setRefresh(({ version }) => ({ version: version + 1, extent }));
  };
  const tell = (found: QueryResult, nth: number): void =>
    batch(() => {
      setCounts({ ...found, asked: nth });
      bump("order");
    });
  /** Whoever added them should know them among the rows that are counted. */
  const rowsKnown = async (added: number): Promise<void> => {
    const waited = known(added);
    if (waited === null) return;
    await Promise.race([waited, new Promise((resolve) => setTimeout(resolve, KNOWN_MS))]);
  };
  let newest = 0;
  // Each question goes out at once: the worker gives up the one before, so that typing never waits for it.
  const ask = async (id: SheetId, text: string): Promise<void> => {
    asked += 1;
    const nth = asked;
    newest = nth;
    const timer = setTimeout(() => newest === nth && setLate(true), LATE_MS);
    try {
      const shown = viewId();
      const found = await worker.query(id, text, shown);
      await rowsKnown(found?.added ?? 0);
      if (found !== null && id === sheet() && shown === viewId()) tell(found, nth);
    } catch {
      onFailure();
    } finally {
      clearTimeout(timer);
      if (newest === nth) setLate(false);
    }
  };
  const askAgain = async (): Promise<void> => {
    const id = sheet();
    if (id !== null) await ask(id, search());
  };
  const fold = async (path: readonly Atom[] | null, folded: boolean): Promise<void> => {
    const id = sheet();
    if (id === null) return;
    asked += 1;
    const nth = asked;
    try {
      const found = await worker.fold(id, path, folded);
      await rowsKnown(found.added);
      if (id === sheet()) tell(found, nth);
    } catch {
      onFailure();
    }
  };
  // The first of a sheet is another one where that is moved there, and the same where another is moved before it.
  const current = createMemo(() => view()?.id ?? null);
  createEffect(
    on([sheet, current], ([now], before) => {
      setSearch(untrack(view)?.search ?? "");
      if (now !== before?.[0]) setCounts(null);
    }),
  );
  createEffect(on([sheet, viewId, current, search], () => void askAgain()));
  return { search, setSearch, counts, asked: () => asked, late, refresh, bump, askAgain, fold };
}
