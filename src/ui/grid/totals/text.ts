/** Totals in words and figures, as the column they are of shows its values. Exact: what no number holds is written out. */
import type { App } from "../../../app/app.ts";
import { type Field, fromAtom, type Total } from "../../../core/model/index.ts";
import { kindOf } from "../../../fields/index.ts";
import { numberFormat } from "../../../i18n/intl.ts";
import type { Exact, Result } from "../../../worker/api.ts";

/** By locale, every digit of it. */
export function exactText(app: App, { value, decimals }: Exact): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  const { tag, decimal } = app.locale();
  const grouped = numberFormat(tag, { numberingSystem: "latn" }).format(BigInt(whole));
  return `${value < 0n ? "−" : ""}${grouped}${fraction === "" ? "" : `${decimal}${fraction}`}`;
}

function amountText(app: App, field: Field, exact: Exact): string {
  const { type } = field;
  const own = type.storage === "integer" ? type.decimals : 0;
  const number = Number(exact.value);
  // Averages have more decimals than the column can show.
  return exact.decimals === own && Number.isSafeInteger(number)
    ? kindOf(field).format(fromAtom(type, number), field, app.locale())
    : exactText(app, exact);
}

/** Null: the column has none, or none that fits. */
export function resultText(app: App, field: Field, result: Result | undefined): string | null {
  switch (result?.type) {
    case "count":
      return numberFormat(app.locale().tag, { numberingSystem: "latn" }).format(result.count);
    case "amount":
      return result.amount === null ? app.t("total.nothing") : amountText(app, field, result.amount);
    case "unfit":
    case undefined:
      return null;
  }
}

export const totalName = (app: App, total: Total): string => app.t(`total.${total}`);
