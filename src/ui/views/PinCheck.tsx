/** Whether a field's filter stands above the sheet. */
import type { App } from "../../app/app.ts";
import { type FieldId, withPinned } from "../../core/model/index.ts";
import { Check } from "../kit/Check.tsx";

export function PinCheck(props: { readonly app: App; readonly field: FieldId }) {
  const { app } = props;
  const pinned = (): readonly FieldId[] => app.view()?.pinned ?? [];
  const pin = (wanted: boolean): void => {
    const view = app.view();
    if (view === null) return;
    const others = pinned().filter((each) => each !== props.field);
    void app.setView("pinned", withPinned(view, wanted ? [...others, props.field] : others));
  };
  return (
    <Check checked={pinned().includes(props.field)} onChange={pin}>
      {app.t("values.pin")}
    </Check>
  );
}
