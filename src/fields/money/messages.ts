/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const moneyNames: KindNames = { en: "Money", "zh-CN": "金额", "zh-TW": "金額" };
