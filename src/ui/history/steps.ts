/** The steps of the history as the panel has them: the newest at first, earlier ones when asked for. */
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { App } from "../../app/app.ts";
import { makeLatest } from "../../app/latest.ts";
import { dayText } from "../../i18n/time.ts";
import type { HistoryPage, HistoryStep } from "../../worker/api.ts";

const PAGE = 50;

export interface Day {
  readonly name: string;
  readonly steps: readonly HistoryStep[];
}

/** Neighbours of the same day together; the clock of the machine may jump, so a day may come twice. */
export function byDay(steps: readonly HistoryStep[], nameOf: (time: number) => string): readonly Day[] {
  const days: { name: string; steps: HistoryStep[] }[] = [];
  for (const step of steps) {
    const name = nameOf(step.time);
    const last = days.at(-1);
    if (last?.name === name) last.steps.push(step);
    else days.push({ name, steps: [step] });
  }
  return days;
}

export interface Steps {
  /** Null until the first answer. */
  readonly days: Accessor<readonly Day[] | null>;
  readonly earlier: Accessor<boolean>;
  readonly more: () => void;
}

export function createSteps(app: App): Steps {
  const [page, setPage] = createSignal<HistoryPage | null>(null);
  const ask = makeLatest(async (limit: number) => {
    try {
      setPage(await app.worker.history(null, limit));
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  const shown = (): number => Math.max(PAGE, page()?.steps.length ?? 0);
  // A new step may also turn older ones, so what is shown is asked for as a whole.
  createEffect(on(app.live, () => ask(shown())));
  const more = async (): Promise<void> => {
    const now = page();
    if (now?.earlier == null) return;
    const { steps, earlier } = await app.worker.history(now.earlier, PAGE);
    if (page() === now) setPage({ steps: [...now.steps, ...steps], earlier });
  };
  const days = createMemo(() => {
    const known = page();
    const locale = app.locale().tag;
    return known === null ? null : byDay(known.steps, (time) => dayText(locale, time, Date.now()));
  });
  return { days, earlier: () => page()?.earlier != null, more: () => void more() };
}
