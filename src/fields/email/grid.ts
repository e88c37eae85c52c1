/** E-mail addresses in the grid: text to read and copy; a click selects, it does not write a mail. */
import { typedLine } from "../cell.ts";

export const emailCell = typedLine("email", "email");
