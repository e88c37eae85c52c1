/** Yes or no. A box never touched is empty, which is not the same as no. */
import type { Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";

const YES = new Set(["true", "yes", "y", "1", "x", "✓", "✔", "√", "☑", "✅", "是", "对", "對"]);
const NO = new Set(["false", "no", "n", "0", "✗", "✘", "☐", "❌", "否", "错", "錯"]);

const show =
  (yes: string, no: string) =>
  (value: Value): string =>
    value === true ? yes : value === false ? no : "";
const mark = show("✓", "✗");
const word = show("TRUE", "FALSE");

export const checkboxKind: FieldKind = {
  id: "checkbox",
  newType: () => ({ storage: "flag" }),
  parse: (text) => {
    const clean = text.normalize("NFKC").trim().toLowerCase();
    if (clean === "") return { ok: true, value: null };
    if (YES.has(clean)) return { ok: true, value: true };
    return NO.has(clean)
      ? { ok: true, value: false }
      : { ok: false, problem: { problem: "notACheckbox", text } };
  },
  format: mark,
  editText: mark,
  plain: word,
  guess: (texts) => {
    const read = (text: string): boolean | undefined =>
      text === "TRUE" ? true : text === "FALSE" ? false : undefined;
    return texts.every((text) => read(text) !== undefined) ? { type: { storage: "flag" }, read } : null;
  },
  align: "center",
};
