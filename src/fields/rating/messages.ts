/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const ratingNames: KindNames = { en: "Rating", "zh-CN": "评分", "zh-TW": "評分" };
