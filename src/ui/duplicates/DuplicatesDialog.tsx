/** Rows that may be the same customer, the surest first, and the merging of two field by field. */
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { DuplicatePair } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import { Progress } from "../kit/Progress.tsx";
import { createChoice, MergeFields } from "./MergeFields.tsx";
import "./duplicates.css";

export interface DuplicatesDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

interface PairProps {
  readonly app: App;
  readonly pair: DuplicatePair;
  readonly onMerge: () => void;
}

function Pair(props: PairProps) {
  const { t } = props.app;
  const evidence = (): string => props.pair.evidence.map((each) => t(`duplicates.by.${each}`)).join(" · ");
  return (
    <li class="duplicates-pair">
      <div class="duplicates-what">
        <span class="duplicates-names">
          {t("duplicates.pair", { first: props.pair.first.name, second: props.pair.second.name })}
        </span>
        <span class="quiet">{t("duplicates.why", { score: props.pair.score, evidence: evidence() })}</span>
      </div>
      <Button tone="outline" onClick={props.onMerge}>
        {t("duplicates.merge")}
      </Button>
    </li>
  );
}

export function DuplicatesDialog(props: DuplicatesDialogProps) {
  const { app } = props;
  const { t } = app;
  const sheet = app.sheet();
  const [found, { refetch }] = createResource(async () =>
    sheet === null ? null : await app.worker.findDuplicates(sheet.id),
  );
  const [merging, setMerging] = createSignal<DuplicatePair | null>(null);
  const [busy, setBusy] = createSignal(false);
  const choice = createMemo(() => {
    const pair = merging();
    return pair === null ? null : createChoice(pair, sheet?.fields ?? []);
  });
  const merge = async (pair: DuplicatePair): Promise<void> => {
    if (sheet === null) return;
    setBusy(true);
    const take = choice()?.taken() ?? [];
    const [keep, drop] = [pair.first.row, pair.second.row];
    const done = await app.dispatch({ type: "mergeRows", sheet: sheet.id, keep, drop, take });
    setBusy(false);
    if (!done.ok) return;
    app.notify(t("duplicates.merged"));
    setMerging(null);
    await refetch();
  };
  return (
    <Dialog
      title={merging() === null ? t("duplicates.title") : t("duplicates.mergeTitle")}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <Show
          when={merging()}
          fallback={
            <Button tone="outline" onClick={props.onClose}>
              {t("common.close")}
            </Button>
          }
        >
          {(pair) => (
            <>
              <Button tone="outline" onClick={() => setMerging(null)}>
                {t("duplicates.back")}
              </Button>
              <Button tone="primary" busy={busy()} onClick={() => merge(pair())}>
                {t("duplicates.mergeAction")}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show
        when={choice()}
        fallback={
          <>
            <Show when={found.loading}>
              <Progress label={t("duplicates.looking")} value={app.progress()} />
            </Show>
            <Show when={!found.loading && found()?.count === 0}>
              <Empty text={t("duplicates.none")} />
            </Show>
            <Show when={!found.loading && (found()?.count ?? 0) > 0}>
              <p role="status">{t("duplicates.count", { count: found()?.count ?? 0 })}</p>
              <ul class="duplicates">
                <For each={found()?.pairs}>
                  {(pair) => <Pair app={app} pair={pair} onMerge={() => setMerging(pair)} />}
                </For>
              </ul>
            </Show>
          </>
        }
      >
        {(chosen) => <MergeFields app={app} choice={chosen()} />}
      </Show>
    </Dialog>
  );
}
