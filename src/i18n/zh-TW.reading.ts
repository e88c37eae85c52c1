/** 讀取檔案的用語，繁體。 */
import type { enReading } from "./en.reading.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWReading: Pick<Messages, keyof typeof enReading> = {
  "note.damagedText": (p) => `${n(p.count)} 列含損壞的字元，首見於第 ${n(p.line)} 行；顯示為 \ufffd。`,
};
