/** The one question about numbers of which some have a decimal point and some a comma. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Decimal } from "../../exchange/decimals.ts";
import type { ImportHints } from "../../worker/api.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { Ready } from "./Preview.tsx";

interface DecimalsProps {
  readonly app: App;
  readonly preview: Ready;
  readonly decided: Decimal | undefined;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "decimal">) => void;
}

const OPEN = "open";

export function Decimals(props: DecimalsProps) {
  const { t } = props.app;
  return (
    <Show when={props.preview.decimals}>
      {(asked) => {
        const examples = () => ({ comma: asked().comma.trim(), point: asked().point.trim() });
        const options = () => [
          { value: OPEN, label: t("reading.decimals.choose") } as const,
          { value: ",", label: t("reading.decimals.comma", examples()) } as const,
          { value: ".", label: t("reading.decimals.point", examples()) } as const,
        ];
        const decide = (sign: Decimal | typeof OPEN): void => {
          if (sign !== OPEN) props.onDecide({ decimal: sign });
        };
        return (
          <div class="note" data-tone={props.decided === undefined ? "wrong" : undefined}>
            <Labelled label={t("reading.decimals", { columns: asked().columns.join(", "), ...examples() })}>
              <Select
                options={options()}
                value={props.decided ?? OPEN}
                disabled={props.disabled}
                onChange={decide}
              />
            </Labelled>
          </div>
        );
      }}
    </Show>
  );
}
