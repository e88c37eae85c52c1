/** 数据安全用语，简体中文。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNSafety = {
  "safety.title": "数据安全",
  "safety.noFile": "尚未另存为文件",
  "safety.inBrowser": "每次更改都保存在本浏览器中，并另有一份副本，数据库损坏时仍可恢复。",
  "safety.persistent": "浏览器已承诺在空间不足时不清除这些数据。",
  "safety.notPersistent": "磁盘已满或清除网站数据时，浏览器可能会清除这些数据。",
  "safety.persist": "请浏览器保留数据",
  "safety.saveFile": "立即另存为文件",
  "safety.refused": "浏览器没有作出承诺。另存为文件总是安全的。",
  "safety.file": (p: { readonly when: string }) => `已另存为文件：${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `已另存为文件：${p.when}，此后更改 ${n(p.changes)} 次`,
  "safety.room": (p: { readonly megabytes: number }) => `剩余空间 ${n(p.megabytes)} MB。`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `剩余空间仅 ${n(p.megabytes)} MB。请先将工作簿另存为文件，再清理磁盘；这里不会替您删除任何内容。`,
};
