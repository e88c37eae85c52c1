/** 客户分级和状态规则的用语，简体。 */
import type { enTiers } from "./en.tiers.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNTiers: Pick<Messages, keyof typeof enTiers> = {
  "cause.setClassifier": (p) => `“${p.field}”的规则`,
  "cause.removeClassifier": (p) => `删除“${p.field}”的规则`,
  "cause.classify": (p) => `按新的一天应用规则：${n(p.rows)} 行有变动`,
  "rule.noField": "规则要填写的列已不存在，或不再是单选列。",
  "rule.noReason": "原因列已不存在，或不再是文本列。请重新设置规则以新建一列。",
  "rule.noInput": "规则所依据的列已不存在，或不是数字或日期。请另选一列。",
  "rule.noClass": "规则给出的选项已不在该列的列表中。请另选。",
};
