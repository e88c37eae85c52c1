/** Where each class begins: at a share, an amount, or scores. Every class but the last has its own line; the last takes the rest. */
import { For, Match, Show, Switch } from "solid-js";
import type { Choice } from "../../core/model/index.ts";
import { Chip } from "../kit/Chip.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { readAmount } from "./draft.ts";
import type { ClassesProps } from "./form.ts";

interface LimitProps extends ClassesProps {
  readonly choice: Choice;
  /** Which of the classes it is. */
  readonly at: number;
}

function PercentLimit(props: LimitProps) {
  const { t } = props.shell.app;
  const percent = (): number => props.draft.upTo[props.at] ?? 0;
  const spoken = (): string => t("charts.percent", { number: String(percent()) });
  const set = (to: number): void =>
    props.onChange({
      ...props.draft,
      upTo: props.draft.upTo.with(props.at, Math.min(100, Math.max(0, to))),
    });
  return (
    <>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        aria-label={t("tierRule.slider", { tier: props.choice.label })}
        aria-valuetext={spoken()}
        value={percent()}
        onInput={(event) => set(Number(event.currentTarget.value))}
      />
      <span class="tier-percent" aria-hidden="true">
        {spoken()}
      </span>
    </>
  );
}

function AmountLimit(props: LimitProps) {
  const { app } = props.shell;
  const { t } = app;
  const text = (): string => props.draft.from[props.at] ?? "";
  const problem = (): string | null => {
    const amount = props.sheet.fields.find(({ id }) => id === props.draft.amount);
    return readAmount(app, amount, text()) === null ? t("tierRule.noAmount") : null;
  };
  return (
    <TextField
      label={t("tierRule.from", { tier: props.choice.label })}
      inputMode="decimal"
      value={text()}
      problem={problem()}
      onText={(typed) => props.onChange({ ...props.draft, from: props.draft.from.with(props.at, typed) })}
    />
  );
}

/** From one score up to another, both of 1 to 5. */
const SCORE_RANGES = [1, 2, 3, 4, 5].flatMap((low) =>
  [5, 4, 3, 2, 1].filter((high) => high >= low).map((high) => ({ value: `${low}-${high}`, low, high })),
);
const ANY_SCORE: [number, number] = [1, 5];

function ScoreLimit(props: LimitProps) {
  const { t } = props.shell.app;
  const scores = () => props.draft.scores[props.at] ?? { recency: ANY_SCORE, value: ANY_SCORE };
  const set = (part: "recency" | "value", text: string): void => {
    const [low = 1, high = 5] = text.split("-").map(Number);
    props.onChange({
      ...props.draft,
      scores: props.draft.scores.with(props.at, { ...scores(), [part]: [low, high] }),
    });
  };
  const labelOf = (low: number, high: number): string => {
    if (low === high) return String(low);
    return high === 5 ? t("tierRule.atLeast", { score: String(low) }) : t("tierRule.scores", { low, high });
  };
  const options = SCORE_RANGES.map(({ value, low, high }) => ({ value, label: labelOf(low, high) }));
  return (
    <>
      <Select
        label={t("tierRule.recencyOf", { tier: props.choice.label })}
        options={options}
        value={scores().recency.join("-")}
        onChange={(score) => set("recency", score)}
      />
      <Select
        label={t("tierRule.valueOf", { tier: props.choice.label })}
        options={options}
        value={scores().value.join("-")}
        onChange={(score) => set("value", score)}
      />
    </>
  );
}

export function Limits(props: ClassesProps) {
  const { t } = props.shell.app;
  const byPercent = (): boolean => props.draft.method === "share" || props.draft.method === "rank";
  return (
    <ul class="tier-limits">
      <Show when={props.draft.method === "rfm"}>
        {/* Each list says it all to who cannot see these. */}
        <li class="tier-limit tier-scores" aria-hidden="true">
          <span />
          <span>{t("tierRule.recency")}</span>
          <span>{t("tierRule.worth")}</span>
        </li>
      </Show>
      <For each={props.classes.slice(0, -1)}>
        {(choice, at) => (
          <li class="tier-limit">
            <Chip label={choice.label} hue={choice.hue} />
            <Switch>
              <Match when={byPercent()}>
                <PercentLimit {...props} choice={choice} at={at()} />
              </Match>
              <Match when={props.draft.method === "amount"}>
                <AmountLimit {...props} choice={choice} at={at()} />
              </Match>
              <Match when={props.draft.method === "rfm"}>
                <ScoreLimit {...props} choice={choice} at={at()} />
              </Match>
            </Switch>
          </li>
        )}
      </For>
      <Show when={props.classes.at(-1)}>
        {(last) => (
          <li class="tier-limit">
            <Chip label={last().label} hue={last().hue} />
            <span class="quiet">{t("tierRule.rest")}</span>
          </li>
        )}
      </Show>
    </ul>
  );
}
