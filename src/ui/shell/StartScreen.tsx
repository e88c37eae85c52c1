/** The first screen: what this is, in one sentence, and the ways to begin. */
import { createSignal, onCleanup, onMount, Suspense } from "solid-js";
import type { CreateSource } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { preloadParts, WorkbookList } from "./lazy.ts";
import { Mark } from "./Mark.tsx";
import type { Shell } from "./state.ts";

export function StartScreen(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const [making, setMaking] = createSignal(false);
  const create = async (source: CreateSource): Promise<void> => {
    setMaking(true);
    try {
      await app.create(source);
    } catch {
      app.notify(t("notice.unexpected"), "wrong");
    } finally {
      setMaking(false);
    }
  };
  onMount(() => onCleanup(preloadParts()));
  return (
    <main class="page">
      <Mark />
      <h1>{t("app.name")}</h1>
      <p>{t("app.promise")}</p>
      <div class="page-actions">
        <Button tone="primary" busy={making()} onClick={() => props.shell.openImport(null)}>
          {t("start.import")}
        </Button>
        <Button tone="outline" busy={making()} onClick={() => create("sample")}>
          {t("start.sample")}
        </Button>
        <Button tone="outline" busy={making()} onClick={() => create("blank")}>
          {t("start.blank")}
        </Button>
      </div>
      <p class="quiet page-hint" aria-live="polite">
        {making() ? t("start.making") : t("start.drop")}
      </p>
      <section class="page-list">
        <Suspense>
          <WorkbookList app={app} />
        </Suspense>
      </section>
      <div class="page-foot">
        <Button busy={making()} onClick={() => props.shell.openFile(null)}>
          {t("start.open")}
        </Button>
        <Button aria-haspopup="dialog" onClick={() => props.shell.setSettings(true)}>
          {t("toolbar.settings")}
        </Button>
      </div>
    </main>
  );
}
