/** What replacing all would do, before it is done: the first changes old and new, and what would stay because it cannot be read. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { problemText } from "../../fields/messages.ts";
import type { ReplacePreview } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Wrong } from "../kit/Note.tsx";

interface ReplaceDialogProps {
  readonly app: App;
  readonly preview: ReplacePreview;
  readonly onClose: () => void;
  readonly onReplace: () => void;
}

export function ReplaceDialog(props: ReplaceDialogProps) {
  const { app } = props;
  const { t } = app;
  const hidden = (): number => props.preview.cells + props.preview.refused - props.preview.changes.length;
  return (
    <Dialog
      title={t("find.preview", { cells: props.preview.cells })}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={props.preview.cells === 0} onClick={props.onReplace}>
            {t("find.replaceCells", { cells: props.preview.cells })}
          </Button>
        </>
      }
    >
      <Show when={props.preview.refused > 0}>
        <Wrong>{t("find.refused", { cells: props.preview.refused })}</Wrong>
      </Show>
      <table class="find-changes">
        <thead>
          <tr>
            <th>{t("find.where")}</th>
            <th>{t("find.before")}</th>
            <th>{t("find.after")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.preview.changes}>
            {(change) => (
              <tr>
                <th scope="row">
                  {t("find.cell", { row: change.row + 1, field: app.fieldOf(change.field)?.name ?? "" })}
                </th>
                <td>
                  <del>{change.before}</del>
                </td>
                <td>
                  <Show
                    when={change.problem}
                    fallback={<ins>{change.after === "" ? t("common.empty") : change.after}</ins>}
                  >
                    {(problem) => <span class="wrong">{problemText(app.language(), problem())}</span>}
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={hidden() > 0}>
        <p class="quiet">{t("find.others", { cells: hidden() })}</p>
      </Show>
    </Dialog>
  );
}
