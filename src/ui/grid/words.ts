/** AG Grid's own words, of those that our use of it can bring up. Asked for each time, so that they follow the language. */
import type { GridOptions } from "ag-grid-community";
import type { MessageKey, Translate } from "../../i18n/index.ts";
import type { GridRow } from "./rows.ts";

/** A sentence of its own each: with parameters it would not fit the type. */
type Plain = Extract<MessageKey, `agGrid.${string}`>;

const WORDS: ReadonlyMap<string, Plain> = new Map([
  ["loadingError", "agGrid.notLoaded"],
  ["ariaSkeletonCellLoading", "agGrid.loading"],
  ["ariaSkeletonCellLoadingFailed", "agGrid.notLoaded"],
  ["ariaValidationErrorPrefix", "agGrid.refused"],
]);

export function wordsOf(t: Translate): NonNullable<GridOptions<GridRow>["getLocaleText"]> {
  return ({ key, defaultValue }) => {
    const word = WORDS.get(key);
    return word === undefined ? defaultValue : t(word);
  };
}
