/** Phone numbers in the grid: text to read and copy; a click selects, and what stands beside it calls. */
import { typedLine } from "../cell.ts";
import { phoneLead } from "../shared/lead.ts";

export const phoneCell = typedLine("phone", "tel", phoneLead);
