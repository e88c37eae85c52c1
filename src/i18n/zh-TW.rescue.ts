/** 資料遺失與救援頁面的用語，繁體。 */
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWRescue = {
  "phase.setBack.title": "這裡現有的內容少於先前儲存的內容",
  "phase.setBack.what":
    "瀏覽器遺失了這份活頁簿的資料，或將其還原到較早的狀態。未開啟也未變更任何內容。請先尋找複本，切勿清除本站資料。",
  "phase.rescue": "尋找複本",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `上次儲存於 ${p.when}：${n(p.rows)} 列，${n(p.seq)} 次變更。`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `瀏覽器資料庫中找到：${n(p.rows)} 列，${n(p.seq)} 次變更。`,
  "setBack.nothing": "瀏覽器資料庫中沒有找到任何內容。",
  "rescue.title": "救援",
  "rescue.what": "以下是這個瀏覽器中仍保存的活頁簿內容。查看不會變更任何內容，本頁也不會刪除任何內容。",
  "rescue.looking": "正在尋找…",
  "rescue.nothing": "找不到可讀取的內容：既無資料庫，也無複本。",
  "rescue.outside":
    "備份資料夾中的或您自己儲存的活頁簿檔案（.tierbook）含有當時的整個活頁簿：請「重新開始」，再「開啟活頁簿檔案」。CSV 檔案也可在那裡匯入。",
  "rescue.unnamed": "名稱已遺失的活頁簿",
  "rescue.database": "瀏覽器資料庫",
  "rescue.copy": (p: { readonly when: string }) =>
    p.when === "" ? "時間不明的複本" : spaced`${p.when}的複本`,
  "rescue.holds": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `${n(p.rows)} 列，${n(p.seq)} 次變更${p.when === "" ? "" : `，寫入於 ${p.when}`}。`,
  "rescue.all": "已儲存的內容全部都在。",
  "rescue.behind": "少於上次儲存的內容。",
  "rescue.open": "繼續使用這一份",
  "rescue.restore": "從此複本還原",
  "rescue.restoring": "正在還原…",
  "rescue.unreadable": "該複本已無法讀取。",
  "rescue.csv": "將所有可讀內容匯出為 CSV",
  "rescue.wrong": (p: { readonly why: string }) => `操作未成功：${p.why}原有內容未作任何變更。`,
  "rescue.back": "返回 Tierbook",
  "rescue.app": "重新下載 Tierbook 程式",
  "rescue.noHost": "無法連線至 Tierbook 所在的網站，程式檔案維持原狀。請連上網路後再試。",
  "rescue.anew": "重新開始",
  "rescue.anew.title": "不使用這些活頁簿，重新開始嗎？",
  "rescue.anew.what":
    "Tierbook 將顯示開始頁面。以下內容仍保留在這個瀏覽器中，仍可在本頁還原，但不再自動開啟：",
  "rescue.given": (p: { readonly name: string; readonly rows: number }) => `${p.name}：${n(p.rows)} 列`,
  "rescue.cancel": "取消",
} as const;
