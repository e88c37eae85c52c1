/** Questions to the worker that a dialog is drawn from. */
import type { App } from "../../app/app.ts";

/** Null where it failed, which is told: an error among what is drawn would take the dialog away and count it as open. */
export async function answerOrNull<T>({ notify, t }: App, question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch {
    notify(t("notice.unexpected"), "wrong");
    return null;
  }
}
