/**
 * The sheets as tabs: arrows go from one to the next, F2 or a double-click renames in place, dragging or Ctrl+Shift+PageUp and
 * PageDown put one elsewhere, which is why these are not Kobalte's.
 */
import { createEffect, createSignal, For, Show, Suspense, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Sheet, SheetId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import { SheetMenu } from "./lazy.ts";
import type { OpenSheetMenu } from "./SheetMenu.tsx";
import type { Shell } from "./state.ts";

export const tabId = (sheet: SheetId): string => `tab-${sheet}`;
export const PANEL_ID = "sheet-panel";

interface RenameProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly onEnd: () => void;
}

function RenameTab(props: RenameProps) {
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

export function SheetTabs(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const { renaming, setRenaming } = props.shell;
  const sheets = (): readonly Sheet[] => app.state()?.workbook.sheets ?? [];
  const ids = (): readonly SheetId[] => sheets().map((sheet) => sheet.id);
  const isActive = (sheet: Sheet): boolean => app.sheet()?.id === sheet.id;
  const focusTab = (id: SheetId): void => document.getElementById(tabId(id))?.focus();
  const move = (to: Sheet | undefined): void => {
    if (to === undefined) return;
    app.selectSheet(to.id);
    queueMicrotask(() => focusTab(to.id));
  };
  const [placed, setPlaced] = createSignal<SheetId | null>(null);
  // A tab that is put elsewhere in the page loses the keyboard.
  createEffect(() => {
    const order = ids();
    const moved = untrack(placed);
    if (moved === null || !order.includes(moved)) return;
    setPlaced(null);
    queueMicrotask(() => focusTab(moved));
  });
  const place = async (sheet: SheetId, to: number): Promise<void> => {
    if (app.past() !== null || to < 0 || to >= sheets().length) return;
    setPlaced(sheet);
    await app.dispatch({ type: "moveSheet", sheet, to });
  };
  const [menu, setMenu] = createSignal<OpenSheetMenu | null>(null);
  /** What is done is done to the sheet that is shown. */
  const openMenu = (sheet: Sheet | null, under: Element): void => {
    if (sheet === null || app.past() !== null) return;
    app.selectSheet(sheet.id);
    const { left, bottom } = under.getBoundingClientRect();
    setMenu({ sheet, x: left, y: bottom });
  };
  const closeMenu = (): void => {
    const closed = menu();
    setMenu(null);
    if (closed !== null && renaming() === null) focusTab(closed.sheet.id);
  };
  const [dragged, setDragged] = createSignal<SheetId | null>(null);
  const drop = (onto: SheetId): void => {
    const moving = dragged();
    setDragged(null);
    if (moving !== null && moving !== onto) void place(moving, ids().indexOf(onto));
  };
  const onKeyDown = (event: KeyboardEvent, sheet: Sheet): void => {
    const list = sheets();
    const at = list.findIndex((each) => each.id === sheet.id);
    const placing = (event.ctrlKey || event.metaKey) && event.shiftKey;
    switch (event.key) {
      case "PageUp":
      case "PageDown":
        if (!placing) return;
        void place(sheet.id, event.key === "PageUp" ? at - 1 : at + 1);
        break;
      case "F10":
        if (!event.shiftKey) return;
        if (event.currentTarget instanceof Element) openMenu(sheet, event.currentTarget);
        break;
      case "F2":
        setRenaming(sheet.id);
        break;
      case "ArrowLeft":
        move(list.at(at - 1));
        break;
      case "ArrowRight":
        move(list[(at + 1) % list.length]);
        break;
      case "Home":
        move(list[0]);
        break;
      case "End":
        move(list.at(-1));
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const endRename = (sheet: Sheet): void => {
    setRenaming(null);
    queueMicrotask(() => focusTab(sheet.id));
  };
  return (
    <div class="tabs">
      <div class="tablist" role="tablist" aria-label={t("sheets.label")}>
        <For each={ids()}>
          {(id) => (
            <Show when={sheets().find((sheet) => sheet.id === id)}>
              {(sheet) => (
                <Show
                  when={renaming() !== id}
                  fallback={<RenameTab app={app} sheet={sheet()} onEnd={() => endRename(sheet())} />}
                >
                  <button
                    type="button"
                    role="tab"
                    id={tabId(id)}
                    class="tab"
                    aria-selected={isActive(sheet())}
                    aria-controls={isActive(sheet()) ? PANEL_ID : undefined}
                    tabIndex={isActive(sheet()) ? 0 : -1}
                    title={t("sheets.renameHint")}
                    draggable={app.past() === null}
                    onDragStart={() => setDragged(id)}
                    onDragOver={(event) => dragged() !== null && event.preventDefault()}
                    onDrop={(event) => {
                      event.preventDefault();
                      drop(id);
                    }}
                    onDragEnd={() => setDragged(null)}
                    onClick={() => app.selectSheet(id)}
                    onContextMenu={(event) => {
                      event.preventDefault();
                      openMenu(sheet(), event.currentTarget);
                    }}
                    onDblClick={() => setRenaming(id)}
                    onKeyDown={(event) => onKeyDown(event, sheet())}
                  >
                    {sheet().name}
                  </button>
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
        aria-expanded={menu() !== null}
        disabled={app.past() !== null}
        onClick={(event) => openMenu(app.sheet(), event.currentTarget)}
      >
        ⋯
      </Button>
      <Suspense>
        <Show when={menu()}>
          {(open) => (
            <SheetMenu
              shell={props.shell}
              menu={open()}
              place={(sheet, to) => void place(sheet.id, to)}
              onClose={closeMenu}
            />
          )}
        </Show>
      </Suspense>
      <Button
        tone="glyph"
        aria-label={t("sheets.add")}
        title={t("sheets.add")}
        disabled={app.past() !== null}
        onClick={props.shell.addSheet}
      >
        +
      </Button>
    </div>
  );
}
