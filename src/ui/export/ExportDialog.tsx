/** Writes files for others: for whom, what of the workbook, how it will look there, and what does not fit. */
import { createMemo, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { SheetId } from "../../core/model/index.ts";
import { PRESETS } from "../../exchange/presets/index.ts";
import type { ExportMisfit } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Select } from "../kit/Select.tsx";
import { Checks } from "./Checks.tsx";
import { Columns } from "./Columns.tsx";
import { Keep, Template } from "./Keep.tsx";
import { Mapping } from "./Mapping.tsx";
import { pickTarget } from "./place.ts";
import { type Choice, createExportSession, type ExportSession, type ScopeName, TEMPLATE } from "./session.ts";
import "./export.css";

export interface ExportDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

interface PartProps {
  readonly app: App;
  readonly session: ExportSession;
}

function Choices(props: PartProps) {
  const { t } = props.app;
  const { session } = props;
  const busy = (): boolean => session.status() === "writing";
  const presets = createMemo(() => [
    ...PRESETS.map(({ id }) => ({ value: id as Choice, label: t(`preset.${id}`) })),
    ...session
      .saved()
      .flatMap(({ id, name }) =>
        name === null ? [] : [{ value: `own:${id}` as Choice, label: t("export.own", { name }) }],
      ),
    { value: TEMPLATE as Choice, label: t("preset.template") },
  ]);
  const scopes = createMemo(() =>
    (["view", "selection", "sheet", "all"] as const)
      .filter((scope) => scope !== "selection" || session.selectable)
      .map((value): { value: ScopeName; label: string } => ({ value, label: t(`export.scope.${value}`) })),
  );
  const what = (): string => {
    const choice = session.choice();
    if (choice === TEMPLATE) return t("preset.template.what");
    const preset = session.preset();
    return session.own() !== null || preset === null ? t("export.own.what") : t(`preset.${preset}.what`);
  };
  return (
    <>
      <div class="export-choices">
        <Labelled label={t("export.preset")}>
          <Select
            options={presets()}
            value={session.choice()}
            disabled={busy()}
            onChange={(next) => session.choose(next)}
          />
        </Labelled>
        <Labelled label={t("export.scope")}>
          <Select options={scopes()} value={session.scope()} disabled={busy()} onChange={session.setScope} />
        </Labelled>
      </div>
      <p class="quiet">
        {what()} <Show when={session.preview()}>{(found) => <span>{t("export.counts", found())}</span>}</Show>
      </p>
    </>
  );
}

/** Its place is held while it is on its way. */
function Sample(props: PartProps) {
  const { app, session } = props;
  const { t } = app;
  return (
    <Show when={session.preview() !== null || session.status() === "checking"}>
      <section class="export-part">
        <h3>{t("export.preview")}</h3>
        <Show
          when={session.preview()}
          fallback={
            <div class="export-sample">
              <Progress label={t("export.checking")} value={app.progress()} />
            </div>
          }
        >
          {(found) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
            <pre class="export-sample" tabIndex={0}>
              {found().lines.join("\n")}
            </pre>
          )}
        </Show>
      </section>
    </Show>
  );
}

export function ExportDialog(props: ExportDialogProps) {
  const sheet = props.app.sheet();
  return (
    <Show when={sheet}>
      {(open) => <Exporting app={props.app} sheet={open().id} onClose={props.onClose} />}
    </Show>
  );
}

function Exporting(props: ExportDialogProps & { readonly sheet: SheetId }) {
  const { app } = props;
  const { t } = app;
  const session = createExportSession(app, props.sheet);
  const writing = (): boolean => session.status() === "writing";
  const write = async (place: "download" | "disk"): Promise<void> => {
    const target =
      place === "disk" ? await pickTarget(`${session.suggestedName()}.${session.extension()}`) : null;
    if (place === "disk" && target === null) return;
    const done = await session.write(target);
    if (done === null) return;
    const { rows, leftOut } = done;
    app.notify(t("export.written", { rows, leftOut, file: target?.name ?? done.name }));
    props.onClose();
  };
  const close = (): void => {
    if (writing()) void app.worker.cancelExport();
    props.onClose();
  };
  const show = async ({ sheet, row, field }: ExportMisfit): Promise<void> => {
    if (row === null) return;
    props.onClose();
    if (!(await app.showRow(sheet, row))) {
      app.notify(t("export.hiddenRow"));
      return;
    }
    const place = await app.worker.placeOf(sheet, row);
    if (place !== null && field !== null) app.jumpTo({ sheet, place, field, takes: "keyboard" });
  };
  /** What does not fit is told before anything can be written, and no button moves while it can be pressed. */
  const unchecked = (): boolean => session.status() === "checking" && session.preview() === null;
  const blocked = (): boolean => session.request() === null || session.undecided() || unchecked();
  return (
    <Dialog
      title={t("export.title")}
      closeLabel={t("common.close")}
      onClose={close}
      wide={true}
      footer={
        <>
          <Button tone="outline" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Show when={"showSaveFilePicker" in window}>
            <Button tone="outline" disabled={writing() || blocked()} onClick={() => write("disk")}>
              {t("export.saveAs")}
            </Button>
          </Show>
          <Button tone="primary" disabled={writing() || blocked()} onClick={() => write("download")}>
            {t("export.action")}
          </Button>
        </>
      }
    >
      <Choices app={app} session={session} />
      <Show when={session.choice() === TEMPLATE}>
        <Template app={app} session={session} />
      </Show>
      <Show when={writing()}>
        <Progress label={t("export.writing")} value={app.progress()} />
      </Show>
      <Show when={session.outcome() === "failed"}>
        <Wrong>{t("export.failed")}</Wrong>
      </Show>
      <Checks app={app} session={session} onShow={show} />
      <Mapping app={app} session={session} />
      <Columns app={app} session={session} />
      <Sample app={app} session={session} />
      <Keep app={app} session={session} />
    </Dialog>
  );
}
