/** What a rule would do: how many customers and how much each class gets, and who moves. */
import { For, Match, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Choice } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { groupedNumber } from "../../i18n/plural.ts";
import type { ClassPreview } from "../../worker/api.ts";
import { Chip } from "../kit/Chip.tsx";

type Known = Extract<ClassPreview, { type: "preview" }>;

function Class(props: { readonly app: App; readonly choice: Choice | null }) {
  return (
    <Show when={props.choice} fallback={<span class="quiet">{props.app.t("charts.noTier")}</span>}>
      {(choice) => <Chip label={choice().label} hue={choice().hue} />}
    </Show>
  );
}

function Bars(props: { readonly app: App; readonly preview: Known }) {
  const { app } = props;
  const { t } = app;
  const most = (): number => Math.max(1, ...props.preview.classes.map(({ count }) => count));
  const count = (number: number): string => groupedNumber(app.language(), number);
  const sum = (value: number): string => {
    const { amount } = props.preview;
    return amount === null ? "" : kindOf(amount).format(value, amount, app.locale());
  };
  return (
    <table class="tier-table">
      <caption class="unseen">{t("tierRule.result")}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t("charts.tier")}</th>
          <th scope="col">{t("charts.share")}</th>
          <th scope="col">{t("charts.count")}</th>
          <th scope="col">{props.preview.amount?.name}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.preview.classes}>
          {(each) => (
            <tr>
              <th scope="row">
                <Chip label={each.choice.label} hue={each.choice.hue} />
              </th>
              <td class="tier-bar-cell">
                <span
                  class="tier-bar"
                  style={{
                    width: `${(each.count / most()) * 100}%`,
                    background: `var(--hue-${each.choice.hue}-fill)`,
                  }}
                />
              </td>
              <td>{count(each.count)}</td>
              <td>{sum(each.sum)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

interface PreviewProps<Of = ClassPreview | null> {
  readonly app: App;
  /** Null: the rule is not whole yet. */
  readonly preview: Of;
  /** Its classes are in an order of worth. */
  readonly ranked: boolean;
}

function Said(props: PreviewProps<Known>) {
  const { t } = props.app;
  return (
    <p role="status">
      {t(props.ranked ? "tierRule.moves" : "tierRule.changes", {
        moved: props.preview.moved,
        up: props.preview.up,
        down: props.preview.moved - props.preview.up,
      })}
      <Show when={props.preview.byHand > 0}> {t("tierRule.staying", { rows: props.preview.byHand })}</Show>
      <Show when={props.preview.without > 0}>
        {" "}
        {t(props.ranked ? "tierRule.without" : "life.without", { rows: props.preview.without })}
      </Show>
      <Show when={props.preview.shareless}> {t("tierRule.shareless")}</Show>
      <Show when={props.preview.several > 0}> {t("tierRule.several", { rows: props.preview.several })}</Show>
    </p>
  );
}

function Moves(props: PreviewProps<Known>) {
  const { t } = props.app;
  const more = (): number => props.preview.moved - props.preview.first.length;
  return (
    <ul class="tier-moves">
      <For each={props.preview.first}>
        {(move) => (
          <li>
            <span class="tier-mover">
              {move.name === "" ? t("tierRule.nameless", { row: move.row }) : move.name}
            </span>
            <Class app={props.app} choice={move.from} />
            <span aria-hidden="true">→</span>
            <Class app={props.app} choice={move.to} />
          </li>
        )}
      </For>
      <Show when={more() > 0}>
        <li class="quiet">{t("tierRule.more", { rows: more() })}</li>
      </Show>
    </ul>
  );
}

export function Preview(props: PreviewProps) {
  const { t } = props.app;
  const known = (): Known | null => (props.preview?.type === "preview" ? props.preview : null);
  const broken = () => (props.preview?.type === "broken" ? props.preview.why.broken : null);
  return (
    <section class="tier-preview" aria-label={t("tierRule.result")}>
      <Switch fallback={<p class="quiet">{t("tierRule.incomplete")}</p>}>
        <Match when={known()}>
          {(preview) => (
            <>
              <div class="tier-summary">
                <Bars app={props.app} preview={preview()} />
                <Said {...props} preview={preview()} />
              </div>
              <Moves {...props} preview={preview()} />
            </>
          )}
        </Match>
        <Match when={broken()}>{(why) => <p class="wrong">{t(`rule.${why()}`)}</p>}</Match>
      </Switch>
    </section>
  );
}
