/** Backups into a folder: whether there are any, what hinders them, and the button that mends it. */
import { createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Remedy } from "../../app/standing.ts";
import type { MessageKey } from "../../i18n/index.ts";
import { Button } from "../kit/Button.tsx";
import { Wrong } from "../kit/Note.tsx";

interface Action {
  readonly label: MessageKey;
  /** What it is where it mends something. */
  readonly remedy?: Remedy;
  readonly run: () => Promise<unknown>;
}

/** What can be done; what is needed first comes first. */
function actionsOf({ backups }: App): readonly Action[] {
  const choose = { label: "backup.other", remedy: "other", run: backups.choose } as const;
  const stop = { label: "backup.stop", run: backups.stop } as const;
  switch (backups.folder().type) {
    case "unsupported":
      return [];
    case "none":
      return [{ label: "backup.choose", remedy: "choose", run: backups.choose }];
    case "asking":
      return [{ label: "backup.allow", remedy: "allow", run: backups.allow }, choose, stop];
    case "chosen":
      return [{ label: "backup.now", remedy: "backUp", run: backups.backUp }, choose, stop];
  }
}

function folderText({ backups, t }: App): string {
  const folder = backups.folder();
  switch (folder.type) {
    case "unsupported":
      return t("backup.unsupported");
    case "none":
      return t("backup.none");
    case "asking":
      return t("backup.asking", { folder: folder.name });
    case "chosen":
      return t("backup.chosen", { folder: folder.name });
  }
}

export function BackupSection(props: { readonly app: App }) {
  const { backups, safety, standing, t } = props.app;
  const [told, setTold] = createSignal("");
  const carryOut = async ({ run }: Action): Promise<void> => {
    setTold("");
    await run();
    const folder = backups.folder();
    const done = folder.type === "chosen" && backups.failure() === null && safety.changes() === 0;
    if (done) setTold(t("backup.done", { folder: folder.name }));
  };
  return (
    <section class="backup-section" aria-label={t("backup.title")}>
      <h3>{t("backup.title")}</h3>
      <p>{folderText(props.app)}</p>
      <Show when={backups.failure()}>{(why) => <Wrong>{t(`backup.${why()}`)}</Wrong>}</Show>
      <div class="backup-actions">
        <For each={actionsOf(props.app)}>
          {(action) => (
            <Button
              tone={action.remedy === standing.remedy() ? "primary" : "outline"}
              disabled={backups.working()}
              onClick={() => void carryOut(action)}
            >
              {t(action.label)}
            </Button>
          )}
        </For>
        <span class="quiet" role="status">
          {backups.working() ? t("backup.working") : told()}
        </span>
      </div>
    </section>
  );
}
