/** The words of this kind. */
import type { KindNames } from "../words.ts";

export const emailNames: KindNames = { en: "E-mail", "zh-CN": "邮箱", "zh-TW": "電子郵件" };
