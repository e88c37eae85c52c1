/** Says that a new version is there, in passing: nobody has to answer, and nothing is taken while it could cost an edit. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Updates } from "../../app/updates.ts";
import { Toast, Toasts } from "../kit/Toast.tsx";

export function UpdateNote(props: { readonly app: App; readonly updates: Updates }) {
  const { t } = props.app;
  const { state, take, leave } = props.updates;
  return (
    <Toasts label={t("update.label")} place="upper">
      <Show when={state() !== "none"}>
        <Toast
          text={t(state() === "asked" ? "update.asked" : "update.ready")}
          action={state() === "ready" ? { label: t("update.reload"), run: take } : undefined}
          dismissLabel={t("update.later")}
          onDismiss={leave}
        />
      </Show>
    </Toasts>
  );
}
