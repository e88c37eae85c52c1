/** 按值筛选的用语，简体。 */

import type { Messages } from "./en.ts";
import type { enValues } from "./en.values.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNValues: Pick<Messages, keyof typeof enValues> = {
  "column.values": "按值筛选…",
  "values.title": (p) => `“${p.name}”的值`,
  "values.search": "搜索值",
  "values.all": "（全选）",
  "values.allFound": "（选择所有搜索结果）",
  "values.blank": "（空白）",
  "values.more": (p) => `还有 ${n(p.count)} 个值，请搜索以缩小范围`,
  "values.none": "没有包含此内容的值。",
  "values.empty": "此列还没有内容。",
  "values.apply": "应用",
  "values.clear": "清除",
  "values.conditions": "条件…",
  "values.tickOne": "请至少勾选一个值。",
  "values.filtered": (p) => `“${p.name}”的筛选`,
  "values.add": "将所选内容添加到筛选器",
  "values.pin": "固定在表格上方",
  "cause.pinned": "更改固定的筛选",
  "pinned.label": "固定的筛选",
  "pinned.all": (p) => `${p.name}：全部`,
  "pinned.unpin": (p) => `取消固定“${p.name}”`,
  "pinned.clear": (p) => `清除“${p.name}”的筛选`,
  "filter.listMore": (p) => ` 等，另有 ${n(p.count)} 个`,
};
