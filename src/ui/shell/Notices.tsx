/** Short messages that nobody has to answer. They go by themselves, what went wrong later, what was typed in vain never. */
import { createEffect, onCleanup, Show } from "solid-js";
import type { App, Notice } from "../../app/app.ts";
import { Toast, Toasts } from "../kit/Toast.tsx";

const PLAIN_MS = 5_000;
const WRONG_MS = 12_000;

export function Notices(props: { readonly app: App }) {
  const { t, notice, dismissNotice } = props.app;
  createEffect(() => {
    const now = notice();
    if (now === null || now.tone === "lost") return;
    const timer = setTimeout(dismissNotice, now.tone === "wrong" ? WRONG_MS : PLAIN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const actionOf = ({ action }: Notice): Notice["action"] =>
    action && {
      ...action,
      run: () => {
        dismissNotice();
        action.run();
      },
    };
  return (
    <Toasts label={t("notice.label")}>
      <Show when={notice()} keyed>
        {(now) => (
          <Toast
            text={now.text}
            action={actionOf(now)}
            wrong={now.tone !== "plain"}
            dismissLabel={t("notice.dismiss")}
            onDismiss={dismissNotice}
          />
        )}
      </Show>
    </Toasts>
  );
}
