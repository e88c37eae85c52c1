/** 客户分级和状态规则的用语，简体。 */
import type { enTiers } from "./en.tiers.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNTiers: Pick<Messages, keyof typeof enTiers> = {
  "cause.setClassifier": (p) => `“${p.field}”的规则`,
  "cause.removeClassifier": (p) => `删除“${p.field}”的规则`,
  "cause.classify": (p) => `按新的一天应用规则：${n(p.rows)} 行有变动`,
  "tierRule.title": "分级规则",
  "tierRule.titleOf": (p) => `“${p.field}”的规则`,
  "tierRule.open": "分级规则…",
  "tierRule.field": "要填写的列",
  "tierRule.method": "客户分级方式",
  "tierRule.by.amount": "按金额",
  "tierRule.by.share": "按累计占比（ABC）",
  "tierRule.by.rank": "按排名",
  "tierRule.by.rfm": "按最近日期、频率和金额（RFM）",
  "tierRule.by.matrix": "按当前价值和潜力",
  "tierRule.explain.amount": "每一级从某个金额开始。",
  "tierRule.explain.share":
    "从最好的客户数起，合计带来这一比例的客户。跨过界限的客户计入，数值相同的客户在同一级。",
  "tierRule.explain.rank": "排名最前的若干百分比的客户。数值相同的客户同归较高一级。",
  "tierRule.explain.rfm":
    "按最近日期、频率和金额各得 1 到 5 分，最好的五分之一得 5 分。价值分是后两项的平均。自上而下，归入最先符合的一级。",
  "tierRule.explain.matrix": "四级：当前与潜力都高、仅当前高、仅潜力高、都低（铂金、黄金、钢铁、重铅）。",
  "tierRule.amount": "金额",
  "tierRule.recency": "最近日期",
  "tierRule.frequency": "频率",
  "tierRule.potential": "潜力",
  "tierRule.presentFrom": "当前价值达到多少算高",
  "tierRule.potentialFrom": "潜力达到多少算高",
  "tierRule.slider": (p) => `“${p.tier}”的上限（百分比）`,
  "tierRule.from": (p) => spaced`${p.tier}起点`,
  "tierRule.worth": "价值",
  "tierRule.recencyOf": (p) => `${p.tier}，最近日期得分`,
  "tierRule.valueOf": (p) => `${p.tier}，价值得分`,
  "tierRule.atLeast": (p) => `${p.score} 分及以上`,
  "tierRule.rest": "其余客户",
  "tierRule.noAmount": "请输入金额，例如 10000。",
  "tierRule.noNumbers": "此工作表没有数字或金额列，请先添加。",
  "tierRule.noDays": "此工作表没有日期列，请先添加。",
  "tierRule.fourClasses": "需要一个恰好有四个选项的列。可在列标题菜单中修改选项。",
  "tierRule.disorder": "某一级的起点越过了上一级，这一级将没有客户。请按顺序设置。",
  "tierRule.result": "规则的效果",
  "tierRule.incomplete": "规则填写完整后，这里会显示效果。",
  "tierRule.moves": (p) =>
    p.moved === 0 ? "没有客户变动。" : `${n(p.moved)} 位客户变动：${n(p.up)} 位上升，${n(p.down)} 位下降。`,
  "tierRule.changes": (p) => (p.moved === 0 ? "没有客户变动。" : `${n(p.moved)} 位客户变动。`),
  "tierRule.staying": (p) => `${n(p.rows)} 位保持手动设置。`,
  "tierRule.without": (p) => `${n(p.rows)} 位没有可依据的数据，不分级。`,
  "tierRule.shareless": "没有大于零的数值可分，全部归入最后一级。",
  "tierRule.several": (p) => `${n(p.rows)} 位同时符合多级，归入最上面的一级。`,
  "tierRule.more": (p) => `还有 ${n(p.rows)} 位`,
  "tierRule.nameless": (p) => `第 ${n(p.row)} 行`,
  "tierRule.apply": "应用规则",
  "tierRule.remove": "删除规则",
  "tierRule.byHand": "手动设置",
  "tierRule.reasonName": (p) => `${p.field}：手动原因`,
  "tierRule.applied": (p) => `“${p.field}”今后将按规则填写。手动设置的保持不变；清空原因后恢复按规则。`,
  "rule.noField": "规则要填写的列已不存在，或不再是单选列。",
  "rule.noReason": "原因列已不存在，或不再是文本列。请重新设置规则以新建一列。",
  "rule.noInput": "规则所依据的列已不存在，或不是数字或日期。请另选一列。",
  "rule.noClass": "规则给出的选项已不在该列的列表中。请另选。",
};
