/** The shape of what each kind's messages give: its name, and a sentence for each way a text can fail to be its value. */
import type { ParseProblem } from "./kind.ts";

export type WordsLanguage = "en" | "zh-CN" | "zh-TW";

export type KindNames = Readonly<Record<WordsLanguage, string>>;

/** What is wrong, and the remedy. */
export type ProblemTexts<Name extends ParseProblem["problem"]> = Readonly<
  Record<
    WordsLanguage,
    { readonly [Each in Name]: (problem: Extract<ParseProblem, { problem: Each }>) => string }
  >
>;
