/** The words of this kind. */
import type { KindNames, ProblemTexts } from "../words.ts";

export const dateNames: KindNames = { en: "Date", "zh-CN": "日期", "zh-TW": "日期" };

export const dateProblems: ProblemTexts<"notADate" | "ambiguousDate" | "noYear"> = {
  en: {
    notADate: ({ text, example }) => `“${text}” is not a date. Type it like ${example}.`,
    ambiguousDate: ({ text }) => `“${text}” can be read as two dates. Type the year first: year-month-day.`,
    noYear: ({ text, example }) => `“${text}” has no year. Write the whole date, like ${example}.`,
  },
  "zh-CN": {
    notADate: ({ text, example }) => `“${text}”不是日期。请按 ${example} 的格式输入。`,
    ambiguousDate: ({ text }) => `“${text}”可以理解为两个日期。请先写年份：年-月-日。`,
    noYear: ({ text, example }) => `“${text}”没有年份。请写完整日期，例如 ${example}。`,
  },
  "zh-TW": {
    notADate: ({ text, example }) => `「${text}」不是日期。請依 ${example} 的格式輸入。`,
    ambiguousDate: ({ text }) => `「${text}」可以理解為兩個日期。請先寫年份：年-月-日。`,
    noYear: ({ text, example }) => `「${text}」沒有年份。請寫完整日期，例如 ${example}。`,
  },
};
