/** The one question about dates that may be several days: without an answer they are not taken for any. */
import { createMemo, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ImportHints } from "../../worker/api.ts";
import type { Ready } from "./Preview.tsx";
import { Question } from "./Question.tsx";

interface DatesProps {
  readonly app: App;
  readonly preview: Ready;
  /** Answered now; else an answer is that to an earlier file. */
  readonly decided: boolean;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "dayOrder">) => void;
}

export function Dates(props: DatesProps) {
  const { app } = props;
  const { t } = app;
  const shown = (day: string): string =>
    /^\d{4}-\d\d-\d\d$/.test(day)
      ? new Intl.DateTimeFormat(app.locale().tag, { dateStyle: "long", timeZone: "UTC" }).format(
          new Date(day),
        )
      : day;
  const question = createMemo(() => props.preview.dates);
  return (
    <Show when={question()}>
      {(asked) => (
        <Question
          label={t("reading.dates", {
            columns: asked().columns.join(t("filter.list")),
            text: asked().text.trim(),
          })}
          choose={t("reading.dates.choose")}
          answers={asked().answers.map(({ order, day }) => ({
            value: order,
            label: t(`reading.dates.${order}`, { day: shown(day) }),
          }))}
          answer={asked().answer ?? undefined}
          remembered={props.decided ? undefined : t("reading.remembered")}
          disabled={props.disabled}
          onAnswer={(dayOrder) => props.onDecide({ dayOrder })}
        />
      )}
    </Show>
  );
}
