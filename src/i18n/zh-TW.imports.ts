/** 匯入記錄與復原匯入的用語，繁體。 */
import type { enImports } from "./en.imports.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, sumText } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWImports: Pick<Messages, keyof typeof enImports> = {
  "cause.undoImport": (p) => `回復匯入 ${p.file}`,
  "imports.title": "匯入記錄",
  "imports.none": "尚未向此活頁簿匯入過任何檔案。",
  "imports.counts": (p) =>
    `新增 ${n(p.added)}，變更 ${n(p.updated)}，不變 ${n(p.unchanged)}${p.left === 0 ? "" : `，未匯入 ${n(p.left)}`}`,
  "imports.turnedBack": (p) => `已於 ${p.moment} 復原`,
  "imports.undo": "復原匯入…",
  "imports.undoTitle": (p) => `復原匯入 ${p.file}？`,
  "imports.undoAction": "復原匯入",
  "imports.all": "全部匯入記錄",
  "imports.looking": "正在與目前內容比較…",
  "imports.would": (p) =>
    `將移除隨之匯入的 ${n(p.removed)} 列，${n(p.restored)} 個儲存格恢復原值。此後所作的修改會保留。`,
  "imports.nothingLeft": "這次匯入的內容已沒有可復原的部分。",
  "imports.kept": (p) => `有 ${n(p.count)} 個儲存格此後被修改過，將保持現狀；含有此類儲存格的列整列保留：`,
  "imports.more": (p) => `另有 ${n(p.count)} 個儲存格`,
  "imports.row": "列",
  "imports.column": "欄",
  "imports.imported": "匯入時",
  "imports.present": "現在",
  "imports.done": (p) =>
    `已復原匯入：移除 ${n(p.removed)} 列，恢復 ${n(p.restored)} 個儲存格${p.kept === 0 ? "" : `，保留 ${n(p.kept)} 個`}。可用「復原」找回。`,
  "diff.show": "顯示",
  "diff.all": "全部",
  "diff.added": "新增",
  "diff.updated": "變更",
  "diff.unchanged": "不變",
  "diff.skipped": "不匯入",
  "diff.rejected": "無法匯入",
  "diff.kind": (p) => `${p.name} ${n(p.count)}`,
  "diff.line": "行號",
  "diff.fate": "處理方式",
  "diff.mend": (p) => `第 ${n(p.line)} 行的${p.column}`,
  "diff.sum": (p) =>
    sumText("zh-TW", p, {
      whole: (count) => `檔案共 ${n(count)} 列`,
      parts: {
        added: "新增",
        updated: "變更",
        unchanged: "不變",
        skipped: "不匯入",
        rejected: "無法匯入",
        excluded: "空白等非資料列",
      },
    }),
  "import.kind": (p) => `${p.column}的類型`,
  "import.blanks": "檔案中的空白儲存格",
  "import.blanks.keep": "保留原值",
  "import.blanks.clear": "清空原值",
  "import.remembered": "欄和識別依據沿用您上次的設定。",
  "import.anew": "重新設定",
  "import.before": (p) => `此檔案您曾匯入過：${p.moment}。`,
};
