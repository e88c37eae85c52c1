/** Every message is worded in every language, in that language, and used. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en.ts";
import { zhCN } from "../../src/i18n/zh-CN.ts";
import { zhTW } from "../../src/i18n/zh-TW.ts";

const CHINESE = { "zh-CN": zhCN, "zh-TW": zhTW } as const;
const HAN = /\p{Script=Han}/u;
/** A word of Latin letters that is neither a name nor a unit, nor what is put in. */
const LATIN = /[A-Za-z]{3,}/;

/** Names, and forms that are nothing but what is put into them. */
const SAME_EVERYWHERE = new Set([
  "app.name",
  "duplicates.row",
  "filter.atLeast",
  "filter.atMost",
  "filter.range",
  "filter.inner",
  "filter.unit.percent",
  "encoding.utf-8",
  "encoding.utf-16le",
  "encoding.utf-16be",
  "export.fileName",
  "export.own",
  "file.name",
  "history.values",
  "preset.excel",
  "tier.vip",
  "reject.badValue",
  "charts.percent",
  "charts.alt",
  "charts.altItem",
  "history.step",
  "diff.kind",
]);

/** The text of a message, or of the function that makes it: what is put in may be anything. */
const wording = (message: unknown): string => String(message);

/** Characters of which each script has its own form: enough of the common ones that a slip is found. */
const SIMPLIFIED = new Set(
  "们这说时会对发现过还进导编码选择筛数据库项删关闭开单击输复制粘贴图认为无号类别显设备录页链续处",
);
const TRADITIONAL = new Set(
  "們這說時會對發現過還進導編碼選擇篩數據庫項刪關閉開單擊輸複製貼圖認為無號類別顯設備錄頁鏈續處",
);
const OWN = {
  "zh-CN": new Set([...TRADITIONAL].filter((character) => !SIMPLIFIED.has(character))),
  "zh-TW": new Set([...SIMPLIFIED].filter((character) => !TRADITIONAL.has(character))),
} as const;

/** What is said of an element, and not shown as its content. */
const SPOKEN = /^(aria-(label|description|roledescription|placeholder)|title|placeholder|alt|label)$/;
const SHOWN = /^(textContent|title|ariaLabel|placeholder|alt)$/;
/** Keys are called the same in every language. */
const KEYS = /^(Page(Up|Down)|((Ctrl|Shift|Alt)\+)+\w+)$/;
/** The page of the kit is for those who build it. */
const NOT_FOR_USERS = "src/ui/kit/page";

const literal = (node: ESTree.Node | null | undefined): string =>
  node?.type === "Literal" && typeof node.value === "string" ? node.value : "";

const propertyOf = (node: ESTree.Node): string =>
  node.type === "MemberExpression" && node.property.type === "Identifier" && "name" in node.property
    ? node.property.name
    : "";

/** Words that stand in a component itself: as content, or as what is said of it. */
function wordsIn(code: string): readonly string[] {
  const found: string[] = [];
  const note = (text: string): void => {
    if (LATIN.test(text) && !KEYS.test(text) && !(text in en)) found.push(text.trim());
  };
  new Visitor({
    JSXText: ({ value }) => note(value),
    JSXAttribute: ({ name, value }) => {
      if (name.type === "JSXIdentifier" && SPOKEN.test(name.name)) note(literal(value));
    },
    CallExpression: ({ callee, arguments: [name, value] }) => {
      if (propertyOf(callee) === "setAttribute" && SPOKEN.test(literal(name))) note(literal(value));
    },
    AssignmentExpression: ({ left, right }) => {
      if (SHOWN.test(propertyOf(left))) note(literal(right));
    },
  }).visit(parseSync("part.tsx", code).program);
  return found;
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (path !== join(NOT_FOR_USERS)) yield* files(path);
  }
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !/^(en|zh-CN|zh-TW)\b/.test(entry.name))
      yield readFileSync(path, "utf8");
  }
}

/** Keys as they stand in the sources, and the beginnings of those that are put together there. */
function namedInSources(): { readonly whole: Set<string>; readonly begun: readonly string[] } {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const source of sources("src")) {
    for (const [, key = ""] of source.matchAll(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/gi)) whole.add(key);
    for (const [, key = ""] of source.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{/gi)) begun.add(key);
  }
  return { whole, begun: [...begun] };
}

describe("the messages", () => {
  it("are all used", () => {
    const { whole, begun } = namedInSources();
    const unused = Object.keys(en).filter(
      (key) => !whole.has(key) && !begun.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it.each(["zh-CN", "zh-TW"] as const)("%s words each of its own, in Chinese", (language) => {
    const untranslated = Object.entries(CHINESE[language]).filter(([key, message]) => {
      const text = wording(message);
      const source = wording(en[key as keyof typeof en]);
      return LATIN.test(source) && !HAN.test(text) && !SAME_EVERYWHERE.has(key);
    });
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it.each(["zh-CN", "zh-TW"] as const)("%s is written in its own script", (language) => {
    const foreign = Object.entries(CHINESE[language]).filter(([, message]) =>
      [...wording(message)].some((character) => OWN[language].has(character)),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});

describe("what is shown", () => {
  const fields = [...files("src/ui"), ...files("src/fields")].filter((path) => /\.tsx?$/.test(path));

  it("is worded by messages, and never in a component itself", () => {
    const words = fields.flatMap((path) =>
      wordsIn(readFileSync(path, "utf8")).map((text) => `${path}: ${text}`),
    );
    expect(words).toEqual([]);
  });

  it("would be found in each place where it may stand", () => {
    const code =
      'const part = <p title="Title">Text<b aria-label="Label">{"x"}</b></p>; ' +
      'element.setAttribute("aria-label", "Set"); element.textContent = "Content"; element.className = "class";';
    expect(wordsIn(code)).toEqual(["Title", "Text", "Label", "Set", "Content"]);
  });
});
