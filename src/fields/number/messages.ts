/** The words of this kind. */
import type { KindNames, ProblemTexts } from "../words.ts";

export const numberNames: KindNames = { en: "Number", "zh-CN": "数字", "zh-TW": "數字" };

export const numberProblems: ProblemTexts<"notANumber" | "tooManyDecimals" | "outOfRange"> = {
  en: {
    notANumber: ({ text, example }) => `“${text}” is not a number. Type digits, for example ${example}.`,
    tooManyDecimals: ({ text, decimals }) =>
      decimals === 0
        ? `“${text}” has decimals, but this column keeps whole numbers. Round it.`
        : `“${text}” has more than the ${decimals} decimals that this column keeps. Round it.`,
    outOfRange: ({ text, low, high }) => `“${text}” is out of range. Type a number from ${low} to ${high}.`,
  },
  "zh-CN": {
    notANumber: ({ text, example }) => `“${text}”不是数字。请输入数字，例如 ${example}。`,
    tooManyDecimals: ({ text, decimals }) =>
      decimals === 0
        ? `“${text}”带有小数，而此列只保存整数。请取整。`
        : `“${text}”超过此列保存的 ${decimals} 位小数。请四舍五入。`,
    outOfRange: ({ text, low, high }) => `“${text}”超出范围。请输入 ${low} 到 ${high} 之间的数字。`,
  },
  "zh-TW": {
    notANumber: ({ text, example }) => `「${text}」不是數字。請輸入數字，例如 ${example}。`,
    tooManyDecimals: ({ text, decimals }) =>
      decimals === 0
        ? `「${text}」帶有小數，而此欄只保存整數。請取整數。`
        : `「${text}」超過此欄保存的 ${decimals} 位小數。請四捨五入。`,
    outOfRange: ({ text, low, high }) => `「${text}」超出範圍。請輸入 ${low} 到 ${high} 之間的數字。`,
  },
};
