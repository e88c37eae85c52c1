/** The list of the kinds' words. */
import type { KindId } from "../core/model/index.ts";
import { checkboxNames, checkboxProblems } from "./checkbox/messages.ts";
import { choiceNames } from "./choice/messages.ts";
import { choicesNames, choicesProblems } from "./choices/messages.ts";
import { dateNames, dateProblems } from "./date/messages.ts";
import { emailNames } from "./email/messages.ts";
import type { ParseProblem } from "./kind.ts";
import { linkNames } from "./link/messages.ts";
import { longTextNames } from "./longText/messages.ts";
import { moneyNames } from "./money/messages.ts";
import { numberNames, numberProblems } from "./number/messages.ts";
import { phoneNames } from "./phone/messages.ts";
import { ratingNames } from "./rating/messages.ts";
import { textNames } from "./text/messages.ts";
import type { KindNames, WordsLanguage } from "./words.ts";

export const kindNames: Readonly<Record<KindId, KindNames>> = {
  text: textNames,
  longText: longTextNames,
  number: numberNames,
  money: moneyNames,
  date: dateNames,
  checkbox: checkboxNames,
  choice: choiceNames,
  choices: choicesNames,
  phone: phoneNames,
  email: emailNames,
  link: linkNames,
  rating: ratingNames,
};

/** Why a text is no value, and what to type instead. */
export function problemText(language: WordsLanguage, problem: ParseProblem): string {
  switch (problem.problem) {
    case "notANumber":
      return numberProblems[language].notANumber(problem);
    case "tooManyDecimals":
      return numberProblems[language].tooManyDecimals(problem);
    case "outOfRange":
      return numberProblems[language].outOfRange(problem);
    case "notADate":
      return dateProblems[language].notADate(problem);
    case "ambiguousDate":
      return dateProblems[language].ambiguousDate(problem);
    case "noYear":
      return dateProblems[language].noYear(problem);
    case "notACheckbox":
      return checkboxProblems[language].notACheckbox(problem);
    case "tooManyLabels":
      return choicesProblems[language].tooManyLabels(problem);
  }
}
