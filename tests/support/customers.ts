/** Seeded customer lists as CSV text: the same rows for the same seed, Latin and Chinese, with codes that must stay text. */
import { makeRandom } from "../../src/core/template/random.ts";

export const HEADER = [
  "Code",
  "Name",
  "Company",
  "Category",
  "Title",
  "Mobile",
  "E-mail",
  "Tier",
  "Status",
  "City",
  "Revenue",
  "Last contact",
  "Notes",
] as const;

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"];
const GIVEN = ["伟", "静", "敏", "强", "磊", "洋", "艳", "杰", "霞", "明", "秀英", "建国"];
const FIRST = ["Åsa", "Marta", "Tom", "Ivana", "Noor", "Ole", "Lucía", "Jan", "Emi", "Aoife"];
const LAST = ["Öberg", "Ruiz", "Baker", "Kos", "Haddad", "Lund", "Paz", "Novák", "Sato", "Byrne"];
const CITIES = ["北京", "Malmö", "杭州", "Sevilla", "Leeds", "香港", "Split", "青岛", "Bergen", "成都"];
const TIERS = ["VIP", "Major", "Normal", "Small"];
const STATUSES = ["Active", "Prospect", "At risk", "Lost"];
const CATEGORIES = ["Retail", "Wholesale", "Online"];
const NOTES = [
  "",
  "",
  "",
  'said "call back", twice',
  "two\nlines",
  "a, b; c",
  "茶，每月",
  "=not a formula",
  "-5 as text",
];

/** One more column per name, filled with short texts of few distinct values, for wide tables. */
export function customerRows(count: number, seed: number, extra: readonly string[] = []): string[][] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const chinese = random.below(2) === 0;
    const name = chinese
      ? random.pick(SURNAMES) + random.pick(GIVEN)
      : `${random.pick(FIRST)} ${random.pick(LAST)}`;
    const cents = random.below(20_000_000);
    const day = new Date(Date.UTC(2026, 0, 1 + random.below(320))).toISOString().slice(0, 10);
    return [
      String(index + 1).padStart(6, "0"),
      name,
      `${random.pick(LAST)} ${random.pick(CITIES)} ${index % 977}`,
      random.pick(CATEGORIES),
      random.pick(["Owner", "Buyer", "经理"]),
      `138${String(random.below(100_000_000)).padStart(8, "0")}`,
      `k${index + 1}@example.com`,
      random.pick(TIERS),
      random.pick(STATUSES),
      random.pick(CITIES),
      `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`,
      day,
      random.pick(NOTES),
      ...extra.map((column) => `${column.slice(0, 3)} ${random.below(500)}`),
    ];
  });
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** RFC 4180, UTF-8 text without BOM. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}
