/** Plain text in the grid: one line. */
import { typedLine } from "../cell.ts";

export const textCell = typedLine("text", "text");
