/** Import: choose a file, see what it would become, then write it. Nothing is written before the last button. */
import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { DELIMITERS, ENCODINGS } from "../../exchange/api.ts";
import { delimiterName, encodingName, refusedText } from "../../i18n/exchange.ts";
import type { CsvPreview } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FileField } from "../kit/FileField.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Select } from "../kit/Select.tsx";
import type { Shell } from "../shell/state.ts";
import { Preview, type Ready } from "./Preview.tsx";
import { createImport, type Decisions, type Stage } from "./session.ts";
import "./import.css";

export interface ImportDialogProps {
  readonly shell: Shell;
  readonly file: File | null;
}

/** What the worker last said of the file, while it is read again or written too. */
function lastOf(stage: Stage): CsvPreview | null {
  switch (stage.stage) {
    case "choose":
    case "failed":
      return null;
    case "preview":
      return stage.preview;
    case "reading":
    case "writing":
      return stage.last;
  }
}

interface DialectProps {
  readonly app: App;
  readonly preview: CsvPreview | null;
  readonly decisions: Decisions;
  readonly disabled: boolean;
  readonly onDecide: (part: Decisions) => void;
}

function Dialect(props: DialectProps) {
  const { t } = props.app;
  const ready = (): Ready | null => (props.preview?.type === "ready" ? props.preview : null);
  const refusedFor = () =>
    props.preview?.type === "refused" && props.preview.why.reason === "wrongEncoding"
      ? props.preview.why.encoding
      : undefined;
  const encoding = () => props.decisions.encoding ?? ready()?.encoding ?? refusedFor() ?? "utf-8";
  const delimiter = () => props.decisions.delimiter ?? ready()?.delimiter ?? ",";
  const header = (): boolean =>
    props.decisions.header ?? !(ready()?.notes.some((note) => note.note === "noHeader") ?? false);
  /** What is no text has neither an encoding nor a delimiter; a workbook has sheets. */
  const origin = () => ready()?.origin ?? null;
  const sheets = () => origin()?.sheets ?? [];
  return (
    <div class="import-dialect">
      <Show when={sheets().length > 1}>
        <Labelled label={t("import.sheetName")}>
          <Select
            options={sheets().map((value) => ({ value, label: value }))}
            value={origin()?.sheet ?? ""}
            disabled={props.disabled}
            onChange={(sheetName) => props.onDecide({ sheetName })}
          />
        </Labelled>
      </Show>
      <Show when={origin() === null}>
        <Labelled label={t("import.encoding")}>
          <Select
            options={ENCODINGS.map((value) => ({ value, label: encodingName(t, value) }))}
            value={encoding()}
            disabled={props.disabled}
            onChange={(value) => props.onDecide({ encoding: value })}
          />
        </Labelled>
        <Labelled label={t("import.delimiter")}>
          <Select
            options={DELIMITERS.map((value) => ({ value, label: delimiterName(t, value) }))}
            value={delimiter()}
            disabled={props.disabled}
            onChange={(value) => props.onDecide({ delimiter: value })}
          />
        </Labelled>
      </Show>
      <div class="import-header">
        <Check
          checked={header()}
          disabled={props.disabled}
          onChange={(checked) => props.onDecide({ header: checked })}
        >
          {t("import.header")}
        </Check>
      </div>
    </div>
  );
}

export function ImportDialog(props: ImportDialogProps) {
  const { shell } = props;
  const { app } = shell;
  const { t } = app;
  const [noneFound, setNoneFound] = createSignal(false);
  const session = createImport(app, () => props.file);
  const { stage } = session;
  const last = createMemo(() => lastOf(stage()));
  const busy = (): boolean => stage().stage === "reading" || stage().stage === "writing";
  const ready = (): Ready | null => {
    const found = last();
    return found?.type === "ready" ? found : null;
  };
  /** Rows that the import would write to. */
  const taken = (): number => {
    const counts = ready()?.counts;
    return counts === undefined ? 0 : counts.added + counts.updated;
  };
  /** What is there already just so is worth a sentence of its own, beside the counts. */
  const nothing = (): boolean => taken() === 0 && (ready()?.counts.unchanged ?? 0) === 0;
  const refused = (): string | null => {
    const found = last();
    return found?.type === "refused" ? refusedText(t, app.language(), found.why) : null;
  };
  /** The person may still mend a refusal by choosing another encoding. */
  const mendable = (): boolean => {
    const found = last();
    return found?.type === "ready" || (found?.type === "refused" && found.why.reason === "wrongEncoding");
  };
  const write = async (): Promise<void> => {
    const outcome = await session.write();
    if (outcome === null) return;
    if (outcome.type === "nothing") return void setNoneFound(true);
    shell.closeImport();
    if (outcome.type === "imported") shell.setImported(outcome);
  };
  const cancel = (): void => {
    if (stage().stage === "writing") void session.cancelWriting();
    else shell.closeImport();
  };
  const openLog = (): void => {
    shell.closeImport();
    shell.openImportLog(null);
  };
  return (
    <Dialog
      title={t("import.title")}
      closeLabel={t("common.close")}
      wide={true}
      onClose={cancel}
      footer={
        <>
          <Show when={ready()}>
            {(found) => <span class="import-sum quiet">{t("diff.sum", found().counts)}</span>}
          </Show>
          <Show when={stage().stage === "choose" && app.live() !== null}>
            <Button onClick={openLog}>{t("imports.title")}</Button>
            <span class="grow" />
          </Show>
          <Button tone="outline" onClick={cancel}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={busy() || taken() === 0} onClick={write}>
            {t("import.action")}
          </Button>
        </>
      }
    >
      <FileField
        label={t("import.file")}
        chooseLabel={t("file.choose")}
        shown={session.file()?.name ?? t("file.none")}
        accept=".csv,.tsv,.txt,.tab,text/csv,text/plain,text/tab-separated-values,.xlsx,.xls,.vcf,text/vcard"
        disabled={stage().stage === "writing"}
        onChoose={session.choose}
      />
      <Switch>
        <Match when={stage().stage === "choose"}>
          <p class="quiet">{t("import.hint")}</p>
        </Match>
        <Match when={stage().stage === "failed"}>
          <Wrong>{t("import.failed")}</Wrong>
        </Match>
        <Match when={refused()}>{(text) => <Wrong>{text()}</Wrong>}</Match>
      </Switch>
      <Show when={noneFound() || (ready() !== null && nothing())}>
        <Wrong>{t("import.nothing")}</Wrong>
      </Show>
      <Show when={mendable()}>
        <Dialect
          app={app}
          preview={last()}
          decisions={session.decisions()}
          disabled={stage().stage === "writing"}
          onDecide={session.decide}
        />
      </Show>
      <Show when={busy()}>
        <Progress
          label={t(stage().stage === "writing" ? "import.writing" : "import.reading")}
          value={app.progress()}
        />
      </Show>
      <Show when={ready()}>
        {(found) => (
          <Preview
            app={app}
            preview={found()}
            mended={session.decisions().mended ?? []}
            disabled={stage().stage === "writing"}
            onDecide={session.decide}
          />
        )}
      </Show>
    </Dialog>
  );
}
