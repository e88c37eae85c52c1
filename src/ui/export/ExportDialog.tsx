/** Writes what is on the screen as a CSV: the rows and columns shown, in their order. */
import { createSignal, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { columnsOf } from "../../core/model/index.ts";
import { PRESETS, type PresetId } from "../../exchange/presets.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { download, today } from "../kit/download.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Select } from "../kit/Select.tsx";

export interface ExportDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

export function ExportDialog(props: ExportDialogProps) {
  const { app } = props;
  const { t } = app;
  const [preset, setPreset] = createSignal<PresetId>("excel");
  const [busy, setBusy] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  const columns = () => {
    const sheet = app.sheet();
    const view = app.view();
    return sheet === null || view === null ? [] : columnsOf(sheet, view);
  };
  const hidden = (): number => columns().filter((column) => column.hidden).length;
  const what = (): string => {
    const counts = app.counts();
    if (counts === null) return "";
    const shown = columns().length - hidden();
    return counts.matching === counts.total
      ? t("export.all", { total: counts.total, columns: shown })
      : t("export.some", { ...counts, columns: shown });
  };
  const write = async (): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null) return;
    setBusy(true);
    setFailed(false);
    try {
      const blob = await app.worker.exportCsv(sheet.id, preset());
      if (blob === null) return;
      download(blob, t("export.fileName", { sheet: sheet.name, date: today() }));
      props.onClose();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("export.title")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={busy()} onClick={write}>
            {t("export.action")}
          </Button>
        </>
      }
    >
      <p>
        {what()}
        <Show when={hidden() > 0}>
          {" "}
          <span class="quiet">{t("export.hidden", { count: hidden() })}</span>
        </Show>
      </p>
      <Labelled label={t("export.preset")}>
        <Select
          options={PRESETS.map(({ id }) => ({ value: id, label: t(`preset.${id}`) }))}
          value={preset()}
          disabled={busy()}
          onChange={setPreset}
        />
      </Labelled>
      <p class="quiet">{t(`preset.${preset()}.what`)}</p>
      <Show when={busy()}>
        <Progress label={t("export.writing")} value={app.progress()} />
      </Show>
      <Show when={failed()}>
        <Wrong>{t("export.failed")}</Wrong>
      </Show>
    </Dialog>
  );
}
