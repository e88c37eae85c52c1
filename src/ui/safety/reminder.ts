/** One notice when the data is no longer safe enough, with the one thing that mends it. */
import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import type { App, Notice } from "../../app/app.ts";
import type { Shell } from "../shell/state.ts";
import { fileText, littleRoomText } from "./words.ts";

/** A backup is made by itself in a moment, with whatever is missing in it. */
const mendsItself = ({ backups, standing }: App): boolean =>
  backups.folder().type === "chosen" && standing.hindrance() === null && !standing.littleRoom();

function reminderText(app: App): string {
  const { standing, backups, t } = app;
  const failure = backups.failure();
  if (standing.littleRoom()) return littleRoomText(app);
  return standing.hindrance() !== null && failure !== null ? t(`backup.${failure}`) : fileText(app);
}

function actionOf({ app, setSavingFile }: Shell): NonNullable<Notice["action"]> {
  const { backups, standing, t } = app;
  switch (standing.remedy()) {
    case "other":
    case "choose":
      return { label: t("backup.other"), run: () => void backups.choose() };
    case "allow":
      return { label: t("backup.allow"), run: () => void backups.allow() };
    case "backUp":
      return { label: t("backup.now"), run: () => void backups.backUp() };
    case "file":
    case "persist":
      return { label: t("safety.saveFile"), run: () => setSavingFile("now") };
  }
}

/** `told`: whether the panel stands open, which says the same and more. */
export function createReminder(shell: Shell, told: Accessor<boolean>): void {
  const { app } = shell;
  const bad = createMemo(() => app.standing.level() === "bad" && !mendsItself(app));
  const [owed, setOwed] = createSignal(false);
  let last = "";
  /** The room that is left goes up and down with all that the machine does. */
  let toldOfRoom = false;
  createEffect(on(bad, (is) => setOwed(is && !told() && !(toldOfRoom && app.standing.littleRoom()))));
  createEffect(() => {
    if (!told()) return;
    setOwed(false);
    if (untrack(app.notice)?.text === last) app.dismissNotice();
  });
  createEffect(() => {
    // What was said before shall be read first, and what cannot be saved has a bar of its own.
    if (!owed() || told() || app.notice() !== null || app.save().state === "failed") return;
    setOwed(false);
    toldOfRoom ||= untrack(app.standing.littleRoom);
    last = untrack(() => reminderText(app));
    untrack(() => app.notify(last, "wrong", actionOf(shell)));
  });
}
