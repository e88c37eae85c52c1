/** Whether everything is durable; if not, a bar that says what failed and what to do, and gives the work out. */
import { Show } from "solid-js";
import { saveFailureText } from "../../i18n/wording.ts";
import { Button } from "../kit/Button.tsx";
import type { Shell } from "./state.ts";

function WaysOut(props: { readonly shell: Shell }) {
  const { t } = props.shell.app;
  return (
    <>
      <strong role="alert">{t("saving.onlyHere")}</strong>
      <span class="saving-actions">
        <Button tone="outline" onClick={() => props.shell.setSavingFile("now")}>
          {t("safety.saveFile")}
        </Button>
        <Button tone="outline" onClick={() => props.shell.setExporting(true)}>
          {t("export.title")}
        </Button>
      </span>
    </>
  );
}

export function SaveStatus(props: { readonly shell: Shell }) {
  const { t, save, standing } = props.shell.app;
  const text = (): string => {
    const now = save();
    switch (now.state) {
      case "saved":
        return t("saving.saved");
      case "saving":
        return t("saving.saving");
      case "failed":
        return saveFailureText(t, now.failure, standing.littleRoom());
    }
  };
  return (
    <div class="saving" data-state={save().state}>
      <span class="dot" aria-hidden="true" />
      <span role="status" aria-label={t("saving.label")}>
        {text()}
      </span>
      <Show when={save().state === "failed"}>
        <WaysOut shell={props.shell} />
      </Show>
    </div>
  );
}
