/** 查找和替换的用语，简体。 */
import type { enFind } from "./en.find.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNFind: Pick<Messages, keyof typeof enFind> = {
  "find.label": "查找和替换",
  "find.text": "查找内容",
  "find.by": "替换为",
  "find.matchCase": "区分大小写",
  "find.whole": "单元格匹配",
  "find.selection": "仅所选区域",
  "find.in": "范围",
  "find.everywhere": "所有列",
  "find.next": "下一个",
  "find.previous": "上一个",
  "find.replace": "替换",
  "find.replaceAll": "全部替换…",
  "find.more": "替换…",
  "find.result": "查找结果",
  "find.none": "未找到",
  "find.where": "单元格",
  "find.before": "现在",
  "find.after": "替换后",
  "find.at": (p) => `第 ${n(p.at)} 个，共 ${n(p.count)} 个`,
  "find.preview": (p) => `替换 ${n(p.cells)} 个单元格？`,
  "find.replaceCells": (p) => `替换 ${n(p.cells)} 个单元格`,
  "find.refused": (p) => `有 ${n(p.cells)} 个单元格将保持不变：新内容不符合该列的类型。`,
  "find.others": (p) => `另有 ${n(p.cells)} 个单元格`,
  "find.cell": (p) => `${p.field}，第 ${n(p.row)} 行`,
  "find.done": (p) =>
    `已替换 ${n(p.cells)} 个单元格。${p.refused === 0 ? "" : `${n(p.refused)} 个未变：新内容不符合该列的类型。`}`,
};
