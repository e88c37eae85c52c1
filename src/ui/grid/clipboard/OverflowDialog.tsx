/** Asks what becomes of pasted columns that do not fit, before anything is written. */
import { Show } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import type { GridSession, Overflow } from "../session.ts";

export default function OverflowDialog(props: {
  readonly session: GridSession;
  readonly overflow: Overflow;
}) {
  const { session } = props;
  const { t } = session.app;
  const { columns, addable, answer } = props.overflow;
  const close = (then?: "add" | "leaveOut"): void => {
    session.askOverflow(null);
    session.focusActive();
    if (then !== undefined) answer(then);
  };
  return (
    <Dialog
      title={t("clip.overflow.title")}
      closeLabel={t("common.close")}
      onClose={close}
      footer={
        <>
          <Button onClick={() => close()}>{t("common.cancel")}</Button>
          <Button onClick={() => close("leaveOut")}>{t("clip.overflow.leaveOut")}</Button>
          <Show when={addable}>
            <Button tone="primary" onClick={() => close("add")}>
              {t("clip.overflow.add", { columns })}
            </Button>
          </Show>
        </>
      }
    >
      <p>{t("clip.overflow.what", { columns })}</p>
      <Show when={!addable}>
        <p>{t("clip.overflow.tooMany")}</p>
      </Show>
    </Dialog>
  );
}
