/** Messages by key, with parameters typed by key, in the language the browser asks for. */
import { en, type MessageKey, type Messages } from "./en.ts";
import { zhCN } from "./zh-CN.ts";
import { zhTW } from "./zh-TW.ts";

export type { MessageKey } from "./en.ts";

export const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that who cannot read the present one finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
};

const TABLES: Readonly<Record<Language, Messages>> = { en, "zh-CN": zhCN, "zh-TW": zhTW };

type Arguments<Key extends MessageKey> = Messages[Key] extends (params: infer Params) => string
  ? readonly [params: Params]
  : readonly [];

export type Translate = <Key extends MessageKey>(key: Key, ...args: Arguments<Key>) => string;

/** Reads `language` on every call, so that text in a reactive scope follows a change of it. */
export function makeTranslate(language: () => Language): Translate {
  return (key, ...args) => {
    const message: unknown = TABLES[language()][key];
    // The type of `key` has fixed which arguments came; the compiler cannot carry that through the table.
    return typeof message === "function" ? String(message(args[0])) : String(message);
  };
}

/** The first language of the list that Tierbook speaks; tags of Chinese are told apart by script, then region. */
export function pickLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [language, ...rest] = tag.toLowerCase().split("-");
    if (language === "en") return "en";
    if (language !== "zh") continue;
    if (rest.includes("hans")) return "zh-CN";
    const traditional = rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part));
    return traditional ? "zh-TW" : "zh-CN";
  }
  return "en";
}
