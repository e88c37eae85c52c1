/** Asked only where more than the column goes with it. */
import type { App } from "../../app/app.ts";
import type { FieldId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";

interface DeleteDialogProps {
  readonly app: App;
  readonly field: FieldId;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

export function DeleteDialog(props: DeleteDialogProps) {
  const { t, fieldOf } = props.app;
  // It stays so named while the dialog closes.
  const name = fieldOf(props.field)?.name ?? "";
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
          <Button
            tone="danger"
            onClick={() => {
              props.onClose();
              props.onDelete();
            }}
          >
            {t("column.delete")}
          </Button>
        </>
      }
    >
      <p>{t("column.delete.charts")}</p>
    </Dialog>
  );
}
