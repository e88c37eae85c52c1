/** The sheet of shortcuts: every key there is, by where it works. */
import { For } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Keys } from "./Keys.tsx";
import { SHORTCUTS } from "./keys.ts";
import "./commands.css";

export function ShortcutsDialog(props: { readonly app: App; readonly onClose: () => void }) {
  const { t } = props.app;
  return (
    <Dialog
      title={t("command.shortcuts")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      wide={true}
      reading={true}
      footer={
        <Button tone="primary" onClick={props.onClose}>
          {t("common.close")}
        </Button>
      }
    >
      <div class="shortcuts">
        <For each={SHORTCUTS}>
          {(group) => (
            <section>
              <h3>{t(group.name)}</h3>
              <dl>
                <For each={group.shortcuts}>
                  {(shortcut) => (
                    <div>
                      <dt>{t(shortcut.name)}</dt>
                      <dd>
                        <For each={shortcut.keys}>{(keys) => <Keys keys={keys} />}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
