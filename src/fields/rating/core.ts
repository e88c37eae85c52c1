/** One to five stars. */
import type { Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";

const MOST = 5;
const STAR = "★";
const STARS = /^[★⭐]*☆*$/;
const DIGIT = /^\d$/;
/** Telephones put it behind a star to have it coloured. */
const EMOJI_MARK = "\ufe0f";

const digits = (value: Value): string => (typeof value === "number" ? String(value) : "");

export const ratingKind: FieldKind = {
  id: "rating",
  newType: () => ({ storage: "integer", decimals: 0 }),
  parse: (text) => {
    const clean = text.normalize("NFKC").replaceAll(EMOJI_MARK, "").trim();
    const stars = STARS.test(clean)
      ? clean.replace(/☆+$/, "").length
      : DIGIT.test(clean)
        ? Number(clean)
        : null;
    if (clean === "" || stars === 0) return { ok: true, value: null };
    if (stars !== null && stars <= MOST) return { ok: true, value: stars };
    return { ok: false, problem: { problem: "outOfRange", text, low: "1", high: String(MOST) } };
  },
  // A value from elsewhere may lie outside of one to five; it is shown as the number it is.
  format: (value) =>
    typeof value === "number" && value >= 1 && value <= MOST ? STAR.repeat(value) : digits(value),
  editText: digits,
  plain: digits,
  guess: null,
  align: "start",
};
