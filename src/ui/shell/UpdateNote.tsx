/** Says that a new version is there, in passing: nobody has to answer, and nothing is taken while it could cost an edit. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Updates } from "../../app/updates.ts";
import { Button } from "../kit/Button.tsx";

export function UpdateNote(props: { readonly app: App; readonly updates: Updates }) {
  const { t } = props.app;
  const { state, take, leave } = props.updates;
  return (
    <div class="notices" data-place="upper" role="status" aria-label={t("update.label")}>
      <Show when={state() !== "none"}>
        <div class="notice">
          <span>{t(state() === "asked" ? "update.asked" : "update.ready")}</span>
          <Show when={state() === "ready"}>
            <Button tone="outline" onClick={take}>
              {t("update.reload")}
            </Button>
          </Show>
          <Button tone="glyph" aria-label={t("update.later")} onClick={leave}>
            ×
          </Button>
        </div>
      </Show>
    </div>
  );
}
