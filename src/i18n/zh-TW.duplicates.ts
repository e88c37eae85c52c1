/** 重複客戶的用語，繁體。 */
import type { enDuplicates } from "./en.duplicates.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWDuplicates: Pick<Messages, keyof typeof enDuplicates> = {
  "cause.mergeRows": "合併兩列",
  "duplicates.title": "尋找重複客戶",
  "duplicates.looking": "正在比較各列…",
  "duplicates.none": "沒有看起來是同一客戶的列。",
  "duplicates.count": (p) => `有 ${n(p.count)} 對列可能是同一客戶，最可能的在前。`,
  "duplicates.pair": (p) => `${p.first} – ${p.second}`,
  "duplicates.why": (p) => `${n(p.score)} 分（滿分 100）：相同的${p.evidence}`,
  "duplicates.by.taxNumber": "稅號",
  "duplicates.by.email": "郵箱",
  "duplicates.by.phone": "電話",
  "duplicates.by.name": "姓名",
  "duplicates.by.company": "單位",
  "duplicates.by.sound": "姓名讀音",
  "duplicates.merge": "合併…",
  "duplicates.mergeTitle": "合併兩列",
  "duplicates.mergeAction": "合併",
  "duplicates.back": "返回",
  "duplicates.choose": "為每一欄選擇要保留的值。第二列將被移除，可用「復原」找回。",
  "duplicates.same": "兩列的每一欄都相同。第二列將被移除，可用「復原」找回。",
  "duplicates.field": "欄",
  "duplicates.first": "第一列",
  "duplicates.second": "第二列",
  "duplicates.merged": "已合併為一列，可用「復原」恢復為兩列。",
  "duplicates.alike": (p) => `${p.name}已有相同的內容。`,
  "duplicates.show": "檢視該列",
};
