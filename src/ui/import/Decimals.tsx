/** The one question about numbers of which some have a decimal point and some a comma. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ImportHints } from "../../worker/api.ts";
import type { Ready } from "./Preview.tsx";
import { Question } from "./Question.tsx";

interface DecimalsProps {
  readonly app: App;
  readonly preview: Ready;
  /** Answered now; else an answer is that to an earlier file. */
  readonly decided: boolean;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "decimal">) => void;
}

export function Decimals(props: DecimalsProps) {
  const { t } = props.app;
  return (
    <Show when={props.preview.decimals}>
      {(asked) => {
        const examples = () => ({ comma: asked().comma.trim(), point: asked().point.trim() });
        return (
          <Question
            label={t("reading.decimals", {
              columns: asked().columns.join(t("filter.list")),
              ...examples(),
            })}
            choose={t("reading.decimals.choose")}
            answers={[
              { value: ",", label: t("reading.decimals.comma", examples()) },
              { value: ".", label: t("reading.decimals.point", examples()) },
            ]}
            answer={asked().answer ?? undefined}
            remembered={props.decided ? undefined : t("reading.remembered")}
            disabled={props.disabled}
            onAnswer={(decimal) => props.onDecide({ decimal })}
          />
        );
      }}
    </Show>
  );
}
