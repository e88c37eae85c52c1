/** 记录卡的用语，简体。 */
import type { enRecord } from "./en.record.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNRecord: Pick<Messages, keyof typeof enRecord> = {
  "record.label": "记录卡",
  "record.open": "打开记录卡",
  "record.new": "新行",
  "record.unnamed": "未命名",
  "record.previous": "上一条记录",
  "record.next": "下一条记录",
  "record.placeLabel": "位置",
  "record.place": (p) => `第 ${n(p.place)} 条，共 ${n(p.count)} 条`,
  "record.notShown": "不在当前显示的行中",
  "record.gone": "这一行已被删除。撤销可恢复。",
  "record.moves": "已更改。离开后，这一行会移到应在的位置。",
  "record.leaves": "已更改。这一行不再符合筛选条件，离开后将不再显示。",
  "calendar.previousYear": "上一年",
  "calendar.previousMonth": "上个月",
  "calendar.nextMonth": "下个月",
  "calendar.nextYear": "下一年",
  "calendar.today": "今天",
  "lead.call": (p) => `拨打 ${p.text}`,
  "lead.write": (p) => `发邮件给 ${p.text}`,
  "lead.open": (p) => `在新标签页中打开 ${p.text}`,
  "key.lead": "拨打、发邮件或打开链接",
  "grid.removeChoice": (p) => `移除“${p.label}”`,
  "keys.record": "在记录卡中",
  "key.record": "打开记录卡",
  "key.recordStep": "上一条或下一条记录",
  "key.recordField": "保留并转到下一个字段",
  "key.recordClose": "回到单元格",
};
