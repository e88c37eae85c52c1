/** 記錄卡的用語，繁體。 */
import type { enRecord } from "./en.record.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWRecord: Pick<Messages, keyof typeof enRecord> = {
  "record.label": "記錄卡",
  "record.open": "開啟記錄卡",
  "record.new": "新列",
  "record.unnamed": "未命名",
  "record.previous": "上一筆記錄",
  "record.next": "下一筆記錄",
  "record.placeLabel": "位置",
  "record.place": (p) => `第 ${n(p.place)} 筆，共 ${n(p.count)} 筆`,
  "record.notShown": "不在目前顯示的列中",
  "record.gone": "這一列已被刪除。復原即可找回。",
  "record.moves": "已變更。離開後，這一列會移到應在的位置。",
  "record.leaves": "已變更。這一列不再符合篩選條件，離開後將不再顯示。",
  "calendar.previousYear": "上一年",
  "calendar.previousMonth": "上個月",
  "calendar.nextMonth": "下個月",
  "calendar.nextYear": "下一年",
  "calendar.today": "今天",
  "lead.call": (p) => `撥打 ${p.text}`,
  "lead.write": (p) => `寫信給 ${p.text}`,
  "lead.open": (p) => `在新分頁中開啟 ${p.text}`,
  "key.lead": "撥打、寫信或開啟連結",
  "grid.removeChoice": (p) => `移除「${p.label}」`,
  "keys.record": "在記錄卡中",
  "key.record": "開啟記錄卡",
  "key.recordStep": "上一筆或下一筆記錄",
  "key.recordField": "保留並移到下一個欄位",
  "key.recordClose": "回到儲存格",
};
