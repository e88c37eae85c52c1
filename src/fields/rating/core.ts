/** One to five stars. */
import type { Value } from "../../core/model/index.ts";
import type { FieldKind } from "../kind.ts";

const MOST = 5;
const STAR = "★";

const digits = (value: Value): string => (typeof value === "number" ? String(value) : "");

export const ratingKind: FieldKind = {
  id: "rating",
  newType: () => ({ storage: "integer", decimals: 0 }),
  parse: (text) => {
    const clean = text.normalize("NFKC").trim();
    if (clean === "") return { ok: true, value: null };
    const stars = /^[★⭐]+[☆]*$/u.test(clean) ? (clean.match(/[★⭐]/gu)?.length ?? 0) : Number(clean);
    if (stars === 0) return { ok: true, value: null };
    if (Number.isInteger(stars) && stars >= 1 && stars <= MOST) return { ok: true, value: stars };
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
