/** Asked only where something else looks at the column. */
import { For } from "solid-js";
import type { App } from "../../app/app.ts";
import { type FieldId, usesOf } from "../../core/model/index.ts";
import { listed } from "../../i18n/spacing.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";

interface DeleteDialogProps {
  readonly app: App;
  readonly field: FieldId;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** A line for each kind of what will lack it. */
function usedBy(app: App, field: FieldId): readonly string[] {
  const { t } = app;
  const sheet = app.sheet();
  const uses = sheet && usesOf(sheet, field);
  if (uses === null) return [];
  const names = (list: readonly (string | undefined)[]): string =>
    listed(
      app.language(),
      list.filter((name) => name !== undefined),
    );
  const { charts, rules, views } = uses;
  return [
    ...(charts === 0 ? [] : [t("column.delete.charts", { charts })]),
    ...(rules.length === 0
      ? []
      : [t("column.delete.rules", { fields: names(rules.map((id) => app.fieldOf(id)?.name)) })]),
    ...(views.length === 0
      ? []
      : [t("column.delete.views", { views: names(views.map(({ name }) => name)) })]),
  ];
}

export function DeleteDialog(props: DeleteDialogProps) {
  const { t, fieldOf } = props.app;
  // It stays so named while the dialog closes.
  const name = fieldOf(props.field)?.name ?? "";
  const uses = usedBy(props.app, props.field);
  return (
    <Dialog
      title={t("column.delete.title", { name })}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="danger" onClick={props.onDelete}>
            {t("column.delete")}
          </Button>
        </>
      }
    >
      <ul>
        <For each={uses}>{(use) => <li>{use}</li>}</For>
      </ul>
      <p>{t("column.delete.undo")}</p>
    </Dialog>
  );
}
