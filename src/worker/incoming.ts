/** In whose words the columns of a file are called that does not name them itself. */
import type { CardColumn, ImportHints } from "../exchange/index.ts";
import { loadLanguage, makeTranslate, pickLanguage } from "../i18n/index.ts";

/** What the columns of an address book are called, in the language of whom the file is for. */
export async function cardWords({ language }: ImportHints): Promise<(column: CardColumn) => string> {
  const spoken = pickLanguage([language ?? "en"]);
  await loadLanguage(spoken);
  const t = makeTranslate(() => spoken);
  return (column) => t(`card.${column}`);
}
