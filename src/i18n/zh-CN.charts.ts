/** 图表的用语，简体。 */
import type { enCharts } from "./en.charts.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, listed } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);
const who = (count: number, people: boolean): string => `${n(count)} ${people ? "位客户" : "行"}`;

/** Of values each, of a scale all together. */
const by = (p: { readonly by: string; readonly scale: boolean }): string =>
  p.scale ? spaced`按${p.by}统计的` : spaced`各${p.by}`;

export const zhCNCharts: Pick<Messages, keyof typeof enCharts> = {
  "cause.addChart": (p) => `添加图表“${p.name}”`,
  "cause.changeChart": (p) => `修改图表“${p.name}”`,
  "cause.moveChart": (p) => `移动图表“${p.name}”`,
  "cause.removeChart": (p) => `移除图表“${p.name}”`,

  "charts.label": "图表",
  "charts.asTable": "以表格显示",
  "charts.percent": (p) => `${p.number}%`,
  "charts.noTier": "未分级",
  "charts.tier": "等级",
  "charts.count": "客户数",
  "charts.rows": "行数",
  "charts.share": "占比",
  "charts.filterBy": (p) => spaced`只显示${p.tier}`,
  "charts.hint": "单击图表的一部分，即可只显示对应的行。",
  "charts.clear": "全部显示",
  "charts.mostCustomers": (p) => spaced`${p.tier}客户最多，占 ${n(p.total)} 位客户的 ${p.share}。`,
  "charts.mostWithout": (p) => `${n(p.total)} 位客户中有 ${p.share} 尚未分级。`,
  "charts.carries": (p) => spaced`${p.tier}客户占名单的 ${p.customers}，贡献了 ${p.share} 的${p.field}。`,
  "charts.carriesWithout": (p) => spaced`未分级客户占名单的 ${p.customers}，贡献了 ${p.share} 的${p.field}。`,
  "charts.noValues": (p) => `这些行的“${p.field}”还没有内容。填写“${p.field}”列后即可显示图表。`,
  "charts.noAmounts": (p) => spaced`这里的${p.field}合计不大于零，无法计算占比。`,
  "charts.noTierField": "此工作表没有等级列，无法绘制等级图表。请导入含“等级”列的文件，或添加其他图表。",
  "charts.none": "此工作表没有图表。",
  "charts.noRows": "还没有数据。在表格最后一行输入，或导入 CSV，即可显示图表。",
  "charts.noMatches": "没有行符合搜索和筛选条件。清除条件即可显示图表。",
  "charts.lacks": "此图表所用的列已不存在，或内容类型已改变。请撤销、另选一列，或移除图表。",
  "charts.tooMany": (p) => `“${p.field}”的取值太多，无法在一张图中分辨。`,
  "charts.tooManyValues": (p) => `“${p.field}”的取值太多，无法在一张图中分辨。请另选一列，或用筛选减少行数。`,
  "charts.longer": "改用更长的周期",
  "charts.alt": (p) => `${p.title}：${p.values}`,
  "charts.altItem": (p) => `${p.tier} ${p.value}（${p.share}）`,

  "chart.title.count": (p) => spaced`${by(p)}${p.people ? "客户数" : "行数"}`,
  "chart.title.sum": (p) => spaced`${by(p)}${p.of}`,
  "chart.title.average": (p) => spaced`${by(p)}平均${p.of}`,
  "chart.title.minimum": (p) => spaced`${by(p)}最低${p.of}`,
  "chart.title.maximum": (p) => spaced`${by(p)}最高${p.of}`,
  "chart.of.average": (p) => spaced`平均${p.of}`,
  "chart.of.minimum": (p) => spaced`最低${p.of}`,
  "chart.of.maximum": (p) => spaced`最高${p.of}`,
  "chart.title.years": (p) => spaced`各年各月${p.of}`,
  "chart.title.flow": "新增与流失客户",
  "chart.title.rfm": (p) => spaced`${p.recency}与${p.value}`,

  "chart.empty": "（空）",
  "chart.others": (p) => `其他（${n(p.groups)}）`,
  "chart.say.count": (p) => spaced`${p.top}最多，占 ${who(p.total, p.people)}的 ${p.share}。`,
  "chart.say.onlyOne": (p) =>
    p.total === 1
      ? `唯一的${p.people ? "客户" : "一行"}属于“${p.top}”。`
      : `全部 ${who(p.total, p.people)}都属于“${p.top}”。`,
  "chart.say.allEmpty": (p) =>
    p.total === 1
      ? `唯一的${p.people ? "客户" : "一行"}的“${p.field}”是空的。`
      : `全部 ${who(p.total, p.people)}的“${p.field}”都是空的。`,
  "chart.say.only": (p) => `只有“${p.top}”有数据：${p.value}。`,
  "chart.say.tied": (p) =>
    spaced`${p.total === null ? "" : `${who(p.total, p.people)}中，`}${p.names}并列第一，均为 ${p.value}。`,
  "chart.say.firstEqual": (p) => `前 ${n(p.groups)} 组相等，均为 ${p.value}。`,
  "chart.say.equal": (p) => `${n(p.groups)} 组全部相等，均为 ${p.value}。`,
  "chart.say.sum": (p) => spaced`${p.top}最多：${p.value}，占${p.of}的 ${p.share}。`,
  "chart.say.losses": (p) =>
    spaced`${p.top}最多，为 ${p.value}；${p.low}为 ${p.lowest}。存在负数，不计算占比。`,
  "chart.say.highest": (p) => spaced`${p.top}最高，为 ${p.value}。`,
  "chart.say.ends": (p) => spaced`${p.top}最高，为 ${p.value}；${p.low}最低，为 ${p.lowest}。`,
  "chart.say.periods": (p) => spaced`${p.top}最多：${p.value}。${p.last}为 ${p.lastValue}。`,
  "chart.say.latest": (p) => spaced`${p.top}最多，也是最近一期：${p.value}。`,
  "chart.say.top": (p) => `显示前 ${n(p.most)} 组；其余 ${n(p.others)} 组合并为“其他”。`,
  "chart.say.year": (p) => `${p.year} 年共 ${p.total}。`,
  "chart.say.years": (p) =>
    `${p.year} 年至今 ${p.total}；${p.before} 年全年 ${p.earlier}${p.change === "" ? "" : `，同比 ${p.change}`}。`,
  "chart.say.without": (p) => spaced`${n(p.rows)} 行没有${p.field}，未计入。`,
  "chart.say.flow": (p) =>
    `最近十二个月新增 ${n(p.came)} 位客户，${n(p.lost)} 位已 ${n(p.after)} 天没有联系。`,
  "chart.say.lost": (p) => `最近十二个月有 ${n(p.lost)} 位客户已 ${n(p.after)} 天没有联系。`,
  "chart.say.noFirst": "没有首次日期列，无法得知新客户：编辑图表即可选择。",
  "chart.say.rfm": (p) =>
    `${n(p.total)} 位客户中，${n(p.best)} 位两项都最好；${n(p.going)} 位价值高但久未出现。`,
  "chart.quarter": (p) => `${p.year} 年第 ${p.quarter} 季度`,
  "chart.came": "新增",
  "chart.lost": "流失",
  "chart.month": "月份",
  "chart.total": "合计",
  "chart.fifth": (p) =>
    p.score === 5 ? "前 20%" : p.score === 1 ? "后 20%" : `${20 * (5 - p.score)}–${20 * (6 - p.score)}%`,

  "chart.menu": (p) => `“${p.title}”的更多操作`,
  "chart.add": "添加图表…",
  "chart.edit": "编辑…",
  "chart.rename": "重命名",
  "chart.up": "上移",
  "chart.down": "下移",
  "chart.remove": "移除",
  "chart.picture": "保存为 PNG",
  "chart.copy": "复制图片",
  "chart.copied": "图片已复制到剪贴板。",
  "chart.notCopied": "此浏览器不允许网页把图片放到剪贴板。请改为保存 PNG。",
  "chart.saved": "图片已保存到下载。",
  "chart.wide": "全宽显示",
  "chart.compare": "对比日期",
  "chart.compare.before": (p) => `那一天还没有此工作簿，它创建于 ${p.day}。请选择创建当日或之后的日期。`,
  "chart.compare.week": "一周前",
  "chart.compare.month": "一个月前",
  "chart.compare.year": "一年前",
  "chart.compare.first": (p) => spaced`与 ${p.day}对比`,
  "chart.compare.unreadable": "那一天的历史记录已无法读取。请选择其他日期。",
  "chart.since": (p) => `截至 ${p.day}`,
  "chart.moved": (p) =>
    p.up + p.down === 0
      ? spaced`自 ${p.day}以来，没有客户升级或降级。`
      : spaced`自 ${p.day}以来，${listed("，", [p.up, `${n(p.up)} 位客户升级`], [p.down, `${n(p.down)} 位客户降级`])}。`,
  "chart.movedBetween": (p) =>
    p.rows === 0
      ? spaced`自 ${p.day}以来，${p.field}没有变化。`
      : spaced`自 ${p.day}以来，${who(p.rows, p.people)}的${p.field}有变化。`,
  "chart.changed": (p) =>
    p.was === p.is
      ? spaced`${p.what}：${p.is}，与 ${p.day}相同。`
      : spaced`${p.what}：${p.day}为 ${p.was}，现在为 ${p.is}。`,
  "chart.was": (p) => `原 ${p.value}`,
  "chart.changeSince": (p) => spaced`+ − 自 ${p.day}以来`,
  "chart.ringInside": (p) => spaced`内圈为 ${p.day}的情况。`,
  "chart.then.flow": (p) =>
    spaced`截至 ${p.day}的十二个月：${p.first ? `新增 ${n(p.came)} 位，` : ""}流失 ${n(p.lost)} 位。`,
  "chart.then.rfm": (p) =>
    `${p.day}：${n(p.total)} 位客户中，${n(p.best)} 位两项都最好，${n(p.going)} 位价值高但久未出现。`,
  "chart.then.lacks": (p) => spaced`${p.day}时，此图表所用的列尚不存在，或内容类型不同，无法对比。`,
  "chart.then.noRows": (p) => spaced`${p.day}时，此工作表还没有行，无法对比。`,
  "chart.then.noMatches": (p) => spaced`${p.day}时，没有行符合搜索和筛选条件，无法对比。`,
  "chart.then.noValues": (p) => spaced`${p.day}时，这些行的“${p.field}”还没有内容，无法对比。`,
  "chart.then.noAmounts": (p) => spaced`${p.day}时，${p.field}合计不大于零，无法对比。`,
  "chart.then.tooMany": (p) => spaced`${p.day}时，“${p.field}”的取值太多，无法对比。`,

  "chart.dialog.add": "添加图表",
  "chart.dialog.edit": "编辑图表",
  "chart.dialog.save": "保存",
  "chart.dialog.what": "图表",
  "chart.dialog.name": "标题",
  "chart.what.groups": "任意列",
  "chart.what.tiers": "等级分布",
  "chart.what.worth": "各等级贡献",
  "chart.what.pareto": "帕累托图（80%）",
  "chart.what.years": "按年月",
  "chart.what.flow": "新增与流失客户",
  "chart.what.funnel": "状态漏斗",
  "chart.what.rfm": "RFM 热力图",
  "chart.by": "列",
  "chart.period": "周期",
  "chart.period.day": "日",
  "chart.period.week": "周",
  "chart.period.month": "月",
  "chart.period.quarter": "季度",
  "chart.period.year": "年",
  "chart.measure": "显示",
  "chart.measure.count": "行数",
  "chart.measure.sum": "合计",
  "chart.measure.average": "平均",
  "chart.measure.minimum": "最低",
  "chart.measure.maximum": "最高",
  "chart.of": "数值列",
  "chart.look": "图形",
  "chart.look.bars": "条形",
  "chart.look.line": "折线",
  "chart.look.doughnut": "圆环",
  "chart.look.funnel": "漏斗",
  "chart.most": "最多",
  "chart.most.groups": (p) => `${n(p.count)} 组`,
  "chart.date": "日期",
  "chart.amount": "金额",
  "chart.first": "首次日期",
  "chart.last": "最近日期",
  "chart.first.none": "无",
  "chart.after": "多少天没有联系算流失",
  "chart.recency": "最近日期",
  "chart.value": "频率或金额",
  "chart.lacksDay": "此工作表没有日期列，请先添加。",
  "chart.lacksNumber": "此工作表没有数字或金额列，请先添加。",
  "chart.lacksChoice": "此工作表没有选项列，请先添加。",
  "chart.cutOff": (p) => `“其他”的条形已截断：实际长度是最长一条的 ${n(p.times)} 倍。`,
  "chart.noRing": "圆环表示占整体的份额，此处没有可分的整体，因此改用条形。",

  "pareto.title": "帕累托图",
  "pareto.sentence": (p) =>
    spaced`${p.share}% 的${p.field}来自 ${n(p.customers)} 位客户中的 ${n(p.few)} 位。`,
  "pareto.then": (p) =>
    spaced`${p.day}时来自 ${n(p.customers)} 位中的 ${n(p.few)} 位；前 ${p.best} 的客户当时贡献 ${p.brought}。`,
  "pareto.losses": (p) => `${n(p.customers)} 位客户的金额为负数，按零计算。`,
  "pareto.mark": (p) => `${p.share}% · ${n(p.customers)} 位客户`,
  "pareto.best": "客户累计占比",
  "pareto.bring": (p) => spaced`${p.field}累计占比`,
  "pareto.show": (p) => `显示这 ${n(p.customers)} 位`,
};
