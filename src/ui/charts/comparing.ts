/** The earlier day that charts are compared with. */
import { createSignal, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { dayText } from "./numbers.ts";

const DAY_MS = 86_400_000;

export interface Comparison {
  /** As 2026-11-23; "" for none. */
  readonly chosen: () => string;
  readonly choose: (day: string) => void;
  /** The day as it is written, once the workbook of then is known. A new object each time. */
  readonly comparing: () => { readonly day: string } | null;
  readonly problem: () => string | null;
}

/** The last moment of a day by the clock of the machine; null of no day. */
function endOf(day: string): number | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date + 1).getTime() - 1;
  return Number.isNaN(end) ? null : end;
}

export function createComparison(app: App): Comparison {
  const [chosen, setChosen] = createSignal("");
  const [comparing, setComparing] = createSignal<{ readonly day: string } | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const dayOf = (time: number): string =>
    dayText(app, Math.floor((time - new Date(time).getTimezoneOffset() * 60_000) / DAY_MS));
  const choose = async (day: string): Promise<void> => {
    setChosen(day);
    setProblem(null);
    setComparing(null);
    const end = endOf(day);
    const found = await app.worker.compareWith(end);
    if (found === null || end === null || chosen() !== day) return;
    switch (found.type) {
      case "compared":
        setComparing({ day: dayOf(end) });
        return;
      case "before":
        setProblem(app.t("chart.compare.before", { day: dayOf(found.began) }));
        return;
      case "unreadable":
        setProblem(app.t("chart.compare.unreadable"));
    }
  };
  // Whole columns are kept for it.
  onCleanup(() => void app.worker.compareWith(null));
  return { chosen, choose: (day) => void choose(day), comparing, problem };
}
