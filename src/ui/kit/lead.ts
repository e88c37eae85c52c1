/** A way out of Tierbook: a call, a mail, a page in a tab of its own that cannot reach back into this one. */
import type { Lead } from "../../fields/shared/lead.ts";
import type { Translate } from "../../i18n/index.ts";

const NAMES = { call: "lead.call", write: "lead.write", open: "lead.open" } as const;

/** `text` is what the cell holds. */
export const leadName = (t: Translate, { verb }: Lead, text: string): string => t(NAMES[verb], { text });

export function dressLead(link: HTMLAnchorElement, lead: Lead, text: string, t: Translate): void {
  link.href = lead.href;
  link.rel = "noopener noreferrer";
  if (lead.verb === "open") link.target = "_blank";
  else link.removeAttribute("target");
  link.dataset["verb"] = lead.verb;
  link.title = leadName(t, lead, text);
  link.setAttribute("aria-label", link.title);
}

export function followLead(lead: Lead, text: string, t: Translate): void {
  const link = document.createElement("a");
  dressLead(link, lead, text, t);
  link.click();
}
