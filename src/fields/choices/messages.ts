/** The words of this kind. */
import type { KindNames, ProblemTexts } from "../words.ts";

export const choicesNames: KindNames = { en: "Multiple choice", "zh-CN": "多选", "zh-TW": "多選" };

export const choicesProblems: ProblemTexts<"tooManyLabels"> = {
  en: {
    tooManyLabels: ({ text, most }) =>
      `“${text}” names more than ${most} new choices. Name fewer, or keep it in a column of text.`,
  },
  "zh-CN": {
    tooManyLabels: ({ text, most }) => `“${text}”包含超过 ${most} 个新选项。请减少选项，或改存到文本列中。`,
  },
  "zh-TW": {
    tooManyLabels: ({ text, most }) => `「${text}」包含超過 ${most} 個新選項。請減少選項，或改存到文字欄中。`,
  },
};
