/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const phoneNames: KindNames = { en: "Phone", "zh-CN": "电话", "zh-TW": "電話" };
