/** Messages by key, with parameters typed by key. A language is fetched when it is first spoken: nobody needs them all. */
import type { MessageKey, Messages } from "./en.ts";

export type { MessageKey } from "./en.ts";

export const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that who cannot read the present one finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
};

const FETCH: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en.ts")).en,
  "zh-CN": async () => (await import("./zh-CN.ts")).zhCN,
  "zh-TW": async () => (await import("./zh-TW.ts")).zhTW,
};

const tables = new Map<Language, Messages>();

/** Must have resolved before the language is spoken. Rejects where its words cannot be had. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!tables.has(language)) tables.set(language, await FETCH[language]());
}

/** Of messages that are the same whatever they are about. */
export type PlainKey = { [Key in MessageKey]: Messages[Key] extends string ? Key : never }[MessageKey];

type Arguments<Key extends MessageKey> = Messages[Key] extends (params: infer Params) => string
  ? readonly [params: Params]
  : readonly [];

export type Translate = <Key extends MessageKey>(key: Key, ...args: Arguments<Key>) => string;

/** Reads `language` on every call, so that text in a reactive scope follows a change of it. */
export function makeTranslate(language: () => Language): Translate {
  return (key, ...args) => {
    const table = tables.get(language());
    if (table === undefined) throw new Error(`${language()} is not loaded`);
    const message: unknown = table[key];
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
