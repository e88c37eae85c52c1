/** Import: choose a file, see what it would become, then write it. Nothing is written before the last button. */
import { createMemo, createSignal, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { refusedText } from "../../i18n/exchange.ts";
import type { CsvPreview } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FileField } from "../kit/FileField.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { RoomNote } from "../safety/RoomNote.tsx";
import type { Shell } from "../shell/state.ts";
import { Dialect } from "./Dialect.tsx";
import { Preview, type Ready } from "./Preview.tsx";
import { pastedFile } from "./pasted.ts";
import { createImport, type Stage } from "./session.ts";
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
  /** Why there is nothing to press Import for. */
  const idle = (): "import.nothing" | "import.allThere" | "import.restThere" | null => {
    const counts = ready()?.counts;
    if (counts === undefined || taken() > 0) return null;
    if (counts.unchanged === 0) return "import.nothing";
    return counts.skipped + counts.rejected === 0 ? "import.allThere" : "import.restThere";
  };
  const alreadyThere = () => {
    const why = idle();
    return why === "import.nothing" ? null : why;
  };
  const refused = (): string | null => {
    const found = last();
    return found?.type === "refused" ? refusedText(t, app.language(), found.why) : null;
  };
  /** The person may still mend a refusal by choosing another encoding. */
  const mendable = (): boolean => {
    const found = last();
    return found?.type === "ready" || (found?.type === "refused" && found.why.reason === "wrongEncoding");
  };
  const working = () => {
    if (session.stopping()) return "import.stopping";
    return stage().stage === "writing" ? "import.writing" : "import.reading";
  };
  /** A question without whose answer cells could not be taken for what they are. */
  const unanswered = (): boolean => ready()?.dates?.needed === true || ready()?.decimals?.needed === true;
  const paste = (event: ClipboardEvent): void => {
    const file = stage().stage === "writing" ? null : pastedFile(event, t("reading.pasted"));
    if (file === null) return;
    event.preventDefault();
    session.choose(file);
  };
  onMount(() => document.addEventListener("paste", paste));
  onCleanup(() => document.removeEventListener("paste", paste));
  const write = async (): Promise<void> => {
    const outcome = await session.write(shell.closeImport);
    const stopped = session.stopping();
    if (outcome === null) return;
    if (outcome.type === "nothing") return void setNoneFound(true);
    if (outcome.type === "imported") {
      // The cancel came too late; else it was closed long ago, and another may be open.
      if (stopped) shell.closeImport();
      return shell.setImported(outcome);
    }
    shell.closeImport();
    if (stopped) app.notify(t("import.cancelled"));
  };
  const cancel = (): void => {
    if (stage().stage === "writing") session.cancelWriting();
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
            {(found) => (
              <span class="import-sum quiet">
                {unanswered() ? t("reading.unanswered") : t("diff.sum", found().counts)}
              </span>
            )}
          </Show>
          <Show when={stage().stage === "choose" && app.live() !== null}>
            <Button onClick={openLog}>{t("imports.title")}</Button>
            <span class="grow" />
          </Show>
          <Button tone="outline" busy={session.stopping()} onClick={cancel}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={busy() || taken() === 0 || unanswered()} onClick={write}>
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
      <Show when={noneFound() || idle() === "import.nothing"}>
        <Wrong>{t("import.nothing")}</Wrong>
      </Show>
      <Show when={alreadyThere()}>
        {(why) => (
          <p class="note" role="status">
            {t(why())}
          </p>
        )}
      </Show>
      <RoomNote app={app} file={session.file()} />
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
        <Progress label={t(working())} value={app.progress()} />
      </Show>
      <Show when={ready()}>
        {(found) => (
          <Preview
            app={app}
            preview={found()}
            alike={session.alike()}
            decisions={session.decisions()}
            mended={session.decisions().mended ?? []}
            disabled={stage().stage === "writing"}
            onDecide={session.decide}
          />
        )}
      </Show>
    </Dialog>
  );
}
