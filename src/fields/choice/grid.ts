/** A choice in the grid: a chip in its hue, edited as text with the field's choices listed below. */
import { choicesOf } from "../../core/model/index.ts";
import { type CellKind, chip } from "../cell.ts";

export const choiceCell: CellKind = {
  id: "choice",
  input: { input: "choice" },
  press: null,
  draw: (into, value, field) => {
    const choice = choicesOf(field.type).find((each) => each.id === value);
    if (choice !== undefined) into.append(chip(choice));
  },
  lead: null,
};
