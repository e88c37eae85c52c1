/** Ratings in the grid: stars; a digit or a click on a star sets them, 0 empties the cell; F2 has arrows do it. */
import type { CellKind } from "../cell.ts";

const STARS = [1, 2, 3, 4, 5] as const;

/** Each with its number in `data-press`. */
export function stars(given: number): HTMLElement {
  const group = document.createElement("span");
  group.className = "cell-stars";
  for (const star of STARS) {
    const mark = document.createElement("span");
    mark.className = star <= given ? "cell-star on" : "cell-star";
    mark.dataset["press"] = String(star);
    mark.textContent = "★";
    group.append(mark);
  }
  return group;
}

export const ratingCell: CellKind = {
  id: "rating",
  input: { input: "stars" },
  press: (key) => {
    const digit = key.normalize("NFKC");
    return /^[0-5]$/.test(digit) ? (digit === "0" ? null : Number(digit)) : undefined;
  },
  draw: (into, value, _field, text) => {
    const group = stars(typeof value === "number" ? value : 0);
    group.setAttribute("role", "img");
    group.setAttribute("aria-label", text);
    into.append(group);
  },
  lead: null,
};
