/** Opens a workbook file, in the place of the workbook that is open; one that is damaged is refused with the place. */
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { restart } from "../../app/restart.ts";
import { tightForFile } from "../../app/room.ts";
import { fileRefusalText } from "../../i18n/file.ts";
import { momentText } from "../../i18n/time.ts";
import { openFailureText } from "../../i18n/wording.ts";
import type { OpenedFile } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FileField } from "../kit/FileField.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { RoomNote } from "../safety/RoomNote.tsx";
import { createFileTask } from "./task.ts";

export interface OpenFileDialogProps {
  readonly app: App;
  /** Dropped on the page. */
  readonly file: File | null;
  readonly onClose: () => void;
}

export function OpenFileDialog(props: OpenFileDialogProps) {
  const { app } = props;
  const { t } = app;
  const { busy, wrong, setWrong, run } = createFileTask(app);
  const [chosen, setChosen] = createSignal<File | null>(null);
  /** There may not be room for it: it waits for a second word. */
  const [doubtful, setDoubtful] = createSignal<File | null>(null);
  const take = (opened: OpenedFile): void => {
    switch (opened.type) {
      case "cancelled":
        return;
      case "refused":
        setWrong(fileRefusalText(t, opened.refusal));
        return;
      case "unsaved":
        setWrong(t("file.open.unsaved"));
        return;
      case "failed":
        setWrong(t("file.open.notKept", { why: openFailureText(t, opened.failure) }));
        return;
      case "opened": {
        const when = momentText(app.locale().tag, opened.saved, Date.now());
        const done = t("file.open.done", { rows: opened.rows, when });
        if (opened.restart !== null) restart(opened.restart.note, done);
        else {
          app.notify(done);
          props.onClose();
        }
      }
    }
  };
  const choose = async (file: File): Promise<void> => {
    setChosen(file);
    setDoubtful(null);
    const tight = await tightForFile(file);
    if (chosen() !== file) return;
    if (tight === null) return open(file);
    setDoubtful(file);
  };
  onCleanup(() => setChosen(null));
  const open = (file: File): Promise<void> => {
    setDoubtful(null);
    return run(async () => take(await app.worker.openFile(file)), t("file.open.failed"));
  };
  const openDropped = (file: File | null): void => {
    if (file !== null && !busy()) void choose(file);
  };
  createEffect(on(() => props.file, openDropped));
  return (
    <Dialog
      title={t("start.open")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Show when={doubtful()}>
            {(file) => (
              <Button tone="primary" onClick={() => void open(file())}>
                {t("room.anyway")}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <p>{t("file.open.what")}</p>
      <Show when={app.live()}>
        {(open) => <p class="quiet">{t("file.open.other", { workbook: open().workbook.settings.name })}</p>}
      </Show>
      <FileField
        label={t("file.open.file")}
        chooseLabel={t("file.choose")}
        shown={chosen()?.name ?? t("file.none")}
        accept=".tierbook,.zip"
        disabled={busy()}
        onChoose={(file) => void choose(file)}
      />
      <RoomNote app={app} file={chosen()} />
      <Show when={busy()}>
        <Progress label={t("file.open.working")} value={app.progress()} />
      </Show>
      <Show when={wrong()}>{(text) => <Wrong>{text()}</Wrong>}</Show>
    </Dialog>
  );
}
