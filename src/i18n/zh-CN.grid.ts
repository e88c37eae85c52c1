/** 表格中的用语，简体。 */
import { spaced } from "./spacing.ts";

export const zhCNGrid = {
  "agGrid.loading": "正在读取此行",
  "agGrid.notLoaded": "此行未能读取",
  "agGrid.refused": "未被接受",
  "grid.rowNumber": "行号",
  "grid.addRow": "在此输入即可新增一行",
  "grid.strayMoved": "已更改。光标离开后，此行会移到应在的位置",
  "grid.strayExcluded": "已更改。此行不再符合筛选条件，光标离开后将隐藏",
  "grid.empty": "还没有数据",
  "grid.emptyHint": "在标有 + 的行中输入，或导入 CSV 文件。",
  "grid.noMatches": "没有符合条件的行",
  "grid.showAll": "显示所有行",
  "grid.columnMenu": (p: { readonly name: string }) => `列菜单：${p.name}`,
  "grid.sortAscending": "升序排列",
  "grid.sortDescending": "降序排列",
  "grid.clearSort": "移除此列的排序",
  "grid.freeze": "冻结",
  "grid.unfreeze": "取消冻结",
  "grid.hide": "隐藏",
  "grid.rename": "重命名",
  "grid.columnName": "列名",
  "grid.newChoice": (p: { readonly label: string }) => `添加“${p.label}”`,
  "grid.editing": (p: { readonly name: string }) => spaced`正在编辑${p.name}`,
  "grid.pickDate": "选择日期",
} as const;
