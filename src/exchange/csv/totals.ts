/** The words by which totals are known, alone or beside the name of what they are of. */

/** Those that a name may stand beside: "Total for Acme", "Acme Total", 合计（元）. */
const NAMED = ["total", "subtotal", "sub-total", "summe", "gesamt", "合计", "小计", "总计"];

const ENGLISH = ["grand", "sub", "net", "overall", "report"].flatMap((which) =>
  ["", " ", "-"].flatMap((gap) => [`${which}${gap}total`, `${which}${gap}totals`]),
);
const CHINESE = [..."页日月季年期"].flatMap((span) => [`本${span}合计`, `本${span}累计`]);

/** With Han in its simplified form. */
const WORDS = [
  ...NAMED,
  ...ENGLISH,
  ...CHINESE,
  ...["totals", "sum", "sums", "average", "averages"],
  ...["summen", "zwischensumme", "zwischensummen", "endsumme", "endsummen", "gesamtsumme", "gesamtsummen"],
  ...["insgesamt", "saldo gesamt", "durchschnitt", "mittelwert"],
  ...["total général", "totales", "totale", "sous-total", "sous total", "moyenne", "moyennes"],
  ...["共计", "累计", "总和", "平均", "平均值", "平均数"],
];

/** Below a total what each of its figures is of the whole. */
const SHARES = [
  ...["percent", "percentage", "share", "%"].flatMap((part) => [`${part} of total`, `${part} of the total`]),
  ...["anteil", "anteile", "anteil in %", "anteile in %", "占比", "百分比"],
];

const TRADITIONAL: ReadonlyMap<string, string> = new Map([
  ["计", "[计計]"],
  ["总", "[总總]"],
  ["页", "[页頁]"],
  ["数", "[数數]"],
]);
const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

/** Han is often spread over its cell. */
const patternOf = (word: string): string =>
  isHan(word)
    ? Array.from(word, (char) => TRADITIONAL.get(char) ?? char).join("\\s*")
    : word.replaceAll(" ", "\\s+");

const anyOf = (words: readonly string[]): string => `(?:${words.map(patternOf).join("|")})`;
const wholly = (words: readonly string[]): RegExp => new RegExp(`^\\s*${anyOf(words)}\\s*[:：]?\\s*$`, "iu");

const TOTAL = wholly(WORDS);
const SHARE = wholly(SHARES);
const BEFORE = new RegExp(`^\\s*${anyOf(NAMED)}(?:\\s+(?:for|für|of)(?=\\s))?[\\s:：(（]+`, "iu");
const BEHIND = new RegExp(
  `[\\s(（]${anyOf(NAMED.filter((word) => word.endsWith("total")))}\\s*[)）]?$`,
  "iu",
);

/** What such texts begin or end with; most others need no closer look. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...WORDS, ...SHARES].filter((word) => !isHan(word)).map((word) => word.slice(0, 2)),
);
const FIRST: ReadonlySet<string> = new Set([
  ...[...WORDS, ...SHARES].filter(isHan).map((word) => word.charAt(0)),
  ..."總 \t\u00a0\u3000",
]);
const LAST: ReadonlySet<string> = new Set("lL)）");

/** Nothing but the word. */
export const isTotalWord = (text: string): boolean => TOTAL.test(text);

export const isSharesWord = (text: string): boolean => SHARE.test(text);

export const mayBeTotal = (text: string): boolean =>
  (FIRST.has(text.charAt(0)) ||
    BEGINNINGS.has(text.slice(0, 2).toLowerCase()) ||
    LAST.has(text.charAt(text.length - 1))) &&
  (TOTAL.test(text) || BEFORE.test(text) || BEHIND.test(text) || SHARE.test(text));

/** What stands beside the word; null: nothing does. */
export function totalledName(label: string): string | null {
  if (TOTAL.test(label)) return null;
  const name = BEFORE.test(label) ? label.replace(BEFORE, "") : label.replace(BEHIND, "");
  return name.replace(/[)）]\s*$/, "").trim();
}
