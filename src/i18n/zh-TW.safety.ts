/** 資料安全用語，繁體中文。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWSafety = {
  "safety.title": "資料安全",
  "safety.noFile": "尚未另存為檔案",
  "safety.inBrowser": "每次變更都儲存在本瀏覽器中，並另有一份複本，資料庫損壞時仍可復原。",
  "safety.persistent": "瀏覽器已承諾在空間不足時不清除這些資料。",
  "safety.notPersistent": "磁碟已滿或清除網站資料時，瀏覽器可能會清除這些資料。",
  "safety.persist": "請瀏覽器保留資料",
  "safety.saveFile": "立即另存為檔案",
  "safety.refused": "瀏覽器沒有作出承諾。另存為檔案總是安全的。",
  "safety.file": (p: { readonly when: string }) => `已另存為檔案：${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `已另存為檔案：${p.when}，此後變更 ${n(p.changes)} 次`,
  "safety.room": (p: { readonly megabytes: number }) => `剩餘空間 ${n(p.megabytes)} MB。`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `剩餘空間僅 ${n(p.megabytes)} MB。請先將活頁簿另存為檔案，再清理磁碟；這裡不會替您刪除任何內容。`,
};
