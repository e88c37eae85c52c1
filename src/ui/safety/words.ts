/** The last file, what keeps backups from their folder, and what the browser promises: a few words each. */
import type { App } from "../../app/app.ts";
import type { Hindrance } from "../../app/standing.ts";
import type { MessageKey } from "../../i18n/index.ts";
import { momentText } from "../../i18n/time.ts";

export function fileText({ safety, t, locale }: App): string {
  const backup = safety.backup();
  if (backup === null) return t("safety.noFile");
  const when = momentText(locale().tag, backup.time, Date.now());
  const changes = safety.changes();
  return changes === 0 ? t("safety.file", { when }) : t("safety.fileAndChanges", { when, changes });
}

const MEGABYTE = 1e6;

const megabytesLeft = ({ safety }: App): number | null => {
  const left = safety.room()?.left ?? null;
  return left === null ? null : Math.max(0, Math.floor(left / MEGABYTE));
};

export const littleRoomText = (app: App): string =>
  app.t("safety.littleRoom", { megabytes: megabytesLeft(app) ?? 0 });

/** From here on there is nothing to tell, and Chromium says 10 GiB whatever the disk has. */
const MEGABYTES_ENOUGH = 5000;

/** How much room is left; null where it is enough, or nobody knows. */
export function roomText(app: App): string | null {
  const megabytes = megabytesLeft(app);
  if (megabytes === null || megabytes >= MEGABYTES_ENOUGH) return null;
  return app.standing.littleRoom() ? littleRoomText(app) : app.t("safety.room", { megabytes });
}

function hindranceKey(hindrance: Hindrance): MessageKey {
  switch (hindrance) {
    case "asking":
    case "forbidden":
      return "safety.paused";
    case "missing":
      return "safety.folderMissing";
    case "full":
      return "safety.folderFull";
    case "unverified":
    case "failed":
      return "safety.backupFailed";
  }
}

/** All that the status bar says of it, what is wrong first. */
export function standingTexts(app: App): readonly string[] {
  const { t, safety, standing } = app;
  const hindrance = standing.hindrance();
  const room = safety.room();
  return [
    ...(hindrance === null ? [] : [t(hindranceKey(hindrance))]),
    fileText(app),
    ...(room === null ? [] : [t(room.persistent ? "safety.kept" : "safety.mayBeCleared")]),
  ];
}
