/** 读取文件的用语，简体。 */
import type { enReading } from "./en.reading.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNReading: Pick<Messages, keyof typeof enReading> = {
  "note.damagedText": (p) => `${n(p.count)} 行含损坏的字符，首见于第 ${n(p.line)} 行；显示为 \ufffd。`,
  "note.strayQuotes": (p) => `${n(p.count)} 行的文字中有引号，首见于第 ${n(p.line)} 行；已原样保留。`,
  "delimiter.tildes": "波浪号 ( ~~ )",
  "delimiter.caret": "脱字符 ( ^ )",
  "delimiter.wideComma": "中文逗号 ( ， )",
  "delimiter.space": "空格",
  "delimiter.colon": "冒号 ( : )",
  "delimiter.number": "井号 ( # )",
};
