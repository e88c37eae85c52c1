/** 客戶分級和狀態規則的用語，繁體。 */
import type { enTiers } from "./en.tiers.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWTiers: Pick<Messages, keyof typeof enTiers> = {
  "cause.setClassifier": (p) => `「${p.field}」的規則`,
  "cause.removeClassifier": (p) => `刪除「${p.field}」的規則`,
  "cause.classify": (p) => `依新的一天套用規則：${n(p.rows)} 列有變動`,
  "rule.noField": "規則要填寫的欄已不存在，或不再是單選欄。",
  "rule.noReason": "原因欄已不存在，或不再是文字欄。請重新設定規則以新增一欄。",
  "rule.noInput": "規則所依據的欄已不存在，或不是數字或日期。請另選一欄。",
  "rule.noClass": "規則給出的選項已不在該欄的清單中。請另選。",
};
