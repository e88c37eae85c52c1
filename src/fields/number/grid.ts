/** Numbers in the grid: one line, with the keypad of a phone that has a decimal sign. */
import { typedLine } from "../cell.ts";

export const numberCell = typedLine("number", "decimal");
