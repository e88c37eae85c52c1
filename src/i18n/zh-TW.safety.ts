/** 資料安全用語，繁體中文。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWSafety = {
  "safety.title": "資料安全",
  "safety.noFile": "尚未另存為檔案",
  "safety.inBrowser": "每次變更都儲存在本瀏覽器中，並另有一份複本，資料庫損壞時仍可還原。",
  "safety.persistent": "瀏覽器已承諾在空間不足時不清除這些資料。",
  "safety.notPersistent": "磁碟已滿或清除網站資料時，瀏覽器可能會清除這些資料。",
  "safety.kept": "瀏覽器會保留資料",
  "safety.mayBeCleared": "瀏覽器可能清除資料",
  "safety.persist": "請瀏覽器保留資料",
  "safety.saveFile": "立即另存為檔案",
  "safety.refused": "瀏覽器沒有作出承諾。另存為檔案總是安全的。",
  "safety.file": (p: { readonly when: string }) => `已另存為檔案：${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `已另存為檔案：${p.when}，此後變更 ${n(p.changes)} 次`,
  "safety.room": (p: { readonly megabytes: number }) => `剩餘空間 ${n(p.megabytes)} MB。`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `剩餘空間僅 ${n(p.megabytes)} MB。請先將活頁簿另存為檔案，再清理磁碟；這裡不會替您刪除任何內容。`,
  "room.tight": (p: { readonly needed: number; readonly left: number }) =>
    `這大約需要 ${n(p.needed)} MB，而瀏覽器估計只剩 ${n(p.left)} MB。即使放不下，已儲存的內容也不會遺失：可以先清理磁碟，也可以仍然一試。`,
  "room.anyway": "仍然開啟",
  "safety.paused": "備份已暫停",
  "safety.folderMissing": "找不到備份資料夾",
  "safety.folderFull": "備份資料夾的磁碟已滿",
  "safety.backupFailed": "上次備份失敗",
  "backup.title": "資料夾備份",
  "backup.none": "尚未設定。選擇一個資料夾（最好在另一顆磁碟或雲端硬碟中），備份會自動存入其中。",
  "backup.unsupported": "此瀏覽器無法寫入資料夾。請不時將活頁簿另存為檔案，這裡會提醒您。",
  "backup.chosen": (p: { readonly folder: string }) =>
    `自動備份到「${p.folder}」：當天保留最近 3 份，7 天內每天 1 份，5 週內每週 1 份。`,
  "backup.asking": (p: { readonly folder: string }) =>
    `瀏覽器需要您再次允許寫入「${p.folder}」，之後備份才會繼續。`,
  "backup.choose": "選擇資料夾…",
  "backup.other": "換一個資料夾…",
  "backup.allow": "再次允許",
  "backup.now": "立即備份",
  "backup.stop": "停止備份",
  "backup.working": "正在備份…",
  "backup.done": (p: { readonly folder: string }) => `已備份到「${p.folder}」，並已回讀核對。`,
  "backup.forbidden": "瀏覽器不允許寫入。請再次允許存取該資料夾。",
  "backup.missing": "找不到該資料夾。請連接其所在磁碟，或選擇其他資料夾。",
  "backup.full": "該資料夾所在磁碟已滿。請清出空間，或選擇其他資料夾。",
  "backup.unverified": "回讀的內容與寫入的不一致。請選擇其他磁碟上的資料夾。",
  "backup.failed": "備份無法寫入。請重試，或選擇其他資料夾。",
};
