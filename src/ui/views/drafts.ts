/** The form's drafts over the view's filter: what is complete applies at once; typing applies when it pauses. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Join, joinOf } from "../../app/filter.ts";
import type { Filter } from "../../core/model/index.ts";
import { type Draft, type DraftContext, readDrafts, writeDrafts } from "./tree.ts";

const PAUSE_MS = 250;
const same = (a: Filter | null, b: Filter | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Drafts {
  readonly list: Accessor<readonly Draft[]>;
  /** `soon`: the person is still typing. */
  readonly change: (next: readonly Draft[], soon: boolean) => void;
  readonly join: Accessor<Join>;
  readonly changeJoin: (next: Join) => void;
  readonly nextKey: () => number;
}

/** Drafts lead while they are edited, and follow undo or a chart's click. */
export function createDrafts(app: App): Drafts {
  let lastKey = 0;
  const nextKey = (): number => {
    lastKey += 1;
    return lastKey;
  };
  const shown = (): Filter | null => app.view()?.filter ?? null;
  const context = (): DraftContext => ({ fieldOf: app.fieldOf, locale: app.locale() });
  const [list, setList] = createSignal(readDrafts(shown(), nextKey, context()));
  const [join, setJoin] = createSignal<Join>(joinOf(shown()));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): Filter | null => writeDrafts(list(), join(), context());
  const apply = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const view = app.view();
    const filter = wanted();
    if (view !== null && !same(filter, view.filter)) void app.setView("filter", { ...view, filter });
  };
  const change = (next: readonly Draft[], soon: boolean): void => {
    setList(next);
    clearTimeout(timer);
    if (soon) timer = setTimeout(apply, PAUSE_MS);
    else apply();
  };
  createEffect(
    on(
      shown,
      (filter) => {
        if (timer !== undefined || same(filter, wanted())) return;
        setList(readDrafts(filter, nextKey, context()));
        setJoin(joinOf(filter));
      },
      { defer: true },
    ),
  );
  // Closing while still typing keeps what was typed.
  onCleanup(() => timer !== undefined && apply());
  const changeJoin = (next: Join): void => {
    setJoin(next);
    apply();
  };
  return { list, change, join, changeJoin, nextKey };
}
