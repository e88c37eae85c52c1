/** 客戶分級和狀態規則的用語，繁體。 */
import type { enTiers } from "./en.tiers.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWTiers: Pick<Messages, keyof typeof enTiers> = {
  "cause.setClassifier": (p) => `「${p.field}」的規則`,
  "cause.removeClassifier": (p) => `刪除「${p.field}」的規則`,
  "cause.classify": (p) => `依新的一天套用規則：${n(p.rows)} 列有變動`,
  "tierRule.title": "分級規則",
  "tierRule.titleOf": (p) => `「${p.field}」的規則`,
  "tierRule.open": "分級規則…",
  "tierRule.field": "要填寫的欄",
  "tierRule.method": "客戶分級方式",
  "tierRule.by.amount": "依金額",
  "tierRule.by.share": "依累計占比（ABC）",
  "tierRule.by.rank": "依排名",
  "tierRule.by.rfm": "依最近日期、頻率和金額（RFM）",
  "tierRule.by.matrix": "依目前價值和潛力",
  "tierRule.explain.amount": "每一級從某個金額開始。",
  "tierRule.explain.share":
    "從最好的客戶數起，合計帶來這一比例的客戶。跨過界限的客戶計入，數值相同的客戶在同一級。",
  "tierRule.explain.rank": "排名最前的若干百分比的客戶。數值相同的客戶同歸較高一級。",
  "tierRule.explain.rfm":
    "依最近日期、頻率和金額各得 1 到 5 分，最好的五分之一得 5 分。價值分是後兩項的平均。由上而下，歸入最先符合的一級。",
  "tierRule.explain.matrix": "四級：目前與潛力都高、僅目前高、僅潛力高、都低（鉑金、黃金、鋼鐵、重鉛）。",
  "tierRule.amount": "金額",
  "tierRule.recency": "最近日期",
  "tierRule.frequency": "頻率",
  "tierRule.potential": "潛力",
  "tierRule.presentFrom": "目前價值達到多少算高",
  "tierRule.potentialFrom": "潛力達到多少算高",
  "tierRule.slider": (p) => `「${p.tier}」的上限（百分比）`,
  "tierRule.from": (p) => spaced`${p.tier}起點`,
  "tierRule.worth": "價值",
  "tierRule.recencyOf": (p) => `${p.tier}，最近日期得分`,
  "tierRule.valueOf": (p) => `${p.tier}，價值得分`,
  "tierRule.atLeast": (p) => `${p.score} 分及以上`,
  "tierRule.rest": "其餘客戶",
  "tierRule.noAmount": "請輸入金額，例如 10000。",
  "tierRule.noNumbers": "此工作表沒有數字或金額欄，請先新增。",
  "tierRule.noDays": "此工作表沒有日期欄，請先新增。",
  "tierRule.fourClasses": "需要一個恰好有四個選項的欄。可在欄標題選單中修改選項。",
  "tierRule.disorder": "某一級的起點越過了上一級，這一級將沒有客戶。請依順序設定。",
  "tierRule.result": "規則的效果",
  "tierRule.incomplete": "規則填寫完整後，這裡會顯示效果。",
  "tierRule.moves": (p) =>
    p.moved === 0 ? "沒有客戶變動。" : `${n(p.moved)} 位客戶變動：${n(p.up)} 位上升，${n(p.down)} 位下降。`,
  "tierRule.changes": (p) => (p.moved === 0 ? "沒有客戶變動。" : `${n(p.moved)} 位客戶變動。`),
  "tierRule.staying": (p) => `${n(p.rows)} 位保持手動設定。`,
  "tierRule.without": (p) => `${n(p.rows)} 位沒有可依據的資料，不分級。`,
  "tierRule.shareless": "沒有大於零的數值可分，全部歸入最後一級。",
  "tierRule.several": (p) => `${n(p.rows)} 位同時符合多級，歸入最上面的一級。`,
  "tierRule.more": (p) => `還有 ${n(p.rows)} 位`,
  "tierRule.nameless": (p) => `第 ${n(p.row)} 列`,
  "tierRule.apply": "套用規則",
  "tierRule.remove": "刪除規則",
  "tierRule.byHand": "手動設定",
  "tierRule.reasonName": (p) => `${p.field}：手動原因`,
  "tierRule.applied": (p) => `「${p.field}」今後將依規則填寫。手動設定的保持不變；清空原因後恢復依規則。`,
  "rule.noField": "規則要填寫的欄已不存在，或不再是單選欄。",
  "rule.noReason": "原因欄已不存在，或不再是文字欄。請重新設定規則以新增一欄。",
  "rule.noInput": "規則所依據的欄已不存在，或不是數字或日期。請另選一欄。",
  "rule.noClass": "規則給出的選項已不在該欄的清單中。請另選。",
};
