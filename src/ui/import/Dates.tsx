/** The one question about dates that may be two days: without an answer they are not taken for either. */
import { createMemo, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { DayOrder } from "../../exchange/dates.ts";
import type { ImportHints } from "../../worker/api.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { Ready } from "./Preview.tsx";

interface DatesProps {
  readonly app: App;
  readonly preview: Ready;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "dayOrder">) => void;
}

const OPEN = "open";

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
      {(asked) => {
        const options = () => [
          { value: OPEN, label: t("reading.dates.choose") } as const,
          { value: "dmy", label: t("reading.dates.dmy", { day: shown(asked().dmy) }) } as const,
          { value: "mdy", label: t("reading.dates.mdy", { day: shown(asked().mdy) }) } as const,
        ];
        const decide = (order: DayOrder | typeof OPEN): void => {
          if (order !== OPEN) props.onDecide({ dayOrder: order });
        };
        return (
          <div class="note" data-tone="wrong">
            <Labelled
              label={t("reading.dates", {
                columns: asked().columns.join(t("filter.list")),
                text: asked().text.trim(),
              })}
            >
              <Select options={options()} value={OPEN} disabled={props.disabled} onChange={decide} />
            </Labelled>
          </div>
        );
      }}
    </Show>
  );
}
