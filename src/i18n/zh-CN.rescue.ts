/** 数据丢失与救援页面的用语，简体。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNRescue = {
  "phase.setBack.title": "此处存储的内容少于已保存的内容",
  "phase.setBack.what":
    "浏览器丢失了该工作簿的数据，或将其恢复到了较早的状态。未打开也未更改任何内容。请先查找副本，切勿清除本站数据。",
  "phase.rescue": "查找副本",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `最近一次保存于 ${p.when}：${n(p.rows)} 行，${n(p.seq)} 次更改。`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `浏览器数据库中找到：${n(p.rows)} 行，${n(p.seq)} 次更改。`,
  "setBack.nothing": "浏览器数据库中没有找到任何内容。",
} as const;
