/**
 * Where the text of a cell leads to outside of Tierbook. What a cell holds is not to be trusted: `tel:`, `mailto:`, `http:`
 * and `https:` are the only addresses ever made of it, and each is put together here, never taken as it stands.
 */

export interface Lead {
  readonly verb: "call" | "write" | "open";
  readonly href: string;
}

const LEAST_DIGITS = 3;
const DIALLED = /[^\d+*#]/g;
/** What stands between the digits of a number, and nothing else. */
const NUMBER = /^\+?[\d\s().\-/*#]+$/;

export function phoneLead(text: string): Lead | null {
  const clean = text.normalize("NFKC").trim();
  if (!NUMBER.test(clean) || (clean.match(/\d/g)?.length ?? 0) < LEAST_DIGITS) return null;
  return { verb: "call", href: `tel:${clean.replace(DIALLED, "").replaceAll("#", "%23")}` };
}

const MAIL = /^[^\s@,;<>"]+@[^\s@,;<>"/?#&]+\.[^\s@,;<>"./?#&]{2,}$/;

export function mailLead(text: string): Lead | null {
  const clean = text.normalize("NFKC").trim();
  const [local, domain] = clean.split("@");
  if (!MAIL.test(clean) || local === undefined || domain === undefined) return null;
  return { verb: "write", href: `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}` };
}

const WEB = /^https?:\/\//i;
/** As people type them: `example.com/a`, without a scheme. */
const BARE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

export function webLead(text: string): Lead | null {
  const clean = text.trim();
  if (/^mailto:/i.test(clean)) return mailLead(clean.slice(7));
  if (/^tel:/i.test(clean)) return phoneLead(clean.slice(4));
  const address = WEB.test(clean) ? clean : BARE.test(clean) ? `https://${clean}` : null;
  if (address === null) return null;
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? { verb: "open", href } : null;
  } catch {
    return null;
  }
}
