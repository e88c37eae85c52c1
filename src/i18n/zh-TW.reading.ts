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
};
