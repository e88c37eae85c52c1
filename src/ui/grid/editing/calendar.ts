/** The calendar of the kit, shown in a panel beside what is edited. */
import { createComponent } from "solid-js";
import { render } from "solid-js/web";
import { localDay } from "../../../core/model/index.ts";
import { Calendar } from "../../kit/Calendar.tsx";
import type { EditorHost } from "./control.ts";

/** Returns what takes it away. */
export function showCalendar(
  into: HTMLElement,
  { t, language, locale }: EditorHost,
  chosen: number | null,
  onPick: (day: number) => void,
  onClose: () => void,
): () => void {
  const words = {
    label: t("grid.pickDate"),
    previousYear: t("calendar.previousYear"),
    previousMonth: t("calendar.previousMonth"),
    nextMonth: t("calendar.nextMonth"),
    nextYear: t("calendar.nextYear"),
    today: t("calendar.today"),
  };
  const today = localDay(Date.now());
  return render(
    () => createComponent(Calendar, { words, language, locale, chosen, today, onPick, onClose }),
    into,
  );
}
