/** What the selected cells come to, in the status bar. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { dateFormat } from "../../i18n/intl.ts";
import type { Totals } from "../../worker/api.ts";
import { exactText } from "./totals/text.ts";

const dayText = (app: App, day: number): string =>
  dateFormat(app.locale().tag, { dateStyle: "medium", timeZone: "UTC" }).format(day * 86_400_000);

function parts(app: App, { filled, numeric, numbers, days }: Totals): readonly string[] {
  const { t } = app;
  const counts = [t("summary.count", { count: filled })];
  if (numbers !== null) {
    return [
      ...counts,
      ...(numeric < filled ? [t("summary.numbers", { count: numeric })] : []),
      t("summary.sum", { number: exactText(app, numbers.sum) }),
      t("summary.average", { number: exactText(app, numbers.average) }),
      t("summary.minimum", { number: exactText(app, numbers.minimum) }),
      t("summary.maximum", { number: exactText(app, numbers.maximum) }),
    ];
  }
  if (days === null) return counts;
  return [
    ...counts,
    t("summary.minimum", { number: dayText(app, days.minimum) }),
    t("summary.maximum", { number: dayText(app, days.maximum) }),
  ];
}

export function Summary(props: { readonly app: App }) {
  return (
    <div class="selection-summary" role="status" aria-label={props.app.t("summary.label")}>
      <Show when={props.app.totals()}>{(totals) => <>{parts(props.app, totals()).join(" · ")}</>}</Show>
    </div>
  );
}
