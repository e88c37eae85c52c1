/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const choiceNames: KindNames = { en: "Choice", "zh-CN": "单选", "zh-TW": "單選" };
