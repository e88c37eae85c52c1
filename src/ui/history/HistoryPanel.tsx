/** The history beside the grid: what was done, by day; choosing a step shows the workbook as it was after it. */
import { createSignal, For, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { findField, findSheet, type Value } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { clockText, momentText } from "../../i18n/time.ts";
import { stepText } from "../../i18n/wording.ts";
import type { HistoryStep } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Progress } from "../kit/Progress.tsx";
import { UndoReach } from "../settings/UndoReach.tsx";
import { createSteps } from "./steps.ts";
import "./history.css";

export interface HistoryPanelProps {
  readonly app: App;
  readonly onClose: () => void;
  /** A step was chosen, or the present. */
  readonly onChosen: () => void;
  /** An import shall be turned back, by its journal entry. */
  readonly onUndoImport: (seq: number) => void;
}

/** What stood in the one cell of an edit, and what was written; null for other steps. */
function valuesText(app: App, step: HistoryStep): string | null {
  const { edit, cause } = step;
  const workbook = app.live()?.workbook;
  if (edit === null || cause.type !== "edit" || workbook === undefined) return null;
  const sheet = findSheet(workbook, cause.sheet);
  const field = sheet === undefined ? undefined : findField(sheet, edit.field);
  if (field === undefined) return null;
  const text = (value: Value): string =>
    value === null ? app.t("common.empty") : kindOf(field).format(value, field, app.locale());
  return app.t("history.values", { before: text(edit.before), after: text(edit.after) });
}

interface StepProps {
  readonly app: App;
  readonly step: HistoryStep;
  readonly onChoose: () => void;
  readonly onUndoImport: (seq: number) => void;
}

function Step(props: StepProps) {
  const { app } = props;
  const name = (): string => {
    const workbook = app.live()?.workbook;
    return workbook === undefined ? "" : stepText(app.t, props.step, workbook);
  };
  const sheet = (): string | null => {
    const { cause } = props.step;
    const workbook = app.live()?.workbook;
    if (workbook === undefined || workbook.sheets.length < 2 || !("sheet" in cause)) return null;
    return findSheet(workbook, cause.sheet)?.name ?? null;
  };
  const current = (): boolean => app.past()?.seq === props.step.seq;
  const values = (): string | null => valuesText(app, props.step);
  const undoable = (): boolean =>
    current() &&
    app.restorable() &&
    props.step.cause.type === "import" &&
    props.step.action === "do" &&
    !props.step.undone;
  return (
    <li>
      <button
        type="button"
        class="history-step"
        aria-current={current() ? "true" : undefined}
        data-undone={props.step.undone ? "" : undefined}
        tabIndex={current() ? 0 : -1}
        title={momentText(app.locale().tag, props.step.time, Date.now())}
        onClick={props.onChoose}
      >
        <span class="history-name">{name()}</span>
        <time class="history-time" dateTime={new Date(props.step.time).toISOString()}>
          {clockText(app.locale().tag, props.step.time)}
        </time>
        <Show when={values()}>{(text) => <span class="history-values">{text()}</span>}</Show>
        <Show when={props.step.undone || sheet() !== null}>
          <span class="history-more">
            {[sheet(), props.step.undone ? app.t("history.undone") : null]
              .filter((part) => part !== null)
              .join(" · ")}
          </span>
        </Show>
      </button>
      <Show when={undoable()}>
        <Button tone="outline" onClick={() => props.onUndoImport(props.step.seq)}>
          {app.t("imports.undo")}
        </Button>
      </Show>
    </li>
  );
}

/** Up and down lead through the steps; Tab goes past them. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const steps = [...event.currentTarget.querySelectorAll<HTMLButtonElement>(".history-step")];
  const at = steps.findIndex((step) => step.matches(":focus"));
  if (at < 0) return;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, steps.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: steps.length - 1,
  };
  const next = places[event.key];
  if (next === undefined) return;
  event.preventDefault();
  steps[next]?.focus();
}

interface StepListProps {
  readonly app: App;
  readonly busy: boolean;
  readonly onChoose: (what: () => Promise<void>) => void;
  readonly onUndoImport: (seq: number) => void;
}

function StepList(props: StepListProps) {
  const { app } = props;
  const steps = createSteps(app);
  let now: HTMLButtonElement | undefined;
  onMount(() => now?.focus());
  return (
    <div class="history-list" aria-busy={props.busy}>
      <button
        ref={now}
        type="button"
        class="history-step"
        aria-current={app.past() === null ? "true" : undefined}
        tabIndex={app.past() === null ? 0 : -1}
        onClick={() => props.onChoose(app.backToToday)}
      >
        <span class="history-name">{app.t("history.now")}</span>
      </button>
      <For each={steps.days()}>
        {(day) => (
          <>
            <h3>{day.name}</h3>
            <ol>
              <For each={day.steps}>
                {(step) => (
                  <Step
                    app={app}
                    step={step}
                    onChoose={() => props.onChoose(() => app.lookBack(step.seq))}
                    onUndoImport={props.onUndoImport}
                  />
                )}
              </For>
            </ol>
          </>
        )}
      </For>
      <Show when={steps.earlier()}>
        <Button tone="outline" onClick={steps.more}>
          {app.t("history.earlier")}
        </Button>
      </Show>
    </div>
  );
}

export function HistoryPanel(props: HistoryPanelProps) {
  const { app } = props;
  const { t } = app;
  const [busy, setBusy] = createSignal(false);
  const choose = async (what: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await what();
      props.onChosen();
    } catch {
      app.notify(t("notice.unexpected"), "wrong");
    } finally {
      setBusy(false);
    }
  };
  return (
    <section
      class="history"
      aria-label={t("history.label")}
      onKeyDown={(event) => {
        moveFocus(event);
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="history-head">
        <h2>{t("history.label")}</h2>
        <Button tone="glyph" aria-label={t("common.close")} onClick={props.onClose}>
          ×
        </Button>
      </div>
      <StepList
        app={app}
        busy={busy()}
        onChoose={(what) => void choose(what)}
        onUndoImport={props.onUndoImport}
      />
      <Show when={busy() && app.progress() !== null}>
        <Progress label={t("history.looking")} value={app.progress()} />
      </Show>
      <div class="history-foot">
        <UndoReach app={app} />
        <p class="quiet">{t("history.reach.hint")}</p>
      </div>
    </section>
  );
}
