/** Whether everything is durable; if not, what failed and what to do. */
import type { App } from "../../app/app.ts";
import { saveFailureText } from "../../i18n/wording.ts";

export function SaveStatus(props: { readonly app: App }) {
  const { t, save, standing } = props.app;
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
    <div class="saving" role="status" aria-label={t("saving.label")} data-state={save().state}>
      <span class="dot" aria-hidden="true" />
      <span>{text()}</span>
    </div>
  );
}
