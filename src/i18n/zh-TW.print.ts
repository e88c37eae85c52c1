/** 列印的用語，繁體。 */
import type { enPrint } from "./en.print.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWPrint: Pick<Messages, keyof typeof enPrint> = {
  "print.open": "列印…",
  "print.title": "列印",
  "print.what": "內容",
  "print.what.view": "此檢視的列",
  "print.what.record": "游標所在列的卡片",
  "print.what.dashboard": "圖表",
  "print.paper": "紙張",
  "print.paper.letter": "Letter（信紙）",
  "print.turned": "方向",
  "print.turned.portrait": "直向",
  "print.turned.landscape": "橫向",
  "print.go": "列印",
  "print.rows": (p) =>
    `將列印 ${n(p.rows)} 列${p.grouped ? "（含分組標題）" : ""}，採用此檢視的欄、順序和篩選。`,
  "print.cut": (p) => `將列印 ${n(p.rows)} 列中的前 ${n(p.most)} 列。請篩選檢視以減少列數，或匯出全部。`,
  "print.compared": (p) => spaced`與 ${p.day}比較`,
  "print.noRow": "游標不在任何列。請先按一下該列的儲存格。",
  "print.noCharts": "此工作表沒有圖表。請先新增。",
  "print.noRows": "此檢視沒有顯示任何列。",
};
