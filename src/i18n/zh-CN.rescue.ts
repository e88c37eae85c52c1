/** 数据丢失与救援页面的用语，简体。 */
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNRescue = {
  "phase.setBack.title": "此处现有的内容少于先前保存的内容",
  "phase.setBack.what":
    "浏览器丢失了该工作簿的数据，或将其恢复到了较早的状态。未打开也未更改任何内容。请先查找副本，切勿清除本站数据。",
  "phase.rescue": "查找副本",
  "setBack.was": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `最近一次保存于 ${p.when}：${n(p.rows)} 行，${n(p.seq)} 次更改。`,
  "setBack.is": (p: { readonly rows: number; readonly seq: number }) =>
    `浏览器数据库中找到：${n(p.rows)} 行，${n(p.seq)} 次更改。`,
  "setBack.nothing": "浏览器数据库中没有找到任何内容。",
  "rescue.title": "救援",
  "rescue.what": "以下是本浏览器中仍保存的工作簿内容。查看不会更改任何内容，本页也不会删除任何内容。",
  "rescue.looking": "正在查找…",
  "rescue.nothing": "没有找到可读取的内容：既无数据库，也无副本。",
  "rescue.outside":
    "备份文件夹中的或您自己保存的工作簿文件（.tierbook）含有当时的整个工作簿：请“重新开始”，再“打开工作簿文件”。CSV 文件也可在那里导入。",
  "rescue.unnamed": "名称已丢失的工作簿",
  "rescue.database": "浏览器数据库",
  "rescue.copy": (p: { readonly when: string }) =>
    p.when === "" ? "时间不明的副本" : spaced`${p.when}的副本`,
  "rescue.holds": (p: { readonly rows: number; readonly seq: number; readonly when: string }) =>
    `${n(p.rows)} 行，${n(p.seq)} 次更改${p.when === "" ? "" : `，写入于 ${p.when}`}。`,
  "rescue.all": "已保存的内容全部都在。",
  "rescue.behind": "少于最近一次保存的内容。",
  "rescue.open": "继续使用这一份",
  "rescue.restore": "从此副本恢复",
  "rescue.restoring": "正在恢复…",
  "rescue.unreadable": "该副本已无法读取。",
  "rescue.csv": "将所有可读内容导出为 CSV",
  "rescue.wrong": (p: { readonly why: string }) => `操作未成功：${p.why}原有内容未作任何更改。`,
  "rescue.back": "返回 Tierbook",
  "rescue.app": "重新下载 Tierbook 程序",
  "rescue.noHost": "无法连接 Tierbook 所在的网站，程序文件保持原样。请联网后重试。",
  "rescue.anew": "重新开始",
  "rescue.anew.title": "不使用这些工作簿，重新开始吗？",
  "rescue.anew.what": "Tierbook 将显示开始页面。以下内容仍保留在本浏览器中，仍可在本页恢复，但不再自动打开：",
  "rescue.given": (p: { readonly name: string; readonly rows: number }) => `${p.name}：${n(p.rows)} 行`,
  "rescue.cancel": "取消",
} as const;
