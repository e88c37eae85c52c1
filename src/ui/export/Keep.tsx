/** The receiver's own empty file, and presets of the owner's own. */
import { createEffect, createMemo, createSignal, Show } from "solid-js";
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
        accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain"
        disabled={session.status() === "writing"}
        onChoose={(chosen) => void choose(chosen)}
      />
      <Show when={refused()}>
        <Wrong>{t("export.template.refused")}</Wrong>
      </Show>
    </section>
  );
}

/** A preset of the owner's own: kept, and when it is chosen, changed, renamed, kept as another or removed. */
export function Keep(props: KeepProps) {
  const { app, session } = props;
  const { t } = app;
  const [name, setName] = createSignal("");
  const wanted = (): string => name().trim();
  const writable = (): boolean => app.live() !== null && app.past() === null;
  /** The one of that name that is not the chosen one. */
  const namesake = createMemo(() =>
    session.saved().find((each) => each.name === wanted() && each.id !== session.own()?.id),
  );
  createEffect(() => setName(session.own()?.name ?? ""));
  let part: HTMLDetailsElement | undefined;
  // What was changed may be meant to last.
  createEffect(() => {
    if (part !== undefined && session.own() !== null && session.changed()) part.open = true;
  });
  const save = async (): Promise<void> => {
    const own = session.own();
    if (own !== null && (await session.keep(wanted(), own.id)))
      app.notify(t("export.keep.saved", { name: wanted() }));
  };
  const add = async (): Promise<void> => {
    const kept = wanted();
    if (await session.keep(kept, namesake()?.id)) app.notify(t("export.kept", { name: kept }));
  };
  const named = (): boolean => wanted() !== "";
  const addLabel = (): string => {
    if (namesake() !== undefined) return t("export.keep.replace");
    return session.own() === null ? t("export.keep.action") : t("export.keep.another");
  };
  return (
    <Show when={writable() && session.request() !== null}>
      <details ref={part} class="export-part">
        <summary>{t(session.own() === null ? "export.keep" : "export.keep.own")}</summary>
        <div class="export-keep">
          <Labelled label={t("export.keep.name")}>
            <TextField
              value={name()}
              onText={setName}
              problem={namesake() === undefined ? null : t("export.keep.taken")}
            />
          </Labelled>
          <div class="export-keep-actions">
            <Show when={session.own()}>
              {(own) => (
                <Button
                  tone="outline"
                  disabled={
                    !named() ||
                    namesake() !== undefined ||
                    (!session.changed() && wanted() === (own().name ?? ""))
                  }
                  onClick={() => void save()}
                >
                  {t("export.keep.save")}
                </Button>
              )}
            </Show>
            <Button
              tone="outline"
              disabled={!named() || wanted() === session.own()?.name}
              onClick={() => void add()}
            >
              {addLabel()}
            </Button>
            <Show when={session.own() !== null}>
              <Button tone="danger" onClick={() => void session.remove()}>
                {t("export.keep.remove")}
              </Button>
            </Show>
          </div>
        </div>
      </details>
    </Show>
  );
}
