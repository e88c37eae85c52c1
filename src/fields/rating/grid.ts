/** Ratings in the grid: stars; a digit or a click on a star sets them, 0 empties the cell. */
import type { CellKind } from "../cell.ts";

const STARS = [1, 2, 3, 4, 5] as const;

export const ratingCell: CellKind = {
  id: "rating",
  input: null,
  press: (key) => (/^[0-5]$/.test(key) ? (key === "0" ? null : Number(key)) : undefined),
  draw: (into, value, _field, text) => {
    const given = typeof value === "number" ? value : 0;
    const group = document.createElement("span");
    group.className = "cell-stars";
    group.setAttribute("role", "img");
    group.setAttribute("aria-label", text);
    for (const star of STARS) {
      const mark = document.createElement("span");
      mark.className = star <= given ? "cell-star on" : "cell-star";
      mark.dataset["press"] = String(star);
      mark.textContent = "★";
      group.append(mark);
    }
    into.append(group);
  },
};
