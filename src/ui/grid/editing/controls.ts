/** Ways of typing into a cell: a line, an area, a line with a calendar, or one with a list of choices. */
import type { CellInput } from "../../../fields/cell.ts";
import { stars } from "../../../fields/rating/grid.ts";
import { CLOSED, type Control, type EditorHost, makeInput, nothing, readsText } from "./control.ts";
import { dateControl } from "./dates.ts";
import { choiceControl, choicesControl } from "./listed.ts";

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

/** As many stars as an unseen slider says, which arrows, digits and screen readers know how to use. */
function starsControl(host: EditorHost): Control {
  const element = document.createElement("div");
  element.className = "cell-rate";
  const input = document.createElement("input");
  input.type = "range";
  input.className = "unseen";
  input.max = "5";
  // Moved within the page, it would lose the keyboard.
  element.append(input, stars(0));
  const before = typeof host.value === "number" ? host.value : 0;
  let given = before;
  const show = (): void => {
    input.value = String(given);
    input.setAttribute("aria-valuetext", given === 0 ? host.t("common.empty") : String(given));
    element.lastElementChild?.replaceWith(stars(given));
  };
  const set = (next: number): void => {
    given = next;
    show();
    host.touched();
  };
  input.addEventListener("input", () => set(Number(input.value)));
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", ({ target }) => {
    const star = target instanceof HTMLElement ? Number(target.dataset["press"]) : Number.NaN;
    // The star that is on already takes itself away.
    if (!Number.isNaN(star)) set(star === given ? star - 1 : star);
    input.focus();
  });
  show();
  return {
    element,
    input,
    read: () => ({ ok: true, value: given === 0 ? null : given }),
    changed: () => given !== before,
    takeKey: ({ key, ctrlKey, metaKey, altKey }) => {
      if (ctrlKey || metaKey || altKey) return false;
      const digit = key.normalize("NFKC");
      if (key === "Delete" || key === "Backspace") set(0);
      else if (/^[0-5]$/.test(digit)) set(Number(digit));
      else return false;
      return true;
    },
    attached: nothing,
    ...CLOSED,
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
      return dateControl(host);
    case "stars":
      return starsControl(host);
    case "choice":
      return choiceControl(host);
    case "choices":
      return choicesControl(host);
  }
}
