/** 資料遺失與救援頁面的用語，繁體。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWRescue = {
  "phase.setBack.title": "這裡儲存的內容少於已儲存的內容",
  "phase.setBack.what":
    "瀏覽器遺失了這份活頁簿的資料，或將其還原到較早的狀態。未開啟也未變更任何內容。請先尋找副本，切勿清除本站資料。",
  "phase.rescue": "尋找副本",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `上次儲存於 ${p.when}：${n(p.rows)} 列，${n(p.seq)} 次變更。`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `瀏覽器資料庫中找到：${n(p.rows)} 列，${n(p.seq)} 次變更。`,
  "setBack.nothing": "瀏覽器資料庫中沒有找到任何內容。",
} as const;
