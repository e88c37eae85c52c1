/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const longTextNames: KindNames = { en: "Long text", "zh-CN": "长文本", "zh-TW": "長文字" };
