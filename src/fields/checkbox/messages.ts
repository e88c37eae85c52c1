/** The words of this kind. */
import type { KindNames, ProblemTexts } from "../words.ts";

export const checkboxNames: KindNames = { en: "Checkbox", "zh-CN": "复选框", "zh-TW": "核取方塊" };

export const checkboxProblems: ProblemTexts<"notACheckbox"> = {
  en: { notACheckbox: ({ text }) => `“${text}” is neither yes nor no. Type yes or no.` },
  "zh-CN": { notACheckbox: ({ text }) => `“${text}”既不是“是”也不是“否”。请输入是或否。` },
  "zh-TW": { notACheckbox: ({ text }) => `「${text}」既不是「是」也不是「否」。請輸入是或否。` },
};
