/** The list of kinds as the grid knows them; `fields/index.ts` lists their cores. */
import type { Field, KindId } from "../core/model/index.ts";
import type { CellKind } from "./cell.ts";
import { checkboxCell } from "./checkbox/grid.ts";
import { choiceCell } from "./choice/grid.ts";
import { choicesCell } from "./choices/grid.ts";
import { dateCell } from "./date/grid.ts";
import { emailCell } from "./email/grid.ts";
import { linkCell } from "./link/grid.ts";
import { longTextCell } from "./longText/grid.ts";
import { moneyCell } from "./money/grid.ts";
import { numberCell } from "./number/grid.ts";
import { phoneCell } from "./phone/grid.ts";
import { ratingCell } from "./rating/grid.ts";
import { textCell } from "./text/grid.ts";

const CELLS: Readonly<Record<KindId, CellKind>> = {
  text: textCell,
  longText: longTextCell,
  number: numberCell,
  money: moneyCell,
  date: dateCell,
  checkbox: checkboxCell,
  choice: choiceCell,
  choices: choicesCell,
  phone: phoneCell,
  email: emailCell,
  link: linkCell,
  rating: ratingCell,
};

export function cellOf(field: Field): CellKind {
  return CELLS[field.kind];
}
