/** Ways of typing into a cell: a line, an area, a line with a calendar, or one with a list of choices. */
import type { CellInput } from "../../../fields/cell.ts";
import { CLOSED, type Control, type EditorHost, makeInput, nothing, opensList } from "./control.ts";
import { choiceControl, choicesControl } from "./listed.ts";

/** Reading a control whose whole content is its text. */
function readsText(host: EditorHost, input: { readonly value: string }): Pick<Control, "read" | "changed"> {
  return {
    read: () => host.parse(input.value, host.field),
    changed: () => input.value !== host.text,
  };
}

function line(host: EditorHost, mode: string): Control {
  const input = makeInput(host, mode);
  return {
    element: input,
    input,
    ...readsText(host, input),
    takeKey: () => false,
    attached: nothing,
    ...CLOSED,
    remove: nothing,
  };
}

const AREA_WIDTH = 280;
const AREA_HEIGHT = 320;

function area(host: EditorHost): Control {
  const input = document.createElement("textarea");
  input.className = "cell-area";
  input.value = host.typed ?? host.text;
  input.rows = 1;
  const grow = (): void => {
    input.style.height = "auto";
    input.style.height = `${Math.min(AREA_HEIGHT, input.scrollHeight + 2)}px`;
  };
  input.addEventListener("input", grow);
  const breakLine = (): void => {
    input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return {
    element: input,
    input,
    ...readsText(host, input),
    takeKey: (event) => {
      if (event.key !== "Enter" || !event.altKey) return false;
      breakLine();
      return true;
    },
    attached: () => {
      if (host.place === "cell") input.style.width = `${Math.max(AREA_WIDTH, host.anchor.offsetWidth)}px`;
      grow();
    },
    ...CLOSED,
    remove: nothing,
  };
}

const DAY = 86_400_000;

/** The calendar is the browser's own, kept beside the line and opened by a button or Alt+Down. */
function date(host: EditorHost): Control {
  const element = document.createElement("div");
  element.className = "cell-date";
  const input = makeInput(host, "text");
  const calendar = document.createElement("input");
  calendar.type = "date";
  calendar.className = "cell-calendar";
  calendar.tabIndex = -1;
  calendar.setAttribute("aria-hidden", "true");
  if (typeof host.value === "number") calendar.valueAsNumber = host.value * DAY;
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "cell-calendar-button";
  button.setAttribute("aria-label", host.t("grid.pickDate"));
  button.addEventListener("mousedown", (event) => event.preventDefault());
  const open = (): void => calendar.showPicker();
  button.addEventListener("click", open);
  calendar.addEventListener("change", () => {
    if (Number.isNaN(calendar.valueAsNumber)) return;
    input.value = host.editText(Math.round(calendar.valueAsNumber / DAY));
    input.focus();
    host.touched();
  });
  element.append(input, calendar, button);
  return {
    element,
    input,
    ...readsText(host, input),
    takeKey: (event) => {
      if (!opensList(event)) return false;
      open();
      return true;
    },
    attached: nothing,
    open,
    close: () => false,
    remove: nothing,
  };
}

export function makeControl(input: CellInput, host: EditorHost): Control {
  switch (input.input) {
    case "line":
      return line(host, input.mode);
    case "area":
      return area(host);
    case "date":
      return date(host);
    case "choice":
      return choiceControl(host);
    case "choices":
      return choicesControl(host);
  }
}
