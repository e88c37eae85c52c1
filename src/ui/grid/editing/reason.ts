/** Why a typed text was refused, shown beside the cell and told to assistive technology. */
import { openFloat } from "./float.ts";

/** On the cell, because a selector that asks for the input inside slows down every row that comes into view. */
const REFUSED = "cell-refused";

let made = 0;

export interface Reason {
  readonly shown: () => boolean;
  readonly show: (text: string) => void;
  readonly hide: () => void;
}

export function makeReason(cell: HTMLElement, input: HTMLElement): Reason {
  let float: ReturnType<typeof openFloat> | null = null;
  return {
    shown: () => float !== null,
    show: (text) => {
      if (float === null) {
        made += 1;
        float = openFloat(cell, "cell-reason");
        float.element.id = `cell-reason-${made}`;
        float.element.setAttribute("role", "alert");
      }
      float.element.textContent = text;
      float.place();
      cell.classList.add(REFUSED);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-errormessage", float.element.id);
    },
    hide: () => {
      float?.remove();
      float = null;
      cell.classList.remove(REFUSED);
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-errormessage");
    },
  };
}
