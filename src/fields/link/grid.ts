/** Links in the grid: text to read and copy; a click selects, and what stands beside it opens the page in another tab. */
import { typedLine } from "../cell.ts";
import { webLead } from "../shared/lead.ts";

export const linkCell = typedLine("link", "url", webLead);
