/** What was said to be no duplicates, out of sight until asked for, to be offered again. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { RowId } from "../../core/model/index.ts";
import type { ApartRows } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { namesText } from "./words.ts";

export interface ApartListProps {
  readonly app: App;
  readonly apart: readonly ApartRows[];
  readonly onForget: (rows: readonly RowId[]) => void;
}

export function ApartList(props: ApartListProps) {
  const { app } = props;
  const { t } = app;
  return (
    <Show when={props.apart.length > 0}>
      <details class="duplicates-apart">
        <summary>{t("duplicates.apartCount", { count: props.apart.length })}</summary>
        <ul class="entries">
          <For each={props.apart}>
            {({ rows }) => (
              <li class="entry">
                <div class="entry-what">
                  <span class="entry-title">{namesText(app, rows, rows.length)}</span>
                </div>
                <Button tone="outline" onClick={() => props.onForget(rows.map(({ row }) => row))}>
                  {t("duplicates.offer")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
