/** What protects the workbook, in plain words; of its buttons, the one that mends most stands out. */
import { onMount, Show } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import type { Shell } from "../shell/state.ts";
import { BackupSection } from "./BackupSection.tsx";
import { fileText, roomText } from "./words.ts";

interface SafetyPopoverProps {
  readonly shell: Shell;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

export function SafetyPopover(props: SafetyPopoverProps) {
  const { app } = props.shell;
  const { t, safety, standing } = app;
  onMount(safety.look);
  const asks = (): boolean => standing.remedy() === "persist";
  const mend = async (): Promise<void> => {
    if (asks()) return safety.persist();
    props.onClose();
    props.shell.setSavingFile("now");
  };
  return (
    <Popover title={t("safety.title")} anchor={props.anchor} onClose={props.onClose}>
      <div class="safety-panel">
        <ul>
          <li>{t("safety.inBrowser")}</li>
          <li>{t(safety.room()?.persistent === true ? "safety.persistent" : "safety.notPersistent")}</li>
          <Show when={roomText(app)}>{(text) => <li>{text()}</li>}</Show>
          <li>{fileText(app)}</li>
        </ul>
        <Show when={safety.refused()}>
          <p class="quiet" role="status">
            {t("safety.refused")}
          </p>
        </Show>
        <Button tone={asks() || standing.remedy() === "file" ? "primary" : "outline"} onClick={mend}>
          {t(asks() ? "safety.persist" : "safety.saveFile")}
        </Button>
        <BackupSection app={app} />
      </div>
    </Popover>
  );
}
