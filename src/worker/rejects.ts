/** The rows that an import did not take, as a file in the language of who asks for it. */
import { type Rejects, rejectedCsv } from "../exchange/rejected.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, loadLanguage, makeTranslate } from "../i18n/index.ts";

export async function rejectsFile({ table, rejected }: Rejects, language: Language): Promise<Blob> {
  await loadLanguage(language);
  const t = makeTranslate(() => language);
  const pieces = rejectedCsv(table, rejected, {
    line: t("reject.line"),
    reason: t("reject.reason"),
    word: (why) => rejectText(t, language, why),
  });
  return new Blob([...pieces], { type: "text/csv" });
}
