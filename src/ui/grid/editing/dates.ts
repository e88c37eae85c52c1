/** A day typed in any form that the field reads, or picked from a calendar, which is fetched when it is first opened. */
import type { Control, EditorHost } from "./control.ts";
import { makeInput, nothing, opensList, readsText } from "./control.ts";
import { type Float, openFloat } from "./float.ts";

export function dateControl(host: EditorHost): Control {
  const element = document.createElement("div");
  element.className = "cell-date";
  const input = makeInput(host, "text");
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "cell-calendar-button";
  button.setAttribute("aria-label", host.t("grid.pickDate"));
  button.setAttribute("aria-haspopup", "dialog");
  // A press must not take the focus out of the editor.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  element.append(input, button);

  let float: Float | null = null;
  let unmount = nothing;
  const close = (): boolean => {
    if (float === null) return false;
    const had = float.element.contains(document.activeElement);
    unmount();
    float.remove();
    float = null;
    if (had) input.focus();
    return true;
  };
  const pick = (day: number): void => {
    input.value = host.editText(day);
    close();
    host.touched();
    host.commit();
  };
  const open = async (): Promise<void> => {
    if (close()) return;
    const opened = openFloat(host.anchor, "cell-calendar");
    float = opened;
    const { showCalendar } = await import("./calendar.ts");
    if (float !== opened) return;
    const typed = host.parse(input.value, host.field);
    const chosen = typed.ok && typeof typed.value === "number" ? typed.value : null;
    unmount = showCalendar(opened.element, host, chosen, pick, () => void close());
    opened.place();
  };
  button.addEventListener("click", () => void open());
  return {
    element,
    input,
    ...readsText(host, input),
    takeKey: (event) => {
      if (!opensList(event)) return false;
      void open();
      return true;
    },
    attached: nothing,
    open: () => void open(),
    close,
    remove: () => void close(),
  };
}
