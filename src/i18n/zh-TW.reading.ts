/** 讀取檔案的用語，繁體。 */
import type { enReading } from "./en.reading.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWReading: Pick<Messages, keyof typeof enReading> = {
  "note.damagedText": (p) => `${n(p.count)} 列含損壞的字元，首見於第 ${n(p.line)} 行；顯示為 \ufffd。`,
  "note.strayQuotes": (p) => `${n(p.count)} 列的文字中有引號，首見於第 ${n(p.line)} 行；已原樣保留。`,
  "delimiter.tildes": "波浪號 ( ~~ )",
  "delimiter.caret": "插入符號 ( ^ )",
  "delimiter.wideComma": "中文逗號 ( ， )",
  "delimiter.space": "空格",
  "delimiter.colon": "冒號 ( : )",
  "delimiter.number": "井號 ( # )",
  "note.damagedByExcel": (p) =>
    `${p.name}：Excel 只保留了 ${n(p.count)} 個儲存格的前幾位數字，首見於第 ${n(p.line)} 行（如 1.23E+10）。內容未更動；請向對方索取完整編號。`,
  "note.excelDays": (p) =>
    `${p.name}：${n(p.count)} 個儲存格為 Excel 的日期序號；${p.text} 已讀作 ${p.day}。`,
  "note.otherCurrency": (p) =>
    `${p.name}：${n(p.count)} 個儲存格的幣別與此活頁簿不同，首見於第 ${n(p.line)} 行（${p.text}）。數字按原樣匯入，未作換算。`,
  "note.knownLayout": (p) => `各欄為「${p.layout}」的格式，已按其含義對應；沒有內容的欄不匯入。`,
  "note.shortYears": (p) => `${p.name}：年份只有兩位數；${p.text} 已讀作 ${p.day}。`,
  "reading.line": (p) => `第 ${n(p.line)} 行`,
  "reading.quote": "文字引號",
  "reading.quote.double": '雙引號 ( " )',
  "reading.quote.single": "單引號 ( ' )",
  "reading.names": "欄名",
  "reading.names.none": "無：每一行都是資料",
  "reading.namedLine": (p) => `第 ${n(p.line)} 行：${p.text}`,
  "reading.compare": "哪一種顯示正確？",
  "reading.use": (p) => `以「${p.encoding}」讀取`,
  "reading.excluded": (p) => `${n(p.count)} 行不作為資料`,
  "reading.more": (p) => `再顯示 ${n(p.count)} 行`,
  "reading.doubtful": "這些可能不是資料列",
  "reading.keep": (p) => `將第 ${n(p.line)} 行作為資料`,
  "reading.keepShort": "作為資料",
  "reading.leave": (p) => `排除第 ${n(p.line)} 行`,
  "reading.leaveShort": "排除",
  "reading.dates": (p) => `${p.columns}：${p.text} 是哪一天？`,
  "reading.remembered": "沿用了上次同欄檔案的回答，請確認是否仍然正確。",
  "reading.unanswered": "請先回答上面的問題，然後就可以匯入。",
  "reading.dates.choose": "請選擇…",
  "reading.dates.dmy": (p) => `${p.day}（日在前）`,
  "reading.dates.mdy": (p) => `${p.day}（月在前）`,
  "reading.dates.ymd": (p) => `${p.day}（年在前）`,
  "reading.decimals": (p) =>
    `${p.columns}：小數符號是逗號（如 ${p.comma}）還是點（如 ${p.point}）？用另一種寫法的儲存格可在下方修正。`,
  "reading.decimals.choose": "請選擇…",
  "reading.decimals.comma": (p) => `逗號，如 ${p.comma}`,
  "reading.decimals.point": (p) => `點，如 ${p.point}`,
  "reading.pasted": "貼上的資料.csv",
  "excluded.directive": "檔案格式說明",
  "excluded.blank": "空白行",
  "excluded.title": "標題",
  "excluded.headerRow": "附加欄名",
  "excluded.repeatedHeader": "重複的欄名",
  "excluded.section": "分組名稱",
  "excluded.total": "合計",
  "excluded.balance": "期初或期末餘額",
  "excluded.footer": "表尾",
  "excluded.chosen": "由您排除",
};
