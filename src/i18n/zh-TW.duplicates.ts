/** 重複客戶的用語，繁體。 */
import type { enDuplicates } from "./en.duplicates.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWDuplicates: Pick<Messages, keyof typeof enDuplicates> = {
  "cause.mergeRows": (p) => `合併 ${n(p.rows)} 列`,
  "cause.keepApart": (p) => `將 ${n(p.rows)} 列標示為不是同一客戶`,
  "cause.forgetApart": (p) => `重新提示 ${n(p.rows)} 列可能重複`,
  "duplicates.title": "尋找重複客戶",
  "duplicates.looking": "正在比較各列…",
  "duplicates.none": "沒有看起來是同一客戶的列。",
  "duplicates.uncompared": (p) => `以下內容有超過 ${n(p.most)} 列相同，未據此比較：${p.list}。`,
  "duplicates.shared": (p) => `${p.what}「${p.text}」（${n(p.count)} 列）`,
  "duplicates.sharedMore": (p) => `另有 ${n(p.count)} 項`,
  "duplicates.count": (p) => `有 ${n(p.count)} 組列可能是同一客戶，最可能的在前。`,
  "duplicates.andMore": (p) => `${p.names} 等，另有 ${n(p.count)} 列`,
  "duplicates.row": (p) => `${n(p.number)}. ${p.name}`,
  "duplicates.link": (p) => `${p.first} 與 ${p.second}：${p.why}`,
  "duplicates.groupWhy": (p) => `共 ${n(p.count)} 列。最弱的關聯是 ${p.weakest}`,
  "duplicates.why": (p) => `${n(p.score)} 分（滿分 100）：相同的${p.evidence}`,
  "duplicates.by.taxNumber": "稅號",
  "duplicates.by.email": "電子郵件",
  "duplicates.by.phone": "電話",
  "duplicates.by.name": "姓名",
  "duplicates.by.company": "單位",
  "duplicates.by.sound": "姓名讀音",
  "duplicates.merge": "合併…",
  "duplicates.mergeTitle": (p) => `合併 ${n(p.count)} 列`,
  "duplicates.mergeAction": "合併",
  "duplicates.back": "返回",
  "duplicates.members": "要合併為一列的列",
  "duplicates.chain": (p) =>
    `這一組中並非每兩列都相似，因此只勾選了彼此都相似的列。最弱的關聯是 ${p.weakest}。`,
  "duplicates.moreRows": (p) => `另有 ${n(p.count)} 列，合併這些之後再提示。`,
  "duplicates.choose": "為每一欄選擇要保留的值。第一列保留，其餘移除，可用「復原」找回。",
  "duplicates.same": "各列的每一欄都相同。第一列保留，其餘移除，可用「復原」找回。",
  "duplicates.field": "欄",
  "duplicates.together": "全部保留",
  "duplicates.merged": (p) => `已將 ${n(p.count)} 列合併為一列，可用「復原」恢復。`,
  "duplicates.apart": "不是同一客戶",
  "duplicates.done.keepApart": "以後不再提示這些列重複。",
  "duplicates.done.forgetApart": "已重新提示這些列可能重複。",
  "duplicates.apartCount": (p) => `已標示為不是同一客戶：${n(p.count)} 組`,
  "duplicates.offer": "重新提示",
  "duplicates.alike": (p) => `已有內容相同的列：${p.name}。`,
  "duplicates.show": "檢視該列",
};
