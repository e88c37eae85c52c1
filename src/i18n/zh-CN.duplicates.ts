/** 重复客户的用语，简体。 */
import type { enDuplicates } from "./en.duplicates.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNDuplicates: Pick<Messages, keyof typeof enDuplicates> = {
  "cause.mergeRows": "合并两行",
  "duplicates.title": "查找重复客户",
  "duplicates.looking": "正在比较各行…",
  "duplicates.none": "没有看起来是同一客户的行。",
  "duplicates.count": (p) => `有 ${n(p.count)} 对行可能是同一客户，最可能的在前。`,
  "duplicates.pair": (p) => `${p.first} – ${p.second}`,
  "duplicates.why": (p) => `${n(p.score)} 分（满分 100）：相同的${p.evidence}`,
  "duplicates.by.taxNumber": "税号",
  "duplicates.by.email": "邮箱",
  "duplicates.by.phone": "电话",
  "duplicates.by.name": "姓名",
  "duplicates.by.company": "单位",
  "duplicates.by.sound": "姓名读音",
  "duplicates.merge": "合并…",
  "duplicates.mergeTitle": "合并两行",
  "duplicates.mergeAction": "合并",
  "duplicates.back": "返回",
  "duplicates.choose": "为每一列选择要保留的值。第二行将被移除，可用“撤销”找回。",
  "duplicates.same": "两行的每一列都相同。第二行将被移除，可用“撤销”找回。",
  "duplicates.field": "列",
  "duplicates.first": "第一行",
  "duplicates.second": "第二行",
  "duplicates.merged": "已合并为一行，可用“撤销”恢复为两行。",
  "duplicates.alike": (p) => `${p.name}已有相同的内容。`,
  "duplicates.show": "查看该行",
};
