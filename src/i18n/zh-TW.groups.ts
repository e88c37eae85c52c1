/** 彙總與分組的文字，繁體中文。 */
import type { enGroups } from "./en.groups.ts";
import type { Messages } from "./en.ts";

export const zhTWGroups: Pick<Messages, keyof typeof enGroups> = {
  "cause.totals": "變更彙總列",
  "cause.group": "變更分組",
  "totals.label": "彙總",
  "totals.show": "顯示彙總列",
  "totals.hide": "隱藏彙總列",
  "totals.cell": (p) => `${p.column}的彙總：${p.total} ${p.value}`,
  "totals.noneOf": (p) => `${p.column}：無彙總`,
  "totals.choose": (p) => `${p.column}的彙總方式`,
  "total.none": "無",
  "total.count": "列數",
  "total.filled": "非空",
  "total.empty": "空",
  "total.distinct": "不重複",
  "total.sum": "加總",
  "total.average": "平均值",
  "total.median": "中位數",
  "total.minimum": "最小值",
  "total.maximum": "最大值",
  "total.nothing": "–",
};
