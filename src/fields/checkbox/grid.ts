/** Checkboxes in the grid: Space or a click turns them over. */
import type { CellKind } from "../cell.ts";

export const checkboxCell: CellKind = {
  id: "checkbox",
  input: null,
  press: (key, value) => (key === " " ? value !== true : undefined),
  draw: (into, value, field) => {
    const box = document.createElement("span");
    box.className = "cell-checkbox";
    box.setAttribute("role", "checkbox");
    box.setAttribute("aria-checked", value === true ? "true" : "false");
    box.setAttribute("aria-label", field.name);
    box.dataset["press"] = " ";
    into.append(box);
  },
  lead: null,
};
