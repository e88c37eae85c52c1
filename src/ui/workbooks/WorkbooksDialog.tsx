/** All workbooks of this browser, from an open one. */
import type { App } from "../../app/app.ts";
import { restartAnew } from "../../app/restart.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { WorkbookList } from "./WorkbookList.tsx";

export interface WorkbooksDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

export function WorkbooksDialog(props: WorkbooksDialogProps) {
  const { t } = props.app;
  return (
    <Dialog
      title={t("workbooks.title")}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={restartAnew}>{t("workbooks.new")}</Button>
          <span class="grow" />
          <Button tone="outline" onClick={props.onClose}>
            {t("common.close")}
          </Button>
        </>
      }
    >
      <WorkbookList app={props.app} />
    </Dialog>
  );
}
