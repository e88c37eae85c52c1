/** The imports that were done into this workbook, and the way to turn one back, however long ago it was. */
import { createResource, createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { findSheet } from "../../core/model/index.ts";
import { momentText } from "../../i18n/time.ts";
import { refusalText } from "../../i18n/wording.ts";
import type { ImportRecord } from "../../worker/api.ts";
import { answerOrNull } from "../kit/asking.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import { UndoImport } from "./UndoImport.tsx";
import "../kit/entries.css";
import "./log.css";

export interface ImportLogDialogProps {
  readonly app: App;
  /** The journal's entry of the import that is to be turned back; null: none in particular. */
  readonly wanted: number | null;
  readonly onUndone: () => void;
  readonly onClose: () => void;
}

const countsText = ({ t }: App, record: ImportRecord): string => {
  const { added, updated, rejected, unchanged = 0, skipped = 0, excluded = 0 } = record;
  return t("imports.counts", { added, updated, unchanged, left: rejected + skipped + excluded });
};

interface EntryProps {
  readonly app: App;
  readonly record: ImportRecord;
  readonly onUndo: () => void;
}

function Entry(props: EntryProps) {
  const { app } = props;
  const { t } = app;
  const moment = (time: number): string => momentText(app.locale().tag, time, Date.now());
  const sheet = (): string => {
    const workbook = app.live()?.workbook;
    return (workbook && findSheet(workbook, props.record.sheet)?.name) ?? "";
  };
  return (
    <li class="entry">
      <div class="entry-what">
        <span class="entry-title">{props.record.file}</span>
        <span class="quiet">
          {[moment(props.record.time), sheet()].filter((part) => part !== "").join(" · ")}
        </span>
        <span>{countsText(app, props.record)}</span>
      </div>
      <Show
        when={props.record.turnedBack}
        fallback={
          <Button tone="outline" onClick={props.onUndo}>
            {t("imports.undo")}
          </Button>
        }
      >
        {(time) => <span class="quiet">{t("imports.turnedBack", { moment: moment(time()) })}</span>}
      </Show>
    </li>
  );
}

export function ImportLogDialog(props: ImportLogDialogProps) {
  const { app } = props;
  const { t } = app;
  const [records] = createResource(() => answerOrNull(app, app.worker.importLog()));
  const [chosen, setChosen] = createSignal(props.wanted);
  const [possible, setPossible] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const record = (): ImportRecord | null => records()?.find(({ seq }) => seq === chosen()) ?? null;
  const choose = (seq: number | null): void => {
    setPossible(false);
    setChosen(seq);
  };
  const undo = async (seq: number): Promise<void> => {
    setBusy(true);
    try {
      const undone = await app.worker.undoImport(seq);
      if (undone.type === "refused") return app.notify(refusalText(t, undone.refusal), "wrong");
      app.notify(t("imports.done", { ...undone, kept: undone.keptCount }));
      props.onUndone();
      props.onClose();
    } catch {
      app.notify(t("notice.unexpected"), "wrong");
    } finally {
      setBusy(false);
    }
  };
  const title = (): string => {
    const one = record();
    return one === null ? t("imports.title") : t("imports.undoTitle", { file: one.file });
  };
  return (
    <Dialog
      title={title()}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <Show
          when={record()}
          fallback={
            <Button tone="outline" onClick={props.onClose}>
              {t("common.close")}
            </Button>
          }
        >
          {(one) => (
            <>
              <Button tone="outline" onClick={() => choose(null)}>
                {t("imports.all")}
              </Button>
              <span class="grow" />
              <Button tone="outline" onClick={props.onClose}>
                {t("common.cancel")}
              </Button>
              <Button tone="primary" busy={busy()} disabled={!possible()} onClick={() => undo(one().seq)}>
                {t("imports.undoAction")}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show
        when={record()}
        fallback={
          <Show when={records()}>
            {(all) => (
              <Show when={all().length > 0} fallback={<Empty text={t("imports.none")} />}>
                <ul class="entries">
                  <For each={all()}>
                    {(each) => <Entry app={app} record={each} onUndo={() => choose(each.seq)} />}
                  </For>
                </ul>
              </Show>
            )}
          </Show>
        }
      >
        {(one) => <UndoImport app={app} record={one()} onKnown={setPossible} />}
      </Show>
    </Dialog>
  );
}
