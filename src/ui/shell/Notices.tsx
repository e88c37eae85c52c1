/** Short messages that nobody has to answer. They go by themselves, what went wrong later, what was typed in vain never. */
import { createEffect, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";

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
  return (
    <div class="notices" role="status" aria-label={t("notice.label")}>
      <Show when={notice()} keyed>
        {(now) => (
          <div class="notice" data-tone={now.tone}>
            <span>{now.text}</span>
            <Button tone="glyph" aria-label={t("notice.dismiss")} onClick={dismissNotice}>
              ×
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
