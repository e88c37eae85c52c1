/** What the kinds that keep text have in common: it is kept exactly as typed, and shown as it is kept. */
import type { Value } from "../../core/model/index.ts";
import type { FieldKind, Guess } from "../kind.ts";

const show = (value: Value): string => (typeof value === "string" ? value : "");

export const plainText: Omit<FieldKind, "id" | "guess"> = {
  newType: () => ({ storage: "text" }),
  parse: (text) => ({ ok: true, value: text === "" ? null : text }),
  format: show,
  editText: show,
  plain: show,
  align: "start",
};

/** A guess that takes texts as they are, for which nothing can be lost. */
export const keepText: Guess = { type: { storage: "text" }, read: (text) => text };
