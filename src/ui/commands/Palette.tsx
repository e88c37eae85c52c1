/** The command palette: a field, and below it whatever is called like what is typed. Enter does it. */
import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { focusReturn } from "../kit/returning.ts";
import { nextTask } from "../kit/tasks.ts";
import type { Shell } from "../shell/state.ts";
import { createFound, type Item } from "./found.ts";
import { Keys } from "./Keys.tsx";
import "../kit/dialog.css";
import "./commands.css";

const LIST = "palette-list";

export function Palette(props: { readonly shell: Shell }) {
  const { shell } = props;
  const { t } = shell.app;
  const goBack = focusReturn();
  const [typed, setTyped] = createSignal("");
  const groups = createFound(shell, typed);
  const items = createMemo(() => groups().flatMap((group) => group.items));
  const [at, setAt] = createSignal(0);
  // Every letter makes another list, of which the first is meant until an arrow says otherwise.
  createEffect(on(typed, () => setAt(0), { defer: true }));
  const active = createMemo(() => items()[Math.min(at(), items().length - 1)]);
  createEffect(() => document.getElementById(active()?.id ?? "")?.scrollIntoView({ block: "nearest" }));
  const close = (): void => shell.setPalette(false);
  const choose = async (item: Item | undefined): Promise<void> => {
    if (item === undefined) return;
    close();
    // The focus goes back first: what comes may want it.
    await nextTask();
    item.run();
  };
  const move = (step: number): void => {
    const { length } = items();
    if (length > 0) setAt((Math.min(at(), length - 1) + step + length) % length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") void choose(active());
    else return;
    event.preventDefault();
  };
  return (
    <Kobalte open={true} onOpenChange={(open) => open || close()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place palette-place">
          <Kobalte.Content class="dialog palette" aria-label={t("command.palette")} onCloseAutoFocus={goBack}>
            <input
              // At once: Kobalte gives it the focus a little later, and letters typed until then would go into a cell.
              ref={(input) => queueMicrotask(() => input.focus())}
              type="text"
              class="palette-input"
              role="combobox"
              aria-label={t("command.palette")}
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={LIST}
              aria-activedescendant={active()?.id}
              placeholder={t("command.hint")}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <div class="palette-list" role="listbox" id={LIST} aria-label={t("command.palette")}>
              <For each={groups()}>
                {(group) => (
                  // biome-ignore lint/a11y/useSemanticElements: a list of options may hold groups, and no fieldset.
                  <div role="group" aria-label={t(group.name)}>
                    <div class="palette-group" aria-hidden="true">
                      {t(group.name)}
                    </div>
                    <For each={group.items}>
                      {(item) => (
                        <button
                          type="button"
                          id={item.id}
                          class="palette-item"
                          role="option"
                          tabIndex={-1}
                          aria-selected={active()?.id === item.id}
                          onMouseMove={() => setAt(items().indexOf(item))}
                          onClick={() => void choose(item)}
                        >
                          <span class="palette-label">{item.label}</span>
                          <span class="palette-detail">{item.detail}</span>
                          <Show when={item.keys}>{(keys) => <Keys keys={keys()} />}</Show>
                        </button>
                      )}
                    </For>
                  </div>
                )}
              </For>
            </div>
            <p class="palette-none" role="status">
              {items().length === 0 ? t("command.none") : ""}
            </p>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
