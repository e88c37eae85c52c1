/** 选择、复制和粘贴的用语，简体。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNHands = {
  "grid.cells": "单元格",
  "grid.notWritten": (p: { readonly text: string; readonly field: string; readonly why: string }) =>
    `“${p.text}”未写入。${p.field}：${p.why}`,
  "grid.rowsDeleted": (p: { readonly rows: number }) => `已删除 ${n(p.rows)} 行，可撤销恢复。`,
  "grid.rowsDuplicated": (p: { readonly rows: number }) => `已创建 ${n(p.rows)} 行的副本`,
  "grid.rowsHidden": (p: { readonly rows: number }) =>
    `已添加 ${n(p.rows)} 行，但被筛选条件隐藏。清除筛选即可看到。`,

  "menu.cut": "剪切",
  "menu.copy": "复制",
  "menu.paste": "粘贴",
  "menu.above": (p: { readonly rows: number }) => `在上方插入 ${n(p.rows)} 行`,
  "menu.below": (p: { readonly rows: number }) => `在下方插入 ${n(p.rows)} 行`,
  "menu.duplicate": (p: { readonly rows: number }) => `创建 ${n(p.rows)} 行的副本`,
  "menu.delete": (p: { readonly rows: number }) => `删除 ${n(p.rows)} 行`,
  "menu.clear": "清除内容",
  "menu.fillDown": "向下填充",
  "menu.fillRight": "向右填充",

  "summary.label": "所选内容",
  "summary.count": (p: { readonly count: number }) => `计数 ${n(p.count)}`,
  "summary.numbers": (p: { readonly count: number }) => `数值计数 ${n(p.count)}`,
  "summary.sum": (p: { readonly number: string }) => `求和 ${p.number}`,
  "summary.average": (p: { readonly number: string }) => `平均值 ${p.number}`,
  "summary.minimum": (p: { readonly number: string }) => `最小值 ${p.number}`,
  "summary.maximum": (p: { readonly number: string }) => `最大值 ${p.number}`,

  "clip.copied": (p: { readonly cells: number }) => `已复制 ${n(p.cells)} 个单元格`,
  "clip.apart": "所选区域无法拼成一个表格。请选择左右或上下对齐的区域再复制。",
  "clip.tooMany": (p: { readonly most: number }) =>
    `剪贴板放不下超过 ${n(p.most)} 个单元格。整个文件请用导入和导出。`,
  "clip.notWritten": "浏览器不允许写入剪贴板，没有复制任何内容。请在网站设置中允许使用剪贴板后再复制。",
  "clip.askedInVain": "浏览器不允许菜单读取剪贴板。请按 Ctrl+V，Mac 上按 ⌘V。",
  "clip.nothing": "剪贴板上没有可粘贴的文本或表格。",
  "clip.join": "，",
  "clip.pasted": (p: { readonly cells: number }) => `已粘贴 ${n(p.cells)} 个单元格`,
  "clip.rowsAdded": (p: { readonly rows: number }) => `新增 ${n(p.rows)} 行`,
  "clip.leftOut": (p: { readonly columns: number }) => `舍去 ${n(p.columns)} 列`,
  "clip.unread": (p: { readonly cells: number; readonly field: string; readonly why: string }) =>
    `${n(p.cells)} 个单元格保留原值。${p.field}：${p.why}`,
  "notice.missed": (p: { readonly cells: number }) =>
    `${n(p.cells)} 个单元格未写入：其行或列已在另一个标签页中删除`,
  "clip.overflow.title": "列放不下",
  "clip.overflow.what": (p: { readonly columns: number }) =>
    `剪贴板的内容比最后一列多出 ${n(p.columns)} 列，尚未粘贴任何内容。`,
  "clip.overflow.add": (p: { readonly columns: number }) => `新增 ${n(p.columns)} 列`,
  "clip.overflow.tooMany": "一次无法新增这么多列。整个表格请用“导入”，或少复制几列。",
  "clip.overflow.leaveOut": "舍去这些列",
} as const;
