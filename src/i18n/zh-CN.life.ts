/** 客户生命周期状态、命名客户群与分级变动的用语，简体。 */
import type { enLife } from "./en.life.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

export const zhCNLife: Pick<Messages, keyof typeof enLife> = {
  "tierRule.by.conditions": "按条件（客户生命周期状态）",
  "tierRule.explain.conditions": "自上而下：客户属于其条件最先满足的状态。天数以当天计，每天重新计算。",
  "tierRule.scores": (p) => `${p.low} 至 ${p.high}`,
  "life.open": "状态规则…",
  "life.conditions": (p) => `“${p.state}”的条件`,
  "life.byHand": "无条件：只能手动设置",
  "life.rest": "都不满足的客户",
  "life.nobody": "没有状态",
  "life.without": (p) => `${groupedNumber("zh-CN", p.rows)} 位不满足任何条件，没有状态。`,
  "life.useStates": "使用七种常用状态",
  "life.suggest": "重新建议条件",
  "life.prospect": "潜在客户",
  "life.firstTime": "首次购买",
  "life.repeat": "复购",
  "life.loyal": "忠诚",
  "life.atRisk": "有流失风险",
  "life.lost": "已流失",
  "life.wonBack": "已挽回",
  "moves.title": (p) => spaced`${p.fields}的变动`,
  "moves.none": "尚无变动。",
  "moves.nothing": "（无）",
  "moves.one": (p) => `${p.field}：由 ${p.before} 变为 ${p.after}`,
  "moves.cut": "只查看了工作簿最近的更改，更早的在历史记录中。",
  "segment.column": "客户群",
  "segment.make": "添加命名客户群列",
  "segment.use": "填写命名客户群列",
  "segment.source":
    "重要价值、忠诚、有流失风险等客户群，分数范围引自 Putler “RFM Analysis for Successful Customer Segmentation”，可自行修改。",
  "segment.champions": "重要价值客户",
  "segment.newCustomers": "新客户",
  "segment.promising": "有潜力",
  "segment.loyal": "忠诚客户",
  "segment.potentialLoyalist": "潜在忠诚客户",
  "segment.needsAttention": "需要关注",
  "segment.aboutToSleep": "即将沉睡",
  "segment.cannotLose": "不能失去",
  "segment.atRisk": "有流失风险",
  "segment.hibernating": "沉睡客户",
};
