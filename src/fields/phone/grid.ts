/** Phone numbers in the grid: text to read and copy; a click selects, it does not call. */
import { typedLine } from "../cell.ts";

export const phoneCell = typedLine("phone", "tel");
