/** The earlier day that charts are compared with. */
import { createSignal, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { localDay } from "../../core/model/index.ts";
import { isoText } from "../../fields/index.ts";
import { addMonths } from "../kit/month.ts";
import type { Comparing } from "./kinds/earlier.ts";
import { dayText } from "./numbers.ts";
import type { Speaker } from "./told.ts";

/** Days that are asked for most, counted back from today. */
export const SPANS = ["week", "month", "year"] as const;
export type Span = (typeof SPANS)[number];

/** Why there is nothing to compare with. */
export interface Problem {
  readonly text: string;
  /** The first day that there is, as 2026-11-23 and as it is written; null where that is today. */
  readonly first: { readonly value: string; readonly day: string } | null;
}

export interface Comparison {
  /** As 2026-11-23; "" for none. */
  readonly chosen: () => string;
  readonly choose: (day: string) => void;
  /** The day as it is written, once the workbook of then is known. A new object each time. */
  readonly comparing: () => Comparing | null;
  readonly problem: () => Problem | null;
}

/** As 2026-11-23. */
export function daysBack(span: Span | "day"): string {
  const today = localDay(Date.now());
  switch (span) {
    case "day":
      return isoText(today - 1);
    case "week":
      return isoText(today - 7);
    case "month":
      return isoText(addMonths(today, -1));
    case "year":
      return isoText(addMonths(today, -12));
  }
}

/** The last moment of a day by the clock of the machine; null of no day. */
function endOf(day: string): number | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date + 1).getTime() - 1;
  return Number.isNaN(end) ? null : end;
}

type Asking = Speaker & { readonly worker: Pick<App["worker"], "compareWith"> };

/** `report` hears what is compared with, and null at the end: the charts on paper say the same. */
export function createComparison(app: Asking, report: (comparing: Comparing | null) => void): Comparison {
  const [chosen, setChosen] = createSignal("");
  const [comparing, setComparing] = createSignal<Comparing | null>(null);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const compare = (wanted: Comparing | null): void => {
    setComparing(wanted);
    report(wanted);
  };
  const before = (began: number): Problem => {
    const first = localDay(began);
    const day = dayText(app, first);
    const text = app.t("chart.compare.before", { day });
    return { text, first: first < localDay(Date.now()) ? { value: isoText(first), day } : null };
  };
  const choose = async (day: string): Promise<void> => {
    setChosen(day);
    setProblem(null);
    compare(null);
    const end = endOf(day);
    const found = await app.worker.compareWith(end);
    if (found === null || end === null || chosen() !== day) return;
    switch (found.type) {
      case "compared":
        compare({ day: dayText(app, localDay(end)) });
        return;
      case "before":
        setProblem(before(found.began));
        return;
      case "unreadable":
        setProblem({ text: app.t("chart.compare.unreadable"), first: null });
    }
  };
  onCleanup(() => {
    // An answer may still be on its way.
    setChosen("");
    report(null);
    // Whole columns are kept for it.
    void app.worker.compareWith(null);
  });
  return { chosen, choose: (day) => void choose(day), comparing, problem };
}
