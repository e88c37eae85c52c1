/** 入門步驟的用語，繁體。 */

export const zhTWGuide = {
  "guide.label": "入門步驟",
  "guide.show": "指給我看",
  "guide.skip": "略過",
  "guide.done": "完成",
  "guide.edit": "在任意儲存格中輸入。按下 Enter 即已儲存。",
  "guide.sort": "按一下欄名，依該欄排序。",
  "guide.search": "搜尋姓名、城市或數字。",
  "guide.charts": "開啟圖表：哪些客戶撐起了生意？",
  "guide.file": "把活頁簿儲存為檔案，在瀏覽器之外留一份複本。",
  "guide.end": "就是這些。其他功能按 Ctrl+K 尋找，按 F1 檢視所有快速鍵。",
  "guide.count": (p: { readonly at: number; readonly of: number }) => `${p.at}/${p.of}`,
} as const;
