/** The state of the last file in one line. */
import type { App } from "../../app/app.ts";
import { momentText } from "../../i18n/time.ts";

export function fileText({ safety, t, locale }: App): string {
  const backup = safety.backup();
  if (backup === null) return t("safety.noFile");
  const when = momentText(locale().tag, backup.time, Date.now());
  const changes = safety.changes();
  return changes === 0 ? t("safety.file", { when }) : t("safety.fileAndChanges", { when, changes });
}
