/**
 * The sheets as tabs: arrows go from one to the next, F2 or a double-click renames in place, dragging or Ctrl+Shift+PageUp and
 * PageDown put one elsewhere, which is why these are not Kobalte's.
 */
import { createEffect, createSignal, For, Show, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Sheet, SheetId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";

export const tabId = (sheet: SheetId): string => `tab-${sheet}`;
export const PANEL_ID = "sheet-panel";

interface RenameProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly onEnd: () => void;
}

function RenameTab(props: RenameProps) {
  let ended = false;
  const end = (name: string | null): void => {
    if (ended) return;
    ended = true;
    props.onEnd();
    const wanted = name?.trim();
    if (wanted === undefined || wanted === props.sheet.name) return;
    void props.app.dispatch({ type: "renameSheet", sheet: props.sheet.id, name: wanted });
  };
  return (
    <input
      ref={(input) => queueMicrotask(() => input.select())}
      class="tab-input"
      aria-label={props.app.t("sheets.rename")}
      value={props.sheet.name}
      size={Math.max(6, props.sheet.name.length)}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter that chooses a candidate of an input method does not end the edit.
        if (event.key === "Enter" && !event.isComposing) end(event.currentTarget.value);
        if (event.key === "Escape") end(null);
      }}
    />
  );
}

/** Adds a sheet under the first free name and shows it once the worker has told of it. */
function createAdder(app: App): () => Promise<void> {
  const [awaited, setAwaited] = createSignal<string | null>(null);
  createEffect(() => {
    const made = app.state()?.workbook.sheets.find((sheet) => sheet.name === awaited());
    if (made === undefined) return;
    setAwaited(null);
    app.selectSheet(made.id);
  });
  return async () => {
    const sheets = app.state()?.workbook.sheets ?? [];
    const taken = new Set(sheets.map((sheet) => sheet.name));
    let number = sheets.length + 1;
    while (taken.has(app.t("sheets.newName", { number }))) number += 1;
    const name = app.t("sheets.newName", { number });
    const made = await app.dispatch({
      type: "addSheet",
      name,
      fieldName: app.t("sheets.newField"),
      viewName: app.t("sheets.newView"),
    });
    if (made.ok) setAwaited(name);
  };
}

export function SheetTabs(props: { readonly app: App }) {
  const { app } = props;
  const { t } = app;
  const [renaming, setRenaming] = createSignal<SheetId | null>(null);
  const add = createAdder(app);
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
        aria-label={t("sheets.add")}
        title={t("sheets.add")}
        disabled={app.past() !== null}
        onClick={add}
      >
        +
      </Button>
    </div>
  );
}
