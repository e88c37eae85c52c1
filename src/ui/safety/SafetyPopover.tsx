/** What protects the workbook, in plain words, and one button for what is missing most. */
import { createMemo, createSignal, Show } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import type { Shell } from "../shell/state.ts";
import { BackupSection } from "./BackupSection.tsx";
import { fileText } from "./words.ts";

interface SafetyPopoverProps {
  readonly shell: Shell;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

const MEGABYTE = 1e6;
/** From here on there is nothing to tell, and Chromium says 10 GiB whatever the disk has. */
const ROOM_ENOUGH = 5e9;

export function SafetyPopover(props: SafetyPopoverProps) {
  const { app } = props.shell;
  const { t, safety } = app;
  const [refused, setRefused] = createSignal(false);
  const room = (): string | null => {
    const left = safety.room()?.left ?? null;
    if (left === null || left >= ROOM_ENOUGH) return null;
    const megabytes = Math.max(0, Math.floor(left / MEGABYTE));
    return t(safety.level() === "bad" && megabytes < 200 ? "safety.littleRoom" : "safety.room", {
      megabytes,
    });
  };
  /** The most needed first; a browser that refuses once is not asked again. */
  const missing = createMemo(() =>
    safety.room()?.persistent === false && !refused() && safety.changes() === 0 ? "persist" : "file",
  );
  const mend = async (): Promise<void> => {
    if (missing() === "persist") {
      setRefused(!(await safety.persist()));
      return;
    }
    props.onClose();
    props.shell.setSavingFile(true);
  };
  return (
    <Popover title={t("safety.title")} anchor={props.anchor} onClose={props.onClose}>
      <div class="safety-panel">
        <ul>
          <li>{t("safety.inBrowser")}</li>
          <li>{t(safety.room()?.persistent === true ? "safety.persistent" : "safety.notPersistent")}</li>
          <Show when={room()}>{(text) => <li>{text()}</li>}</Show>
          <li>{fileText(app)}</li>
        </ul>
        <Show when={refused()}>
          <p class="quiet" role="status">
            {t("safety.refused")}
          </p>
        </Show>
        <Button tone="primary" onClick={mend}>
          {t(missing() === "persist" ? "safety.persist" : "safety.saveFile")}
        </Button>
        <BackupSection app={app} />
      </div>
    </Popover>
  );
}
