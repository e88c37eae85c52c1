/**
 * The sample workbook: 500 plausible customers, Latin and Chinese, the same every time but for the dates,
 * which count back from today so that the list looks alive. No name, number or address is a real one by intent.
 * Beside the columns of every new workbook it has those that charts of new customers and rules by frequency ask for.
 */
import {
  type Choice,
  choiceId,
  type Field,
  type FieldId,
  fieldId,
  HUES,
  packValues,
  type Sheet,
  type Value,
  type Vector,
} from "../model/index.ts";
import {
  CATEGORIES,
  type SampleWords,
  STATUSES,
  type Status,
  statusChoiceId,
  type Tier,
  tierChoiceId,
} from "./customers.ts";
import { makeRandom, type Random } from "./random.ts";

export const SAMPLE_ROWS = 500;
const SEED = 1204;
/** Days of the years 1950 to 2004. */
const FIRST_BIRTH = -7305;
const LAST_BIRTH = 12_784;

interface Place {
  readonly city: string;
  readonly prefix: string;
  readonly domain: string;
}

const CHINESE_PLACES: readonly Place[] = [
  ["北京", "bj.example"],
  ["上海", "sh.example"],
  ["广州", "gz.example"],
  ["深圳", "sz.example"],
  ["杭州", "hz.example"],
  ["成都", "cd.example"],
  ["苏州", "su.example"],
  ["青岛", "qd.example"],
  ["昆明", "km.example"],
  ["福州", "fz.example"],
  ["西安", "xa.example"],
].map(([city = "", domain = ""]) => ({ city, prefix: "", domain }));

const LATIN_PLACES: readonly Place[] = [
  ["Malmö", "+46 40 ", "se.example"],
  ["Sevilla", "+34 954 ", "es.example"],
  ["Leeds", "+44 113 ", "uk.example"],
  ["Split", "+385 21 ", "hr.example"],
  ["Bergen", "+47 55 ", "no.example"],
  ["Brno", "+420 541 ", "cz.example"],
  ["Cork", "+353 21 ", "ie.example"],
  ["Lyon", "+33 4 ", "fr.example"],
  ["Porto", "+351 22 ", "pt.example"],
  ["Gdańsk", "+48 58 ", "pl.example"],
].map(([city = "", prefix = "", domain = ""]) => ({ city, prefix, domain }));

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"];
const GIVEN =
  "伟 静 敏 强 磊 洋 艳 杰 霞 明 秀英 丽娟 建国 志强 晓燕 海涛 雨桐 子涵 欣怡 文博 思远 佳琪 浩然 梓萱".split(
    " ",
  );
const SHOP_NAMES =
  "茶叶之家 静心斋 明月轩 霞光茶坊 海风商贸 清源茶庄 百味食品 和顺百货 云水间 松风堂 福临超市 东篱花艺".split(
    " ",
  );
const FIRST =
  "Åsa Marta Tom Ivana Noor Ole Lucía Jan Emi Aoife Pierre Beatriz Zofia Erik Hanna Luca Petra Séan Inês Karol Nadia Hugo Elif Mateo".split(
    " ",
  );
const LAST =
  "Öberg Ruiz Baker Kos Haddad Lund Paz Novák Sato Byrne Moreau Costa Nowak Dahl Weiss Rossi Marić O’Neill Silva Kowalski Petit Horvat Yılmaz Vega".split(
    " ",
  );
const TRADES = ["Tea", "Foods", "Import", "Café", "Trading", "Kitchen", "Market", "Hotel"];
const FORMS = ["Ltd", "AB", "S.L.", "d.o.o.", "s.r.o.", "GmbH", "& Sons", "Oy"];
interface Person {
  readonly name: string;
  readonly company: string;
  readonly mobile: string;
  readonly email: string;
  readonly city: string;
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.below(10))).join("");

function chinesePerson(random: Random, index: number): Person {
  const place = random.pick(CHINESE_PLACES);
  return {
    name: random.pick(SURNAMES) + random.pick(GIVEN),
    company: random.below(3) === 0 ? place.city + random.pick(SHOP_NAMES) : random.pick(SHOP_NAMES),
    mobile: `1${random.pick(["38", "39", "50", "86", "77"])}0000${digits(random, 4)}`,
    email: `k${index + 1}@${place.domain}`,
    city: place.city,
  };
}

