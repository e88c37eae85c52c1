/** What is said to the person: one notice at a time, and what is only announced. */
import { createSignal, untrack } from "solid-js";
import type { Notice } from "./app.ts";

export function createNotice() {
  const [notice, setNotice] = createSignal<Notice | null>(null);
  let last = 0;
  const notify = (text: string, tone: Notice["tone"] = "plain", action?: Notice["action"]): void => {
    last += 1;
    const open = untrack(notice);
    // What someone typed must not give way to the next message before it was read.
    const kept = open?.tone === "lost" ? `${open.text}\n` : "";
    const next = { id: last, text: `${kept}${text}`, tone: kept === "" ? tone : "lost" } as const;
    setNotice(action === undefined ? next : { ...next, action });
  };
  /** Behind what is said already, which may not have been read. */
  const add = (text: string): void => {
    const open = untrack(notice);
    notify(open === null || open.tone === "lost" ? text : `${open.text}\n${text}`, open?.tone);
  };
  const [announced, setAnnounced] = createSignal<Pick<Notice, "text"> | null>(null);
  const announce = (text: string): void => {
    setAnnounced({ text });
  };
  return { said: { notice, notify, dismissNotice: () => setNotice(null), announced }, add, announce };
}

/** The tone of a refusal that holds what someone typed, and of one that does not. */
export const lossOf = (typed: string | undefined): Notice["tone"] => (typed === undefined ? "wrong" : "lost");
