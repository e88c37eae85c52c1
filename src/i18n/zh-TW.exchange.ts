/** 匯入與匯出的用語，繁體。 */
import type { enExchange } from "./en.exchange.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWExchange: Pick<Messages, keyof typeof enExchange> = {
  "import.title": "匯入 CSV",
  "import.file": "檔案",
  "import.encoding": "編碼",
  "import.delimiter": "分隔符號",
  "import.action": "匯入",
  "import.hint":
    "選擇 CSV、文字、Excel (.xlsx) 或 vCard 檔案，或將檔案拖放到此處，也可直接貼上資料列。按下「匯入」之前不會寫入任何內容。",
  "import.reading": "正在讀取檔案…",
  "import.writing": "正在寫入…",
  "import.stopping": "正在取消：已寫入的列將收回…",
  "import.cancelled": "匯入已取消，沒有匯入任何資料。",
  "import.preview": "檔案中的列",
  "import.key": "依此欄識別已有的列",
  "import.key.and": "並依",
  "import.key.none": "無：每一列都是新增",
  "import.key.noMore": "僅此一欄",
  "import.take": "匯入哪些",
  "import.take.both": "新增的列和變更",
  "import.take.add": "僅新增的列",
  "import.take.update": "僅變更",
  "import.to": (p) => spaced`${p.column}匯入到`,
  "import.to.newField": "新增欄",
  "import.to.nowhere": "不匯入",
  "import.notes": "請留意",
  "import.rejected": (p) =>
    `${n(p.count)} 列不會匯入，首見於檔案第 ${n(p.line)} 行；可在上方改正。匯入後可將這些列連同原因另存為檔案。`,
  "import.result": "匯入結果",
  "import.outcome": (p) => `新增 ${n(p.added)}，更新 ${n(p.updated)}，未匯入 ${n(p.rejected)}`,
  "import.saveRejected": "儲存未匯入的列",
  "import.nothing": "沒有可匯入的內容。",
  "import.allThere": "這個檔案不會帶來任何變更：其中的內容在工作表裡都已存在且完全相同，無需匯入。",
  "import.restThere": "不會新增或變更任何列：除未匯入的列外，其餘內容在工作表裡都已存在且完全相同。",
  "import.rejectedFile": (p) => `${p.file} 未匯入.csv`,
  "import.columnWord": "欄",
  "import.failed": "檔案未能讀完，未作任何變更。請重新選擇；若仍失敗，請索取新的複本。",
  "encoding.utf-8": "Unicode (UTF-8)",
  "encoding.utf-16le": "Unicode (UTF-16 LE)",
  "encoding.utf-16be": "Unicode (UTF-16 BE)",
  "encoding.gb18030": "簡體中文 (GB18030)",
  "encoding.big5": "繁體中文 (Big5)",
  "encoding.windows-1252": "西歐 (Windows-1252)",
  "encoding.macintosh": "西歐 (Mac Roman)",
  "delimiter.comma": "逗號 ( , )",
  "delimiter.semicolon": "分號 ( ; )",
  "delimiter.tab": "定位字元",
  "delimiter.bar": "直立線 ( | )",
  "refused.empty": "此檔案是空的。請重新匯出後再選擇。",
  "refused.binary": "這不是文字檔。請在產生它的程式中另存為 CSV。",
  "refused.xlsx":
    "無法讀取該 Excel 活頁簿，可能已損壞或設有密碼。請在 Excel 中選擇「檔案 › 另存新檔 › CSV UTF-8（逗號分隔）」，再匯入該檔案。",
  "refused.xls":
    "這是舊版 Excel 活頁簿。請用 Excel 開啟，選擇「檔案 › 另存新檔 › CSV UTF-8（逗號分隔）」，再匯入該檔案。",
  "refused.zip": "這是壓縮檔。請解壓縮後選擇其中的 CSV 檔案。",
  "refused.pdf": "這是 PDF，其中是頁面而不是資料列。請向對方索取 CSV 或 Excel 檔案。",
  "refused.bomb":
    "此活頁簿解壓縮後會膨脹到自身的數百倍，與惡意檔案相似，因此沒有開啟。如果您信任它，請在 Excel 中重新儲存後再選擇。",
  "refused.tooLarge": (p) => `檔案大小為 ${p.size}，最多可讀取 ${p.limit}。請分割後依次匯入。`,
  "refused.wrongEncoding": (p) => `此檔案不是「${p.encoding}」編碼。請在上方選擇其他編碼。`,
  "refused.unreadable": "瀏覽器無法讀取此檔案，可能已被移動或正被占用。請重新選擇。",
  "note.noHeader": "找不到欄名列，各欄已編號。",
  "note.sentElsewhere":
    "此檔案帶有 Tierbook 的列標記，但此工作表沒有送出它的記錄，因此按一般檔案匯入，不作比對。",
  "note.emptyHeader": (p) => `第 ${p.column} 欄沒有名稱，已命名為「${p.name}」。`,
  "note.duplicateHeader": (p) => `第 ${p.column} 欄名稱重複，已命名為「${p.name}」。`,
  "note.shortRows": (p) => `${n(p.count)} 列儲存格不足，首見於第 ${n(p.line)} 行；缺少的留空。`,
  "note.quoteErrors": (p) => `${n(p.count)} 列引號有誤，首見於第 ${n(p.line)} 行；文字已原樣保留。`,
  "note.mixedLineEnds": (p) => `換行字元混用，首見於第 ${n(p.line)} 行；均已正確辨識。`,
  "note.importedAsText": (p) =>
    spaced`「${p.name}」看似${p.kind}，但部分儲存格無法原樣還原，因此保留為文字。`,
  "note.mixedDecimals": (p) =>
    `「${p.name}」中的數字有的用小數點、有的用小數逗號，無法判斷，因此保留為文字。`,
  "reject.line": "行號",
  "reject.reason": "原因",
  "reject.tooManyCells": (p) => `有 ${n(p.found)} 個儲存格，應為 ${n(p.expected)} 個`,
  "reject.cellTooLarge": (p) => spaced`${p.column}含 ${n(p.length)} 個字元，最多 ${n(p.limit)} 個`,
  "reject.sameKey": (p) => spaced`${p.columns}與第 ${n(p.line)} 行相同`,
  "reject.severalRows": (p) => spaced`工作表中有多列的${p.columns}與此相同`,
  "reject.badValue": (p) => `${p.column}：${p.problem}`,
};
