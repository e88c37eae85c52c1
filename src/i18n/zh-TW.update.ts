/** 新版本提示的用語，繁體。 */
export const zhTWUpdate = {
  "update.label": "版本",
  "update.ready": "新版本已就緒：關閉所有 Tierbook 分頁後自動啟用，也可立即啟用。",
  "update.reload": "立即重新載入",
  "update.asked": "待所有分頁都已儲存且沒有正在輸入的內容，即啟用新版本。",
  "update.later": "暫不",
} as const;
