/** 尋找及取代的用語，繁體。 */
import type { enFind } from "./en.find.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWFind: Pick<Messages, keyof typeof enFind> = {
  "find.label": "尋找及取代",
  "find.text": "尋找內容",
  "find.by": "取代為",
  "find.matchCase": "大小寫須相符",
  "find.whole": "儲存格內容須完全相符",
  "find.selection": "僅選取範圍",
  "find.in": "範圍",
  "find.everywhere": "所有欄",
  "find.next": "下一個",
  "find.previous": "上一個",
  "find.replace": "取代",
  "find.replaceAll": "全部取代…",
  "find.more": "取代…",
  "find.result": "尋找結果",
  "find.none": "找不到",
  "find.where": "儲存格",
  "find.before": "目前",
  "find.after": "取代後",
  "find.at": (p) => `第 ${n(p.at)} 個，共 ${n(p.count)} 個`,
  "find.preview": (p) => `取代 ${n(p.cells)} 個儲存格？`,
  "find.replaceCells": (p) => `取代 ${n(p.cells)} 個儲存格`,
  "find.refused": (p) => `有 ${n(p.cells)} 個儲存格將保持不變：新內容不符合該欄的類型。`,
  "find.others": (p) => `另有 ${n(p.cells)} 個儲存格`,
  "find.cell": (p) => `${p.field}，第 ${n(p.row)} 列`,
  "find.done": (p) =>
    `已取代 ${n(p.cells)} 個儲存格。${p.refused === 0 ? "" : `${n(p.refused)} 個未變：新內容不符合該欄的類型。`}`,
};
