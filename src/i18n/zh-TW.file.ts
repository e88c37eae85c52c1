/** 活頁簿檔案的用語，正體。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWFile = {
  "toolbar.file": "另存為檔案",
  "toolbar.openFile": "開啟檔案",
  "start.open": "開啟活頁簿檔案",
  "file.save.title": "將活頁簿另存為檔案",
  "file.save.what":
    "所有工作表連同欄與檢視，都在一個檔案裡。檔案寫好後會先讀回核對，再交給您。歷程記錄仍留在本瀏覽器中。",
  "file.save.action": "儲存",
  "file.save.working": "正在寫入並核對檔案…",
  "file.save.done": (p: { readonly rows: number }) =>
    `檔案已讀回核對，完整無誤：${n(p.rows)} 列。請妥善保存。`,
  "file.save.unverified": (p: { readonly why: string }) => `讀回核對未通過，檔案未交出：${p.why}請再試一次。`,
  "file.save.failed": "檔案無法寫入，請再試一次。",
  "file.name": (p: { readonly workbook: string; readonly date: string }) =>
    `${p.workbook} ${p.date}.tierbook`,
  "file.choose": "選擇檔案",
  "file.none": "未選擇檔案",
  "file.open.file": "檔案",
  "file.open.what": "由 Tierbook 儲存的檔案。全部核對無誤後，才會成為本瀏覽器中的活頁簿。",
  "file.open.other": (p: { readonly workbook: string }) =>
    `開啟後將取代目前的「${p.workbook}」；後者原樣保留在本瀏覽器中，可在「所有活頁簿」中找到。`,
  "file.open.working": "正在讀取並核對檔案…",
  "file.open.done": (p: { readonly rows: number; readonly when: string }) =>
    `已開啟：${n(p.rows)} 列，儲存於 ${p.when}。`,
  "file.open.unsaved":
    "目前的活頁簿還有未能儲存的變更，因此不會離開它。請先將它另存為檔案，再依儲存狀態的提示排除故障。",
  "file.open.notKept": (p: { readonly why: string }) =>
    `檔案完好，但瀏覽器未能存下：${p.why}原有內容未受影響。`,
  "file.open.failed": "檔案無法開啟。請重新載入頁面後再試。",
  "file.refused.unreadable": "檔案無法讀取，可能已被移動或變更。請重新選擇。",
  "file.refused.notAWorkbook": "這不是活頁簿檔案。請選擇由 Tierbook 儲存的檔案；客戶名單請用「匯入 CSV」。",
  "file.refused.tooNew": "此檔案由較新版本的 Tierbook 儲存。請重新載入頁面以取得新版本，然後再次選擇。",
  "file.refused.tooLarge": "此檔案的內容超出記憶體所能容納的範圍。請關閉其他分頁和程式後重新選擇。",
  "file.refused.truncated": "此檔案缺少結尾部分。請重新複製或下載。",
  "file.refused.damaged": "此檔案已損壞。請使用另一份複本。",
  "file.refused.damagedPart": (p: { readonly part: string }) =>
    `此檔案的 ${p.part} 已損壞。請使用另一份複本。`,
  "file.refused.damagedLine": (p: { readonly part: string; readonly line: number }) =>
    `此檔案的 ${p.part} 第 ${n(p.line)} 行已損壞。請使用另一份複本。`,
} as const;
