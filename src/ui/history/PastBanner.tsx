/** Above the grid while the past is looked at: which moment, after what, and the two ways on. */
import { createMemo, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { momentText } from "../../i18n/time.ts";
import { Button } from "../kit/Button.tsx";
import "./history.css";

interface PastBannerProps {
  readonly app: App;
  /** The past was left by one of the buttons, which are gone then. */
  readonly onLeft: () => void;
}

export function PastBanner(props: PastBannerProps) {
  const { app } = props;
  const { t } = app;
  const moment = createMemo((): string | null => {
    const past = app.past();
    return past === null ? null : momentText(app.locale().tag, past.time, Date.now());
  });
  const leave = async (): Promise<void> => {
    await app.backToToday();
    props.onLeft();
  };
  const restoreAll = async (): Promise<void> => {
    const restored = await app.restore({ what: "all" });
    if (restored.ok) props.onLeft();
  };
  return (
    <section class="past" data-shown={moment() === null ? undefined : ""} aria-label={t("past.label")}>
      {/* Always there, so that what comes into it is read out. */}
      <p role="status" class="past-moment">
        <Show when={moment()}>
          {(text) => (
            <>
              <strong>{t(app.restorable() ? "past.asOf" : "past.older", { moment: text() })}</strong>{" "}
              <span>{t(app.restorable() ? "past.hint" : "past.olderHint")}</span>
            </>
          )}
        </Show>
      </p>
      <Show when={moment() !== null && !app.restorable()}>
        <Button tone="outline" onClick={() => location.reload()}>
          {t("phase.reload")}
        </Button>
      </Show>
      <Show when={app.restorable()}>
        <Button tone="outline" onClick={restoreAll}>
          {t("past.restoreAll")}
        </Button>
        <Button tone="primary" onClick={leave}>
          {t("past.today")}
        </Button>
      </Show>
    </section>
  );
}
