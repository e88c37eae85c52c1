/** A month to pick a day from, after the ARIA pattern of a date picker: arrows, page keys, Home and End, Enter. */
import { createEffect, createMemo, createSignal, For, on } from "solid-js";
import { Button } from "./Button.tsx";
import { addMonths, dayByKey, firstWeekday, sameMonth, weeksOf } from "./month.ts";
import "./calendar.css";

export interface CalendarWords {
  readonly label: string;
  readonly previousYear: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly nextYear: string;
  readonly today: string;
}

interface CalendarProps {
  readonly words: CalendarWords;
  /** Names of days and months are in this language. */
  readonly language: string;
  /** Weeks begin as they do here. */
  readonly locale: string;
  /** Days since 1970-01-01. */
  readonly chosen: number | null;
  readonly today: number;
  readonly onPick: (day: number) => void;
  readonly onClose: () => void;
}

const MS = 86_400_000;

export function Calendar(props: CalendarProps) {
  const first = firstWeekday(props.locale);
  const [day, setDay] = createSignal(props.chosen ?? props.today);
  const weeks = createMemo(() => weeksOf(day(), first));
  let root: HTMLDivElement | undefined;
  const text = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(props.language, { ...options, timeZone: "UTC" });
    return (of: number): string => format.format(of * MS);
  };
  const [full, month, short, long] = [
    text({ weekday: "long", year: "numeric", month: "long", day: "numeric" }),
    text({ year: "numeric", month: "long" }),
    text({ weekday: "narrow" }),
    text({ weekday: "long" }),
  ];
  const focusDay = (): void => root?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  createEffect(on(day, () => queueMicrotask(focusDay)));
  /** The buttons keep the keyboard: who looks for a year presses on. */
  const turn = (months: number): void => {
    const pressed = document.activeElement;
    setDay((now) => addMonths(now, months));
    queueMicrotask(() => pressed instanceof HTMLButtonElement && pressed.focus());
  };
  const onGridKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = dayByKey(day(), event.key, event.shiftKey, first);
    if (to !== null) setDay(to);
    else if (event.key === "Enter" || event.key === " ") props.onPick(day());
    else return;
    event.preventDefault();
  };
  /** The keyboard stays inside until something is picked or given up. */
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      props.onClose();
    }
    if (event.key !== "Tab") return;
    event.preventDefault();
    const stops = [...(root?.querySelectorAll<HTMLElement>("button, [tabindex='0']") ?? [])];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length)?.focus();
  };
  return (
    <div
      ref={root}
      class="calendar"
      role="dialog"
      aria-modal="true"
      aria-label={props.words.label}
      on:keydown={onKeyDown}
    >
      <div class="calendar-head">
        <Button tone="glyph" aria-label={props.words.previousYear} onClick={() => turn(-12)}>
          «
        </Button>
        <Button tone="glyph" aria-label={props.words.previousMonth} onClick={() => turn(-1)}>
          ‹
        </Button>
        <strong class="calendar-month" aria-live="polite">
          {month(day())}
        </strong>
        <Button tone="glyph" aria-label={props.words.nextMonth} onClick={() => turn(1)}>
          ›
        </Button>
        <Button tone="glyph" aria-label={props.words.nextYear} onClick={() => turn(12)}>
          »
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the pattern of a date picker has it */}
      <table role="grid" aria-label={month(day())} on:keydown={onGridKey}>
        <thead>
          <tr>
            <For each={weeks()[0]}>
              {(of) => (
                <th scope="col" abbr={long(of)}>
                  {short(of)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(of) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys
                    <td
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
                      role="gridcell"
                      tabIndex={of === day() ? 0 : -1}
                      aria-selected={of === props.chosen}
                      aria-current={of === props.today ? "date" : undefined}
                      aria-label={full(of)}
                      data-other={sameMonth(of, day()) ? undefined : ""}
                      onClick={() => props.onPick(of)}
                    >
                      {new Date(of * MS).getUTCDate()}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Button onClick={() => props.onPick(props.today)}>{props.words.today}</Button>
    </div>
  );
}
