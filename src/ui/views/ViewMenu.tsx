/** The sheet's views, and what can be done to the one that is shown. */
import { For, Show } from "solid-js";
import type { View } from "../../core/model/index.ts";
import { viewId } from "../../core/model/index.ts";
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLine } from "../kit/Menu.tsx";
import type { Shell } from "../shell/state.ts";

export interface ViewMenuProps {
  readonly shell: Shell;
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

function Tasks(props: { readonly shell: Shell; readonly view: View }) {
  const { app, ...tasks } = props.shell;
  const { t } = app;
  const views = (): readonly View[] => app.sheet()?.views ?? [];
  const at = (): number => views().findIndex(({ id }) => id === props.view.id);
  const locked = (): boolean => props.view.locked === true;
  return (
    <>
      <MenuLine />
      <MenuItem disabled={!tasks.viewChanged() || locked()} onSelect={tasks.saveView}>
        {t("views.save")}
      </MenuItem>
      <MenuItem disabled={!tasks.viewChanged()} onSelect={tasks.revertView}>
        {t("views.revert")}
      </MenuItem>
      <MenuItem onSelect={tasks.addView}>{t("views.add")}</MenuItem>
      <MenuLine />
      <MenuItem disabled={locked()} onSelect={() => tasks.setRenamingView(true)}>
        {t("views.rename")}
      </MenuItem>
      <MenuItem disabled={at() <= 0} onSelect={() => tasks.moveView(-1)}>
        {t("views.moveUp")}
      </MenuItem>
      <MenuItem disabled={at() >= views().length - 1} onSelect={() => tasks.moveView(1)}>
        {t("views.moveDown")}
      </MenuItem>
      <MenuItem onSelect={() => tasks.lockView(!locked())}>
        {t(locked() ? "views.unlock" : "views.lock")}
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={locked() || views().length < 2} onSelect={tasks.deleteView}>
        {t("views.delete")}
      </MenuItem>
    </>
  );
}

export function ViewMenu(props: ViewMenuProps) {
  const { app } = props.shell;
  const { t } = app;
  // Kobalte asks for them once more while this closes, when what gave them may be gone.
  const { x, y } = props;
  return (
    <Menu x={x} y={y} onClose={props.onClose}>
      <MenuChoices
        label={t("views.all")}
        value={app.view()?.id ?? ""}
        onChange={(id) => app.chooseView(viewId(id))}
      >
        <For each={app.sheet()?.views ?? []}>
          {(view) => (
            <MenuChoice value={view.id}>
              {view.name}
              <Show when={view.locked}>
                <span class="view-locked quiet">{t("views.locked")}</span>
              </Show>
            </MenuChoice>
          )}
        </For>
      </MenuChoices>
      <MenuLine />
      <MenuItem onSelect={() => props.shell.openView("group")}>{t("groups.open")}</MenuItem>
      <MenuItem onSelect={() => void props.shell.showTotals(!props.shell.totalsShown())}>
        {t(props.shell.totalsShown() ? "totals.hide" : "totals.show")}
      </MenuItem>
      <Show when={app.past() === null && app.view()} keyed>
        {(view) => <Tasks shell={props.shell} view={view} />}
      </Show>
    </Menu>
  );
}
