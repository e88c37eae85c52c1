/** 依值篩選的用語，繁體。 */

import type { Messages } from "./en.ts";
import type { enValues } from "./en.values.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWValues: Pick<Messages, keyof typeof enValues> = {
  "column.values": "依值篩選…",
  "values.title": (p) => `「${p.name}」的值`,
  "values.search": "搜尋值",
  "values.all": "（全選）",
  "values.allFound": "（選取所有搜尋結果）",
  "values.blank": "（空白）",
  "values.more": (p) => `還有 ${n(p.count)} 個值，請搜尋以縮小範圍`,
  "values.none": "沒有包含此內容的值。",
  "values.empty": "此欄還沒有內容。",
  "values.apply": "套用",
  "values.clear": "清除",
  "values.conditions": "條件…",
  "values.tickOne": "請至少勾選一個值。",
  "values.filtered": (p) => `「${p.name}」的篩選`,
  "values.add": "將目前的選取範圍新增至篩選",
  "values.pin": "釘選在表格上方",
  "cause.pinned": "變更釘選的篩選",
  "pinned.label": "釘選的篩選",
  "pinned.all": (p) => `${p.name}：全部`,
  "pinned.unpin": (p) => `取消釘選「${p.name}」`,
  "pinned.clear": (p) => `清除「${p.name}」的篩選`,
  "filter.listMore": (p) => ` 等，另有 ${n(p.count)} 個`,
};
