/** What a group is called: the value that its rows have in common, or the period they lie in. */
import type { App } from "../../../app/app.ts";
import { type Atom, type Field, fromAtom, type PeriodUnit } from "../../../core/model/index.ts";
import { kindOf } from "../../../fields/index.ts";
import { dateFormat } from "../../../i18n/intl.ts";

const DAY = 86_400_000;

function periodText(app: App, unit: PeriodUnit, day: number): string {
  const { tag } = app.locale();
  const options = { timeZone: "UTC", numberingSystem: "latn", calendar: "gregory" } as const;
  const date = new Date(day * DAY);
  switch (unit) {
    case "year":
      return dateFormat(tag, { ...options, year: "numeric" }).format(date);
    case "quarter":
      return app.t("groups.quarter", {
        quarter: Math.floor(date.getUTCMonth() / 3) + 1,
        year: date.getUTCFullYear(),
      });
    case "month":
      return dateFormat(tag, { ...options, year: "numeric", month: "long" }).format(date);
    case "week":
      return app.t("groups.week", {
        from: dateFormat(tag, { ...options, dateStyle: "medium" }).format(date),
      });
    case "day":
      return dateFormat(tag, { ...options, dateStyle: "medium" }).format(date);
  }
}

export function groupText(app: App, field: Field, unit: PeriodUnit | undefined, atom: Atom): string {
  if (atom === null) return app.t("groups.blank");
  if (field.type.storage === "day" && unit !== undefined && typeof atom === "number")
    return periodText(app, unit, atom);
  const text = kindOf(field).format(fromAtom(field.type, atom), field, app.locale());
  return text === "" ? String(atom) : text;
}
