/** The step Undo may turn back, within the limit the owner has set. */
import type { UndoReach } from "../../core/model/index.ts";
import type { History, Step } from "./history.ts";

const DAY = 86_400_000;

export function undoStep(history: History, reach: UndoReach | undefined, now: number): Step | null {
  const step = history.undo;
  if (step === null || reach === undefined) return step;
  switch (reach.unit) {
    case "steps":
      return history.undoneCount < reach.count ? step : null;
    case "days":
      return step.time >= now - reach.count * DAY ? step : null;
  }
}
