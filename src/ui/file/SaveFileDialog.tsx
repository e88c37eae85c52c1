/** Saves the whole workbook as one file, and says that it was read back and is right. */
import { onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { fileRefusalText } from "../../i18n/file.ts";
import type { SavedFile } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { download, today } from "../kit/download.ts";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { createFileTask } from "./task.ts";

export interface SaveFileDialogProps {
  readonly app: App;
  /** Begin without a further click. */
  readonly now: boolean;
  readonly onClose: () => void;
}

export function SaveFileDialog(props: SaveFileDialogProps) {
  const { app } = props;
  const { t } = app;
  const { busy, wrong, setWrong, run } = createFileTask(app);
  const take = async (saved: SavedFile): Promise<void> => {
    switch (saved.type) {
      case "cancelled":
        return;
      case "unverified":
        setWrong(t("file.save.unverified", { why: fileRefusalText(t, saved.refusal) }));
        return;
      case "file": {
        const workbook = app.state()?.workbook.settings.name ?? t("app.name");
        await download(saved.file, t("file.name", { workbook, date: today() }));
        app.safety.saved(saved.seq);
        app.notify(t("file.save.done", { rows: saved.rows }));
        props.onClose();
      }
    }
  };
  const save = (): Promise<void> =>
    run(async () => await take(await app.worker.saveFile()), t("file.save.failed"));
  onMount(() => props.now && void save());
  return (
    <Dialog
      title={t("file.save.title")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={busy()} onClick={save}>
            {t("file.save.action")}
          </Button>
        </>
      }
    >
      <p>{t("file.save.what")}</p>
      <Show when={busy()}>
        <Progress label={t("file.save.working")} value={app.progress()} />
      </Show>
      <Show when={wrong()}>{(text) => <Wrong>{text()}</Wrong>}</Show>
    </Dialog>
  );
}
