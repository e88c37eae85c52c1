/** Of a file that came back: when it went out, what Excel did to it, and what is done where both changed a cell. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { momentText } from "../../i18n/time.ts";
import type { CsvPreview, ImportHints, ReturnedHints } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";

type ReturnedFile = NonNullable<Extract<CsvPreview, { type: "ready" }>["returned"]>;

interface ReturnedProps {
  readonly app: App;
  readonly returned: ReturnedFile;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "returned">) => void;
}

/** What all cells that both changed are taken from. */
const SIDES = [
  ["mine", "returned.keepMine"],
  ["theirs", "returned.takeTheirs"],
] as const;

export function Returned(props: ReturnedProps) {
  const { app } = props;
  const { t } = app;
  const damaged = (): number => props.returned.damaged.reduce((sum, { count }) => sum + count, 0);
  const decide = (part: Partial<ReturnedHints>): void =>
    props.onDecide({ returned: { ...props.returned.hints, ...part } });
  return (
    <section class="import-part">
      <p>
        {t("returned.sent", { moment: momentText(app.locale().tag, props.returned.sent, Date.now()) })}
        <Show when={props.returned.missing > 0}>
          {" "}
          <span class="quiet">{t("returned.missing", { count: props.returned.missing })}</span>
        </Show>
      </p>
      <Show when={damaged() > 0}>
        <div class="import-remembered">
          <Check
            checked={props.returned.hints.repair}
            disabled={props.disabled}
            onChange={(repair) => decide({ repair })}
          >
            {t("returned.repair", { count: damaged() })}
          </Check>
          <span class="quiet">
            <For each={props.returned.damaged}>
              {({ how, count }, index) => `${index() > 0 ? " · " : ""}${t(`returned.how.${how}`, { count })}`}
            </For>
          </span>
        </div>
      </Show>
      <Show when={props.returned.conflicts > 0}>
        <div class="import-remembered">
          <span>
            {t("returned.conflicts", {
              count: props.returned.conflicts,
              side: props.returned.hints.take,
            })}
          </span>
          <span class="import-sides">
            <For each={SIDES}>
              {([take, label]) => (
                <Button tone="outline" disabled={props.disabled} onClick={() => decide({ take, cells: [] })}>
                  {t(label)}
                </Button>
              )}
            </For>
          </span>
        </div>
      </Show>
    </section>
  );
}
