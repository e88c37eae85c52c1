/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const textNames: KindNames = { en: "Text", "zh-CN": "文本", "zh-TW": "文字" };
