/** 客戶生命週期狀態、命名客戶群與分級變動的用語，繁體。 */
import type { enLife } from "./en.life.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

export const zhTWLife: Pick<Messages, keyof typeof enLife> = {
  "tierRule.by.conditions": "依條件（客戶生命週期狀態）",
  "tierRule.explain.conditions": "由上而下：客戶屬於最先符合其條件的狀態。天數以當天計，每天重新計算。",
  "tierRule.scores": (p) => `${p.low} 至 ${p.high}`,
  "life.open": "狀態規則…",
  "life.conditions": (p) => `「${p.state}」的條件`,
  "life.byHand": "無條件：只能手動設定",
  "life.rest": "都不符合的客戶",
  "life.nobody": "沒有狀態",
  "life.without": (p) => `${groupedNumber("zh-TW", p.rows)} 位不符合任何條件，沒有狀態。`,
  "life.useStates": "使用七種常用狀態",
  "life.suggest": "重新建議條件",
  "life.prospect": "潛在客戶",
  "life.firstTime": "首次購買",
  "life.repeat": "回購",
  "life.loyal": "忠誠",
  "life.atRisk": "有流失風險",
  "life.lost": "已流失",
  "life.wonBack": "已挽回",
  "moves.title": (p) => spaced`${p.fields}的變動`,
  "moves.none": "尚無變動。",
  "moves.nothing": "（無）",
  "moves.one": (p) => `${p.field}：由 ${p.before} 變為 ${p.after}`,
  "moves.cut": "只檢視了活頁簿最近的變更，更早的在歷程記錄中。",
  "segment.column": "客戶群",
  "segment.make": "新增命名客戶群欄",
  "segment.use": "填寫命名客戶群欄",
  "segment.source":
    "重要價值、忠誠、有流失風險等客戶群，分數範圍引自 Putler「RFM Analysis for Successful Customer Segmentation」，可自行修改。",
  "segment.champions": "重要價值客戶",
  "segment.newCustomers": "新客戶",
  "segment.promising": "有潛力",
  "segment.loyal": "忠誠客戶",
  "segment.potentialLoyalist": "潛在忠誠客戶",
  "segment.needsAttention": "需要關注",
  "segment.aboutToSleep": "即將沉睡",
  "segment.cannotLose": "不能失去",
  "segment.atRisk": "有流失風險",
  "segment.hibernating": "沉睡客戶",
};
