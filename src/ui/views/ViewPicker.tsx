/** The toolbar's button of the view that is shown; its name is changed in its place. */
import { createSignal, Show, Suspense } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import { lazyPart } from "../kit/tasks.ts";
import type { Shell } from "../shell/state.ts";

const ViewMenu = lazyPart(() => import("./ViewMenu.tsx").then((module) => module.ViewMenu));

export function ViewPicker(props: { readonly shell: Shell }) {
  const { app, renamingView, setRenamingView } = props.shell;
  const { t } = app;
  let button: HTMLButtonElement | undefined;
  const [menu, setMenu] = createSignal<{ readonly x: number; readonly y: number } | null>(null);
  const name = (): string => app.view()?.name ?? "";
  const open = (): void => {
    if (button === undefined) return;
    const { left, bottom } = button.getBoundingClientRect();
    setMenu({ x: left, y: bottom });
  };
  const close = (): void => {
    setMenu(null);
    if (!renamingView()) queueMicrotask(() => button?.focus());
  };
  const rename = (to: string | null): void => {
    setRenamingView(false);
    queueMicrotask(() => button?.focus());
    const [sheet, view] = [app.sheet(), app.view()];
    if (to === null || sheet === null || view === null) return;
    void app.dispatch({ type: "renameView", sheet: sheet.id, view: view.id, name: to });
  };
  return (
    <>
      <Show
        when={!renamingView()}
        fallback={<NameInPlace class="view-input" name={name()} label={t("views.name")} onEnd={rename} />}
      >
        <Button
          ref={button}
          class="button view-button"
          aria-label={t("views.choose", { name: name() })}
          aria-haspopup="menu"
          aria-expanded={menu() !== null}
          onClick={open}
        >
          <span class="view-name">{name()}</span>
          <span aria-hidden="true">▾</span>
        </Button>
      </Show>
      <Suspense>
        <Show when={menu()}>
          {(at) => <ViewMenu shell={props.shell} x={at().x} y={at().y} onClose={close} />}
        </Show>
      </Suspense>
    </>
  );
}

/** That the view does not look as it was saved, and both ways out. */
export function ViewState(props: { readonly shell: Shell }) {
  const { app, viewChanged, saveView, revertView, addView } = props.shell;
  const { t } = app;
  const locked = (): boolean => app.view()?.locked === true;
  return (
    <Show when={viewChanged()}>
      <span class="view-state">
        <span>{t("views.changed", { name: app.view()?.name ?? "" })}</span>
        <Show
          when={!locked()}
          fallback={
            <Button title={t("views.lockedHint")} onClick={addView}>
              {t("views.add")}
            </Button>
          }
        >
          <Button title={t("views.saveHint")} onClick={saveView}>
            {t("views.save")}
          </Button>
        </Show>
        <Button title={t("views.revertHint")} onClick={revertView}>
          {t("views.revert")}
        </Button>
      </span>
    </Show>
  );
}
