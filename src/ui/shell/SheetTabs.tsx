/**
 * The sheets as tabs: arrows go from one to the next, F2 or a double-click renames in place, dragging or Ctrl+Shift+PageUp and
 * PageDown put one elsewhere, which is why these are not Kobalte's.
 */
import { For, Show, Suspense } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Sheet } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { holdFocus } from "../kit/holding.ts";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import { SheetMenu } from "./lazy.ts";
import type { Shell } from "./state.ts";
import { createTabs, type TabsModel, tabId } from "./tabs.ts";

export const PANEL_ID = "sheet-panel";

interface TabProps {
  readonly shell: Shell;
  readonly tabs: TabsModel;
  readonly sheet: Sheet;
}

function RenameTab(props: { readonly app: App; readonly sheet: Sheet; readonly onEnd: () => void }) {
  return (
    <NameInPlace
      class="tab-input"
      name={props.sheet.name}
      label={props.app.t("sheets.rename")}
      onEnd={(name) => {
        props.onEnd();
        if (name !== null) void props.app.dispatch({ type: "renameSheet", sheet: props.sheet.id, name });
      }}
    />
  );
}

function Tab(props: TabProps) {
  const { shell, tabs } = props;
  const { app } = shell;
  const { id } = props.sheet;
  const active = (): boolean => app.sheet()?.id === id;
  return (
    <button
      type="button"
      role="tab"
      id={tabId(id)}
      class="tab"
      aria-selected={active()}
      aria-controls={active() ? PANEL_ID : undefined}
      tabIndex={active() ? 0 : -1}
      title={app.past() === null ? app.t("sheets.renameHint") : undefined}
      draggable={app.past() === null}
      onDragStart={() => tabs.drag(id)}
      onDragOver={(event) => tabs.dragged() !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        tabs.drop(id);
      }}
      onDragEnd={() => tabs.drag(null)}
      onClick={() => app.selectSheet(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        tabs.openMenu(props.sheet, event.currentTarget);
      }}
      onDblClick={() => shell.setRenaming(id)}
      onKeyDown={(event) => tabs.onKeyDown(event, props.sheet)}
    >
      {props.sheet.name}
    </button>
  );
}

export function SheetTabs(props: { readonly shell: Shell }) {
  const { shell } = props;
  const { app } = shell;
  const { t } = app;
  const tabs = createTabs(shell);
  return (
    <div ref={(tabs) => holdFocus(tabs)} class="tabs">
      <div class="tablist" role="tablist" aria-label={t("sheets.label")}>
        <For each={tabs.ids()}>
          {(id) => (
            <Show when={tabs.sheets().find((sheet) => sheet.id === id)}>
              {(sheet) => (
                <Show
                  when={shell.renaming() !== id}
                  fallback={<RenameTab app={app} sheet={sheet()} onEnd={() => tabs.endRename(id)} />}
                >
                  <Tab shell={shell} tabs={tabs} sheet={sheet()} />
                </Show>
              )}
            </Show>
          )}
        </For>
      </div>
      <Button
        tone="glyph"
        aria-label={t("sheets.more")}
        title={t("sheets.more")}
        aria-haspopup="menu"
        aria-expanded={tabs.menu() !== null}
        disabled={app.past() !== null}
        onClick={(event) => tabs.openMenu(app.sheet(), event.currentTarget)}
      >
        ⋯
      </Button>
      <Suspense>
        <Show when={tabs.menu()}>
          {(open) => (
            <SheetMenu
              shell={shell}
              menu={open()}
              place={(sheet, to) => void tabs.place(sheet.id, to)}
              onClose={tabs.closeMenu}
            />
          )}
        </Show>
      </Suspense>
      <Button
        tone="glyph"
        aria-label={t("sheets.add")}
        title={t("sheets.add")}
        disabled={app.past() !== null}
        onClick={shell.addSheet}
      >
        +
      </Button>
    </div>
  );
}