function latinPerson(random: Random): Person {
  const place = random.pick(LATIN_PLACES);
  const last = random.pick(LAST);
  const first = random.pick(FIRST);
  const mailName = `${first}.${last}`
    .normalize("NFKD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
  return {
    name: `${first} ${last}`,
    company: `${last} ${random.pick(TRADES)} ${random.pick(FORMS)}`,
    mobile: place.prefix + digits(random, 3) + (random.below(2) === 0 ? " " : "-") + digits(random, 4),
    email: `${mailName}@${place.domain}`,
    city: place.city,
  };
}

/** Revenue in cents falls off as a power of the rank, as it does in real lists: few customers carry the business. */
function revenueAt(random: Random, rank: number): number {
  return Math.round((18_000_000 / (rank + 3) ** 0.95) * (0.8 + 0.4 * random.next())) + random.below(100);
}

function tierAt(rank: number): Tier {
  const share = rank / SAMPLE_ROWS;
  if (share < 0.08) return "vip";
  if (share < 0.25) return "major";
  return share < 0.6 ? "normal" : "small";
}

function statusFor(random: Random, silentDays: number): Status {
  if (silentDays > 330) return "lost";
  if (silentDays > 120) return "atRisk";
  return random.below(12) === 0 ? STATUSES[0] : "active";
}

const SINCE = fieldId("since");
const ORDERS = fieldId("orders");

/** Hidden at first, so that the sheet looks as an own one does. */
function withSampleFields(sheet: Sheet, words: SampleWords): Sheet {
  const more: readonly Field[] = [
    { id: SINCE, name: words.since, kind: "date", type: { storage: "day" } },
    { id: ORDERS, name: words.orders, kind: "number", type: { storage: "integer", decimals: 0 } },
  ];
  const columns = more.map(({ id }) => ({ field: id, width: 118, frozen: false, hidden: true }));
  const views = sheet.views.map((view) => ({ ...view, columns: [...view.columns, ...columns] }));
  return { ...sheet, fields: [...sheet.fields, ...more], views };
}

/** Days for which the longest have been customers. */
const LONGEST = 1500;

/** For how many days someone has been a customer, and how often bought in them: once a week at most. */
function orderedBy(random: Random, rank: number): { readonly days: number; readonly orders: number } {
  const days = Math.floor(random.next() ** 2 * LONGEST);
  const basket = 8_000 + random.below(24_000);
  const wished = Math.round(revenueAt(random, rank) / basket);
  return { days, orders: Math.max(1, Math.min(Math.floor(days / 7), wished)) };
}

/** The Customers sheet with the sample's categories, and its columns. `today` is a day number. */
export function sampleCustomers(
  plain: Sheet,
  words: SampleWords,
  today: number,
): { readonly sheet: Sheet; readonly columns: ReadonlyMap<FieldId, Vector> } {
  const sheet = withSampleFields(plain, words);
  const random = makeRandom(SEED);
  const buying = makeRandom(SEED + 2);
  const births = makeRandom(SEED + 1);
  const categories: readonly Choice[] = CATEGORIES.map((category, index) => ({
    id: choiceId(category),
    label: words.categories[category],
    hue: HUES[4 + (index % 4)] ?? "blue",
  }));
  const fields: readonly Field[] = sheet.fields.map((field) =>
    field.role === "category" ? { ...field, type: { storage: "choice", choices: categories } } : field,
  );
  const cells = new Map<string, Value[]>(fields.map((field) => [field.role ?? field.id, []]));
  // Ranks are dealt out shuffled: a list in which the best come first would hide what sorting is for.
  const ranks = Array.from({ length: SAMPLE_ROWS }, (_, rank) => ({ rank, key: random.next() }));
  for (const [index, { rank }] of ranks.sort((a, b) => a.key - b.key).entries()) {
    const person = random.below(2) === 0 ? chinesePerson(random, index) : latinPerson(random);
    const silentDays = Math.floor(random.next() ** 3 * 420);
    const { days, orders } = orderedBy(buying, rank);
    const row: Readonly<Record<string, Value>> = {
      ...person,
      [SINCE]: today - silentDays - days,
      [ORDERS]: orders,
      code: String(123 + index * 7).padStart(5, "0"),
      category: choiceId(random.pick(CATEGORIES)),
      title: random.pick(words.titles),
      tier: tierChoiceId(tierAt(rank)),
      status: statusChoiceId(statusFor(random, silentDays)),
      revenue: revenueAt(random, rank),
      lastContact: today - silentDays,
      notes: random.below(5) === 0 ? random.pick(words.notes) : null,
      birthday: births.below(4) === 0 ? null : FIRST_BIRTH + births.below(LAST_BIRTH - FIRST_BIRTH),
    };
    for (const [role, column] of cells) column.push(row[role] ?? null);
  }
  const columns = new Map(
    fields.map(
      (field) => [field.id, packValues(field.type, cells.get(field.role ?? field.id) ?? [])] as const,
    ),
  );
  return { sheet: { ...sheet, fields }, columns };
}
