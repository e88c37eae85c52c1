/** Which earlier day the charts are compared with: any, or one of those asked for most. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { TextField } from "../kit/TextField.tsx";
import { type Comparison, daysBack, SPANS } from "./comparing.ts";

interface CompareProps {
  readonly app: App;
  readonly comparison: Comparison;
}

/** `problemId`: the element that says why there is nothing to compare with. */
export function CompareDay(props: CompareProps & { readonly problemId: string }) {
  const wrong = (): boolean => props.comparison.problem() !== null;
  return (
    <Labelled label={props.app.t("chart.compare")}>
      <TextField
        type="date"
        // The end of today is now, which there is nothing to compare with.
        max={daysBack("day")}
        value={props.comparison.chosen()}
        problem={wrong() ? "" : null}
        aria-describedby={wrong() ? props.problemId : undefined}
        onText={props.comparison.choose}
      />
    </Labelled>
  );
}

/** Pressed once more, nothing is compared any longer. */
export function CompareSpans(props: CompareProps) {
  const { t } = props.app;
  return (
    <div class="charts-spans">
      <For each={SPANS}>
        {(span) => {
          const on = (): boolean => props.comparison.chosen() === daysBack(span);
          return (
            <Button
              aria-pressed={on()}
              on={on()}
              onClick={() => props.comparison.choose(on() ? "" : daysBack(span))}
            >
              {t(`chart.compare.${span}`)}
            </Button>
          );
        }}
      </For>
    </div>
  );
}

/** Why there is nothing to compare with, as wide as there is room for. */
export function CompareProblem(props: CompareProps & { readonly id: string }) {
  const { t } = props.app;
  return (
    <Show when={props.comparison.problem()}>
      {(problem) => (
        <div class="charts-hint">
          <p id={props.id} class="wrong" role="alert">
            {problem().text}
          </p>
          <Show when={problem().first}>
            {(first) => (
              <Button tone="outline" onClick={() => props.comparison.choose(first().value)}>
                {t("chart.compare.first", { day: first().day })}
              </Button>
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}
