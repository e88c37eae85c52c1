/** 打印的用语，简体。 */
import type { enPrint } from "./en.print.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNPrint: Pick<Messages, keyof typeof enPrint> = {
  "print.open": "打印…",
  "print.title": "打印",
  "print.what": "内容",
  "print.what.view": "此视图的行",
  "print.what.record": "光标所在行的卡片",
  "print.what.dashboard": "图表",
  "print.paper": "纸张",
  "print.paper.letter": "Letter（信纸）",
  "print.turned": "方向",
  "print.turned.portrait": "纵向",
  "print.turned.landscape": "横向",
  "print.go": "打印",
  "print.rows": (p) =>
    `将打印 ${n(p.rows)} 行${p.grouped ? "（含分组标题）" : ""}，采用此视图的列、顺序和筛选。`,
  "print.cut": (p) => `将打印 ${n(p.rows)} 行中的前 ${n(p.most)} 行。请筛选视图以减少行数，或导出全部。`,
  "print.compared": (p) => spaced`与 ${p.day}对比`,
  "print.noRow": "光标不在任何行。请先单击该行的单元格。",
  "print.noCharts": "此工作表没有图表。请先添加。",
  "print.noRows": "此视图没有显示任何行。",
};
