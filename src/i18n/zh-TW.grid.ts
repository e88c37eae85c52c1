/** 表格中的用語，繁體。 */
import { spaced } from "./spacing.ts";

export const zhTWGrid = {
  "agGrid.loading": "正在讀取此列",
  "agGrid.notLoaded": "此列未能讀取",
  "agGrid.refused": "未被接受",
  "grid.rowNumber": "列號",
  "grid.addRow": "在此輸入即可新增一列",
  "grid.strayMoved": "已變更。游標離開後，此列會移到應在的位置",
  "grid.strayExcluded": "已變更。此列不再符合篩選條件，游標離開後將隱藏",
  "grid.empty": "尚無資料",
  "grid.emptyHint": "在標有 + 的列中輸入，或匯入 CSV 檔案。",
  "grid.noMatches": "沒有符合條件的列",
  "grid.showAll": "顯示所有列",
  "grid.columnMenu": (p: { readonly name: string }) => `欄選單：${p.name}`,
  "grid.sortAscending": "遞增排序",
  "grid.sortDescending": "遞減排序",
  "grid.clearSort": "移除此欄的排序",
  "grid.freeze": "凍結",
  "grid.unfreeze": "取消凍結",
  "grid.hide": "隱藏",
  "grid.rename": "重新命名",
  "grid.columnName": "欄名",
  "grid.newChoice": (p: { readonly label: string }) => `新增「${p.label}」`,
  "grid.editing": (p: { readonly name: string }) => spaced`正在編輯${p.name}`,
  "grid.pickDate": "選擇日期",
} as const;
