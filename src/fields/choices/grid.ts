/** Several choices in the grid: a row of chips in the field's order of choices. */
import { choicesOf } from "../../core/model/index.ts";
import { type CellKind, chip } from "../cell.ts";

export const choicesCell: CellKind = {
  id: "choices",
  input: { input: "choices" },
  press: null,
  draw: (into, value, field) => {
    if (!Array.isArray(value)) return;
    const chosen = new Set<string>(value);
    into.append(
      ...choicesOf(field.type)
        .filter((choice) => chosen.has(choice.id))
        .map(chip),
    );
  },
  lead: null,
};
