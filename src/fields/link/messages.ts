/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const linkNames: KindNames = { en: "Link", "zh-CN": "链接", "zh-TW": "連結" };
