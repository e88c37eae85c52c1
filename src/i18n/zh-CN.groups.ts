/** 汇总与分组的文字，简体中文。 */
import type { enGroups } from "./en.groups.ts";
import type { Messages } from "./en.ts";

export const zhCNGroups: Pick<Messages, keyof typeof enGroups> = {
  "cause.totals": "更改汇总行",
  "cause.group": "更改分组",
  "totals.label": "汇总",
  "totals.show": "显示汇总行",
  "totals.hide": "隐藏汇总行",
  "totals.cell": (p) => `${p.column}的汇总：${p.total} ${p.value}`,
  "totals.noneOf": (p) => `${p.column}：无汇总`,
  "totals.choose": (p) => `${p.column}的汇总方式`,
  "total.none": "无",
  "total.count": "行数",
  "total.filled": "非空",
  "total.empty": "空",
  "total.distinct": "不重复",
  "total.sum": "求和",
  "total.average": "平均值",
  "total.median": "中位数",
  "total.minimum": "最小值",
  "total.maximum": "最大值",
  "total.nothing": "–",
};
