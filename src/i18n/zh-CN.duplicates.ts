/** 重复客户的用语，简体。 */
import type { enDuplicates } from "./en.duplicates.ts";
import type { Messages } from "./en.ts";
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNDuplicates: Pick<Messages, keyof typeof enDuplicates> = {
  "cause.mergeRows": (p) => `合并 ${n(p.rows)} 行`,
  "cause.keepApart": (p) => `将 ${n(p.rows)} 行标记为不是同一客户`,
  "cause.forgetApart": (p) => `重新提示 ${n(p.rows)} 行可能重复`,
  "duplicates.title": "查找重复客户",
  "duplicates.looking": "正在比较各行…",
  "duplicates.none": "没有看起来是同一客户的行。",
  "duplicates.uncompared": (p) => `以下内容有超过 ${n(p.most)} 行相同，未据此比较：${p.list}。`,
  "duplicates.shared": (p) => `${p.what}“${p.text}”（${n(p.count)} 行）`,
  "duplicates.sharedMore": (p) => `另有 ${n(p.count)} 项`,
  "duplicates.count": (p) => `有 ${n(p.count)} 组行可能是同一客户，最可能的在前。`,
  "duplicates.andMore": (p) => `${p.names} 等，另有 ${n(p.count)} 行`,
  "duplicates.row": (p) => `${n(p.number)}. ${p.name}`,
  "duplicates.link": (p) => `${p.first} 与 ${p.second}：${p.why}`,
  "duplicates.groupWhy": (p) => `共 ${n(p.count)} 行。最弱的关联是 ${p.weakest}`,
  "duplicates.why": (p) => `${n(p.score)} 分（满分 100）：相同的${p.evidence}`,
  "duplicates.by.taxNumber": "税号",
  "duplicates.by.email": "邮箱",
  "duplicates.by.phone": "电话",
  "duplicates.by.name": "姓名",
  "duplicates.by.company": "单位",
  "duplicates.by.sound": "姓名读音",
  "duplicates.merge": "合并…",
  "duplicates.mergeTitle": (p) => `合并 ${n(p.count)} 行`,
  "duplicates.mergeAction": "合并",
  "duplicates.back": "返回",
  "duplicates.members": "要合并为一行的行",
  "duplicates.chain": (p) =>
    `这一组中并非每两行都相似，因此只勾选了彼此都相似的行。最弱的关联是 ${p.weakest}。`,
  "duplicates.moreRows": (p) => `另有 ${n(p.count)} 行，合并这些之后再提示。`,
  "duplicates.choose": "为每一列选择要保留的值。第一行保留，其余移除，可用“撤销”找回。",
  "duplicates.same": "各行的每一列都相同。第一行保留，其余移除，可用“撤销”找回。",
  "duplicates.field": "列",
  "duplicates.together": "全部保留",
  "duplicates.merged": (p) => `已将 ${n(p.count)} 行合并为一行，可用“撤销”恢复。`,
  "duplicates.apart": "不是同一客户",
  "duplicates.done.keepApart": "以后不再提示这些行重复。",
  "duplicates.done.forgetApart": "已重新提示这些行可能重复。",
  "duplicates.apartCount": (p) => `已标记为不是同一客户：${n(p.count)} 组`,
  "duplicates.offer": "重新提示",
  "duplicates.alike": (p) => `已有内容相同的行：${p.name}。`,
  "duplicates.show": "查看该行",
};
