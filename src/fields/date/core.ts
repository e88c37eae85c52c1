/** Calendar days. Shown as yyyy-mm-dd everywhere: it sorts by eye, and no two countries read it differently. */
import type { Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";
import { isoText } from "../shared/day.ts";
import { guessDates } from "./column.ts";
import { readDay } from "./read.ts";

export { guessDates } from "./column.ts";

const show = (value: Value): string => (typeof value === "number" ? isoText(value) : "");

export const DATE_EXAMPLE = isoText(20_517);

export const dateKind: FieldKind = {
  id: "date",
  newType: () => ({ storage: "day" }),
  parse: (text, _field, locale) => {
    if (text.trim() === "") return { ok: true, value: null };
    const read = readDay(text, locale);
    if (read.ok) return { ok: true, value: read.day };
    const problem =
      read.why === "notADate"
        ? ({ problem: "notADate", text, example: DATE_EXAMPLE } as const)
        : ({ problem: "ambiguousDate", text } as const);
    return { ok: false, problem };
  },
  format: show,
  editText: show,
  plain: show,
  guess: (texts) => {
    const [only, other] = guessDates(texts);
    // Two orders fit: which was meant is not to be guessed.
    return only === undefined || other !== undefined ? null : { type: { storage: "day" }, read: only.read };
  },
  align: "start",
};
