/** In which order Chinese text is sorted: kept as the collation keyword of the workbook's BCP 47 tag. */

export const HAN_ORDERS = ["pinyin", "stroke"] as const;
export type HanOrder = (typeof HAN_ORDERS)[number];

/** As chosen, else as the locale has it: strokes where traditional characters are written, else pinyin. */
export function hanOrderOf(locale: string): HanOrder {
  const tag = new Intl.Locale(locale);
  const chosen = HAN_ORDERS.find((order) => order === tag.collation);
  return chosen ?? (tag.maximize().script === "Hant" ? "stroke" : "pinyin");
}

export const withHanOrder = (locale: string, order: HanOrder): string =>
  new Intl.Locale(locale, { collation: order }).toString();
