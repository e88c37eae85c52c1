/** Rows that may be the same customer, the surest first: merged field by field, or said to be no duplicates. */
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { RowId } from "../../core/model/index.ts";
import type { Command, DuplicateGroup } from "../../worker/api.ts";
import { answerOrNull } from "../kit/asking.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import { Progress } from "../kit/Progress.tsx";
import { ApartList } from "./ApartList.tsx";
import { createChoice } from "./choice.ts";
import { MergeFields } from "./MergeFields.tsx";
import { groupText, namesText, uncomparedText } from "./words.ts";
import "../kit/entries.css";
import "./duplicates.css";

export interface DuplicatesDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

interface GroupProps {
  readonly app: App;
  readonly group: DuplicateGroup;
  /** They are being looked for anew, and this may be another one then. */
  readonly busy: boolean;
  readonly onMerge: () => void;
  readonly onApart: () => void;
}

function Group(props: GroupProps) {
  const { t } = props.app;
  return (
    <li class="entry">
      <div class="entry-what">
        <span class="entry-title">{namesText(props.app, props.group.rows, props.group.all.length)}</span>
        <span class="quiet">{groupText(props.app, props.group)}</span>
      </div>
      <div class="entry-acts">
        <Button busy={props.busy} onClick={props.onApart}>
          {t("duplicates.apart")}
        </Button>
        <Button tone="outline" busy={props.busy} onClick={props.onMerge}>
          {t("duplicates.merge")}
        </Button>
      </div>
    </li>
  );
}

export function DuplicatesDialog(props: DuplicatesDialogProps) {
  const { app } = props;
  const { t } = app;
  const sheet = app.sheet();
  const [found, { refetch }] = createResource(async () =>
    sheet === null ? null : await answerOrNull(app, app.worker.findDuplicates(sheet.id)),
  );
  const [merging, setMerging] = createSignal<DuplicateGroup | null>(null);
  const [busy, setBusy] = createSignal(false);
  const choice = createMemo(() => {
    const group = merging();
    return group === null ? null : createChoice(group, sheet?.fields ?? []);
  });
  const uncompared = (): string | null => {
    const all = found.latest;
    return all === null || all === undefined ? null : uncomparedText(app, all.uncompared);
  };
  /** What may be merged is found anew after each command. */
  const run = async (command: Command, done: string): Promise<void> => {
    setBusy(true);
    const result = await answerOrNull(app, app.dispatch(command));
    setBusy(false);
    if (result?.ok !== true) return;
    app.notify(done);
    setMerging(null);
    await refetch();
  };
  const merge = async (): Promise<void> => {
    const rows = choice()?.rows() ?? [];
    const [keep, ...drop] = rows.map(({ row }) => row);
    if (sheet === null || keep === undefined) return;
    const take = choice()?.takes() ?? [];
    await run(
      { type: "mergeRows", sheet: sheet.id, keep, drop, take },
      t("duplicates.merged", { count: rows.length }),
    );
  };
  const tell = (type: "keepApart" | "forgetApart", rows: readonly RowId[]): Promise<void> =>
    sheet === null ? Promise.resolve() : run({ type, sheet: sheet.id, rows }, t(`duplicates.done.${type}`));
  return (
    <Dialog
      title={
        merging() === null
          ? t("duplicates.title")
          : t("duplicates.mergeTitle", { count: choice()?.rows().length ?? 0 })
      }
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
          {(group) => (
            <>
              <Button tone="outline" onClick={() => setMerging(null)}>
                {t("duplicates.back")}
              </Button>
              <span class="grow" />
              <Button tone="outline" onClick={() => tell("keepApart", group().all)}>
                {t("duplicates.apart")}
              </Button>
              <Button tone="primary" busy={busy()} onClick={merge}>
                {t("duplicates.mergeAction")}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show
        when={choice()}
        keyed={true}
        fallback={
          <>
            <Show when={found.latest === undefined}>
              <Progress label={t("duplicates.looking")} value={app.progress()} />
            </Show>
            <Show when={found.latest?.count === 0}>
              <Empty text={t("duplicates.none")} />
            </Show>
            <Show when={uncompared()}>{(text) => <p class="quiet duplicates-uncompared">{text()}</p>}</Show>
            <Show when={(found.latest?.count ?? 0) > 0}>
              <p role="status">{t("duplicates.count", { count: found.latest?.count ?? 0 })}</p>
              <ul class="entries">
                <For each={found.latest?.groups}>
                  {(group) => (
                    <Group
                      app={app}
                      group={group}
                      busy={busy() || found.loading}
                      onMerge={() => setMerging(group)}
                      onApart={() => tell("keepApart", group.all)}
                    />
                  )}
                </For>
              </ul>
            </Show>
            <ApartList
              app={app}
              apart={found.latest?.apart ?? []}
              onForget={(rows) => tell("forgetApart", rows)}
            />
          </>
        }
      >
        {(chosen) => <MergeFields app={app} choice={chosen} />}
      </Show>
    </Dialog>
  );
}
