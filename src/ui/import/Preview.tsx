/** What a file would become: how its rows are recognised, what happens to each of them, and what was noticed. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { noteText } from "../../i18n/exchange.ts";
import { momentText } from "../../i18n/time.ts";
import type { AlikeLines, CsvPreview, ImportHints } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dates } from "./Dates.tsx";
import { Decimals } from "./Decimals.tsx";
import { DiffTable } from "./DiffTable.tsx";
import { LeftOut } from "./LeftOut.tsx";
import type { ReadingDecisions } from "./lines.ts";
import { Matching } from "./Matching.tsx";
import { Returned } from "./Returned.tsx";

export type Ready = Extract<CsvPreview, { type: "ready" }>;

interface PreviewProps {
  readonly app: App;
  readonly preview: Ready;
  readonly alike: AlikeLines;
  readonly disabled: boolean;
  readonly mended: NonNullable<ImportHints["mended"]>;
  readonly decisions: ReadingDecisions & Pick<ImportHints, "mapping" | "dayOrder" | "decimal">;
  readonly onDecide: (
    part: Pick<
      ImportHints,
      | "mapping"
      | "key"
      | "action"
      | "blanks"
      | "mended"
      | "returned"
      | "anew"
      | "keep"
      | "leave"
      | "dayOrder"
      | "decimal"
    >,
  ) => void;
}

export function Preview(props: PreviewProps) {
  const { app } = props;
  const { t } = app;
  const leaveAlike = (): void =>
    props.onDecide({ leave: [...(props.decisions.leave ?? []), ...props.alike.spare] });
  return (
    <>
      <Show when={props.preview.before}>
        {(time) => (
          <p class="note" data-tone="wrong" role="status">
            {t("import.before", { moment: momentText(app.locale().tag, time(), Date.now()) })}
          </p>
        )}
      </Show>
      <Show when={props.preview.returned}>{(found) => <Returned {...props} returned={found()} />}</Show>
      <Show when={props.preview.remembered}>
        <p class="import-remembered">
          <span class="quiet">{t("import.remembered")}</span>
          <Button disabled={props.disabled} onClick={() => props.onDecide({ anew: true })}>
            {t("import.anew")}
          </Button>
        </p>
      </Show>
      <Dates
        app={app}
        preview={props.preview}
        decided={props.decisions.dayOrder !== undefined}
        disabled={props.disabled}
        onDecide={props.onDecide}
      />
      <Decimals
        app={app}
        preview={props.preview}
        decided={props.decisions.decimal !== undefined}
        disabled={props.disabled}
        onDecide={props.onDecide}
      />
      <LeftOut
        app={app}
        how={props.preview.how}
        decisions={props.decisions}
        disabled={props.disabled}
        onDecide={props.onDecide}
      />
      <Show when={props.preview.keyFields.length > 0}>
        <Matching {...props} />
      </Show>
      <Show when={props.alike.lines.length > 0}>
        <p class="import-remembered" role="status">
          <span>
            {t("diff.alikeNote", { count: props.alike.lines.length, spare: props.alike.spare.length })}
          </span>
          <Button tone="outline" disabled={props.disabled} onClick={leaveAlike}>
            {t("diff.leaveAlike")}
          </Button>
        </p>
      </Show>
      <DiffTable {...props} />
      <Show when={props.preview.firstRejected}>
        {(line) => (
          <p class="quiet">{t("import.rejected", { count: props.preview.counts.rejected, line: line() })}</p>
        )}
      </Show>
      <Show when={props.preview.notes.length > 0}>
        <div class="import-part">
          <h3>{t("import.notes")}</h3>
          <ul class="import-list">
            <For each={props.preview.notes}>{(note) => <li>{noteText(t, app.language(), note)}</li>}</For>
          </ul>
        </div>
      </Show>
    </>
  );
}
