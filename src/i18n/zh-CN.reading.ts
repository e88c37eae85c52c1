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
  "note.damagedByExcel": (p) =>
    `${p.name}：Excel 只保留了 ${n(p.count)} 个单元格的前几位数字，首见于第 ${n(p.line)} 行（如 1.23E+10）。内容未改动；请向对方索取完整编号。`,
  "note.excelDays": (p) =>
    `${p.name}：${n(p.count)} 个单元格为 Excel 的日期序号；${p.text} 已读作 ${p.day}。`,
  "note.otherCurrency": (p) =>
    `${p.name}：${n(p.count)} 个单元格的币种与此工作簿不同，首见于第 ${n(p.line)} 行（${p.text}）。数字按原样导入，未作换算。`,
  "note.knownLayout": (p) => `各列为“${p.layout}”的格式，已按其含义对应；没有内容的列不导入。`,
  "note.shortYears": (p) => `${p.name}：年份只有两位数；${p.text} 已读作 ${p.day}。`,
  "reading.line": (p) => `第 ${n(p.line)} 行`,
  "reading.quote": "文本引号",
  "reading.quote.double": '双引号 ( " )',
  "reading.quote.single": "单引号 ( ' )",
  "reading.names": "列名",
  "reading.names.none": "无：每一行都是数据",
  "reading.namedLine": (p) => `第 ${n(p.line)} 行：${p.text}`,
  "reading.compare": "哪一种显示正确？",
  "reading.use": (p) => `按“${p.encoding}”读取`,
  "reading.excluded": (p) => `${n(p.count)} 行不作为数据`,
  "reading.more": (p) => `再显示 ${n(p.count)} 行`,
  "reading.doubtful": "这些可能不是数据行",
  "reading.keep": (p) => `将第 ${n(p.line)} 行作为数据`,
  "reading.keepShort": "作为数据",
  "reading.leave": (p) => `排除第 ${n(p.line)} 行`,
  "reading.leaveShort": "排除",
  "reading.dates": (p) => `${p.columns}：${p.text} 是哪一天？`,
  "reading.remembered": "沿用了上次同列文件的回答，请确认是否仍然正确。",
  "reading.unanswered": "请先回答上面的问题，然后就可以导入。",
  "reading.dates.choose": "请选择…",
  "reading.dates.dmy": (p) => `${p.day}（日在前）`,
  "reading.dates.mdy": (p) => `${p.day}（月在前）`,
  "reading.dates.ymd": (p) => `${p.day}（年在前）`,
  "reading.decimals": (p) =>
    `${p.columns}：小数符号是逗号（如 ${p.comma}）还是点（如 ${p.point}）？用另一种写法的单元格可在下方修正。`,
  "reading.decimals.choose": "请选择…",
  "reading.decimals.comma": (p) => `逗号，如 ${p.comma}`,
  "reading.decimals.point": (p) => `点，如 ${p.point}`,
  "reading.pasted": "粘贴的数据.csv",
  "excluded.directive": "文件格式说明",
  "excluded.blank": "空行",
  "excluded.title": "标题",
  "excluded.headerRow": "附加列名",
  "excluded.repeatedHeader": "重复的列名",
  "excluded.section": "分组名称",
  "excluded.total": "合计",
  "excluded.balance": "期初或期末余额",
  "excluded.footer": "表尾",
  "excluded.chosen": "由您排除",
};
