/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const choicesNames: KindNames = { en: "Multiple choice", "zh-CN": "多选", "zh-TW": "多選" };
