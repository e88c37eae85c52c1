/** E-mail addresses in the grid: text to read and copy; a click selects, and what stands beside it writes a mail. */
import { typedLine } from "../cell.ts";
import { mailLead } from "../shared/lead.ts";

export const emailCell = typedLine("email", "email", mailLead);
