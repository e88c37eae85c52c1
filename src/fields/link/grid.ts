/** Links in the grid: text to read and copy; a click selects, it does not leave the page. */
import { typedLine } from "../cell.ts";

export const linkCell = typedLine("link", "url");
