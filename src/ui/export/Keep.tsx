/** The receiver's own empty file, and presets of the owner's own. */
import { createSignal, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import { FileField } from "../kit/FileField.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { TextField } from "../kit/TextField.tsx";
import type { ExportSession } from "./session.ts";

interface KeepProps {
  readonly app: App;
  readonly session: ExportSession;
}

export function Template(props: KeepProps) {
  const { app, session } = props;
  const { t } = app;
  const [file, setFile] = createSignal<string | null>(null);
  const [refused, setRefused] = createSignal(false);
  const choose = async (chosen: File): Promise<void> => {
    const read = await app.worker.readTemplate(chosen);
    setFile(chosen.name);
    setRefused(read.type === "refused");
    if (read.type === "read") session.setTemplate(read.template);
  };
  return (
    <section class="export-part">
      <p class="quiet">{t("export.template.hint")}</p>
      <FileField
        label={t("export.template")}
        chooseLabel={t("file.choose")}
        shown={file() ?? t("export.template.none")}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        disabled={session.status() === "writing"}
        onChoose={(chosen) => void choose(chosen)}
      />
      <Show when={refused()}>
        <Wrong>{t("export.template.refused")}</Wrong>
      </Show>
    </section>
  );
}

export function Keep(props: KeepProps) {
  const { app, session } = props;
  const { t } = app;
  const [name, setName] = createSignal("");
  const writable = (): boolean => app.live() !== null && app.past() === null;
  const keep = async (): Promise<void> => {
    const wanted = name().trim();
    if (wanted !== "" && (await session.keep(wanted))) {
      app.notify(t("export.kept", { name: wanted }));
      setName("");
    }
  };
  return (
    <Show when={writable() && session.request() !== null}>
      <details class="export-part">
        <summary>{t("export.keep")}</summary>
        <div class="export-keep">
          <Labelled label={t("export.keep.name")}>
            <TextField value={name()} onText={setName} />
          </Labelled>
          <Button tone="outline" disabled={name().trim() === ""} onClick={() => void keep()}>
            {t("export.keep.action")}
          </Button>
          <Show when={session.own() !== null}>
            <Button tone="danger" onClick={() => void session.remove()}>
              {t("export.keep.remove")}
            </Button>
          </Show>
        </div>
      </details>
    </Show>
  );
}
