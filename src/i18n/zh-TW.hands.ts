/** 選取、複製和貼上的用語，繁體。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWHands = {
  "grid.cells": "儲存格",
  "grid.notWritten": (p: { readonly text: string; readonly field: string; readonly why: string }) =>
    `「${p.text}」未寫入。${p.field}：${p.why}`,
  "grid.rowsDeleted": (p: { readonly rows: number }) => `已刪除 ${n(p.rows)} 列，可復原。`,
  "grid.rowsDuplicated": (p: { readonly rows: number }) => `已建立 ${n(p.rows)} 列的複本`,
  "grid.rowsHidden": (p: { readonly rows: number }) =>
    `已新增 ${n(p.rows)} 列，但被篩選條件隱藏。清除篩選即可看到。`,

  "menu.cut": "剪下",
  "menu.copy": "複製",
  "menu.paste": "貼上",
  "menu.above": (p: { readonly rows: number }) => `在上方插入 ${n(p.rows)} 列`,
  "menu.below": (p: { readonly rows: number }) => `在下方插入 ${n(p.rows)} 列`,
  "menu.duplicate": (p: { readonly rows: number }) => `建立 ${n(p.rows)} 列的複本`,
  "menu.delete": (p: { readonly rows: number }) => `刪除 ${n(p.rows)} 列`,
  "menu.clear": "清除內容",
  "menu.fillDown": "向下填滿",
  "menu.fillRight": "向右填滿",

  "summary.label": "選取內容",
  "summary.count": (p: { readonly count: number }) => `計數 ${n(p.count)}`,
  "summary.numbers": (p: { readonly count: number }) => `數值計數 ${n(p.count)}`,
  "summary.sum": (p: { readonly number: string }) => `加總 ${p.number}`,
  "summary.average": (p: { readonly number: string }) => `平均值 ${p.number}`,
  "summary.minimum": (p: { readonly number: string }) => `最小值 ${p.number}`,
  "summary.maximum": (p: { readonly number: string }) => `最大值 ${p.number}`,

  "clip.copied": (p: { readonly cells: number }) => `已複製 ${n(p.cells)} 個儲存格`,
  "clip.apart": "選取的範圍無法拼成一個表格。請選取左右或上下對齊的範圍再複製。",
  "clip.tooMany": (p: { readonly most: number }) =>
    `剪貼簿放不下超過 ${n(p.most)} 個儲存格。整個檔案請用匯入和匯出。`,
  "clip.notWritten": "瀏覽器不允許寫入剪貼簿，沒有複製任何內容。請在網站設定中允許使用剪貼簿後再複製。",
  "clip.askedInVain": "瀏覽器不允許選單讀取剪貼簿。請按 Ctrl+V，Mac 上按 ⌘V。",
  "clip.nothing": "剪貼簿上沒有可貼上的文字或表格。",
  "clip.join": "，",
  "clip.pasted": (p: { readonly cells: number }) => `已貼上 ${n(p.cells)} 個儲存格`,
  "clip.rowsAdded": (p: { readonly rows: number }) => `新增 ${n(p.rows)} 列`,
  "clip.leftOut": (p: { readonly columns: number }) => `捨去 ${n(p.columns)} 欄`,
  "clip.unread": (p: { readonly cells: number; readonly field: string; readonly why: string }) =>
    `${n(p.cells)} 個儲存格保留原值。${p.field}：${p.why}`,
  "notice.missed": (p: { readonly cells: number }) =>
    `${n(p.cells)} 個儲存格未寫入：其列或欄已在另一個分頁中刪除`,
  "clip.overflow.title": "欄放不下",
  "clip.overflow.what": (p: { readonly columns: number }) =>
    `剪貼簿的內容比最後一欄多出 ${n(p.columns)} 欄，尚未貼上任何內容。`,
  "clip.overflow.add": (p: { readonly columns: number }) => `新增 ${n(p.columns)} 欄`,
  "clip.overflow.tooMany": "一次無法新增這麼多欄。整個表格請用「匯入」，或少複製幾欄。",
  "clip.overflow.leaveOut": "捨去這些欄",
} as const;
