/** 匯入記錄與復原匯入的用語，繁體。 */
import type { enImports } from "./en.imports.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, listed, sumText } from "./plural.ts";
import { spaced } from "./spacing.ts";

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
    `${listed("，", [p.removed, `將移除隨之匯入的 ${n(p.removed)} 列`], [p.restored, `${n(p.restored)} 個儲存格將恢復原值`])}。此後所作的修改會保留。`,
  "imports.nothingLeft": "這次匯入的內容已沒有可復原的部分。",
  "imports.kept": (p) =>
    `有 ${n(p.count)} 個儲存格此後被修改過，或所在欄的類型被變更過，將保持現狀；含有此類儲存格的列整列保留：`,
  "imports.more": (p) => `另有 ${n(p.count)} 個儲存格`,
  "imports.row": "列",
  "imports.column": "欄",
  "imports.imported": "匯入時",
  "imports.present": "現在",
  "imports.done": (p) =>
    `已復原匯入：${listed("，", [p.removed, `移除 ${n(p.removed)} 列`], [p.restored, `恢復 ${n(p.restored)} 個儲存格`], [p.kept, `保留 ${n(p.kept)} 個儲存格`])}。可用「復原」找回。`,
  "diff.show": "顯示",
  "diff.all": "全部",
  "diff.added": "新增",
  "diff.updated": "變更",
  "diff.unchanged": "不變",
  "diff.skipped": "不匯入",
  "diff.rejected": "無法匯入",
  "diff.alike": "疑似重複",
  "diff.like": (p) => `新增，疑似與「${p.name}」重複`,
  "diff.likeLine": (p) => `新增，疑似與第 ${n(p.line)} 行重複`,
  "diff.alikeNote": (p) =>
    `有 ${n(p.count)} 列將新增，但疑似與現有的列或前面的列重複。${
      p.spare === p.count ? "" : `其中 ${n(p.spare)} 列可以不匯入；其餘的列屆時不再與任何列相似，仍會匯入。`
    }`,
  "diff.leaveAlike": "不匯入疑似重複的列",
  "diff.kind": (p) => `${p.name} ${n(p.count)}`,
  "diff.line": "行號",
  "diff.fate": "處理方式",
  "diff.mend": (p) => spaced`第 ${n(p.line)} 行的${p.column}`,
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
  "import.kind": (p) => spaced`${p.column}的類型`,
  "import.blanks": "檔案中的空白儲存格",
  "import.blanks.keep": "保留原值",
  "import.blanks.clear": "清空原值",
  "import.remembered": "欄和識別依據沿用您上次的設定。",
  "import.anew": "重新設定",
  "import.before": (p) => `此檔案您曾匯入過：${p.moment}。`,
  "cause.export": (p) => `匯出 ${p.file}`,
  "preset.roundTrip": "會計往返",
  "preset.roundTrip.what": "供對方修改後寄回：帶有識別各列的標識欄。",
  "returned.sent": (p) => `此檔案於 ${p.moment} 從這裡送出。只匯入對方此後的變更；您在此期間的變更會保留。`,
  "returned.missing": (p) => `送出的列中有 ${n(p.count)} 列未隨檔案返回，將保持不變。`,
  "returned.repair": (p) => `修復 Excel 造成的損壞：${n(p.count)} 個儲存格`,
  "returned.how.zeros": (p) => `前導零遺失 ${n(p.count)} 處`,
  "returned.how.exponent": (p) => `變為 1.38E+10 形式 ${n(p.count)} 處`,
  "returned.how.digits": (p) => `位數遺失 ${n(p.count)} 處`,
  "returned.how.date": (p) => `日期錯亂 ${n(p.count)} 處`,
  "returned.how.encoding": (p) => `文字遺失 ${n(p.count)} 處`,
  "returned.how.formula": (p) => `公式錯誤 ${n(p.count)} 處`,
  "returned.conflicts": (p) =>
    `有 ${n(p.count)} 個儲存格雙方都改過。除非您在下方另行選擇，否則${p.side === "mine" ? "保留您的" : "採用對方的"}。`,
  "returned.keepMine": "全部保留我的",
  "returned.takeTheirs": "全部採用對方的",
  "returned.cell": (p) => spaced`採用哪個：第 ${n(p.line)} 行的${p.column}`,
  "returned.mine": (p) => `我的：${p.text}`,
  "returned.theirs": (p) => `對方：${p.text}`,
  "returned.youChanged": (p) => `您改過；送出時為 ${p.sent}`,
  "diff.conflict": "雙方都改過",
  "diff.mine": "您改過",
};
