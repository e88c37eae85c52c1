/** 数据安全用语，简体中文。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNSafety = {
  "safety.title": "数据安全",
  "safety.noFile": "尚未另存为文件",
  "safety.inBrowser": "每次更改都保存在本浏览器中，并另有一份副本，数据库损坏时仍可恢复。",
  "safety.persistent": "浏览器已承诺在空间不足时不清除这些数据。",
  "safety.notPersistent": "磁盘已满或清除网站数据时，浏览器可能会清除这些数据。",
  "safety.kept": "浏览器会保留数据",
  "safety.mayBeCleared": "浏览器可能清除数据",
  "safety.persist": "请浏览器保留数据",
  "safety.saveFile": "立即另存为文件",
  "safety.refused": "浏览器没有作出承诺。另存为文件总是安全的。",
  "safety.file": (p: { readonly when: string }) => `已另存为文件：${p.when}`,
  "safety.fileAndChanges": (p: { readonly when: string; readonly changes: number }) =>
    `已另存为文件：${p.when}，此后更改 ${n(p.changes)} 次`,
  "safety.room": (p: { readonly megabytes: number }) => `剩余空间 ${n(p.megabytes)} MB。`,
  "safety.littleRoom": (p: { readonly megabytes: number }) =>
    `剩余空间仅 ${n(p.megabytes)} MB。请先将工作簿另存为文件，再清理磁盘；这里不会替您删除任何内容。`,
  "room.tight": (p: { readonly needed: number; readonly left: number }) =>
    `这大约需要 ${n(p.needed)} MB，而浏览器估计只剩 ${n(p.left)} MB。即使放不下，已保存的内容也不会丢失：可以先清理磁盘，也可以仍然一试。`,
  "room.anyway": "仍然打开",
  "safety.paused": "备份已暂停",
  "safety.folderMissing": "找不到备份文件夹",
  "safety.folderFull": "备份文件夹的磁盘已满",
  "safety.backupFailed": "上次备份失败",
  "backup.title": "文件夹备份",
  "backup.none": "尚未设置。选择一个文件夹（最好在另一块磁盘或云盘中），备份将自动存入其中。",
  "backup.unsupported": "此浏览器无法写入文件夹。请不时将工作簿另存为文件，这里会提醒您。",
  "backup.chosen": (p: { readonly folder: string }) =>
    `自动备份到“${p.folder}”：当天保留最近 3 份，7 天内每天 1 份，5 周内每周 1 份。`,
  "backup.asking": (p: { readonly folder: string }) =>
    `浏览器需要您再次允许写入“${p.folder}”，之后备份才会继续。`,
  "backup.choose": "选择文件夹…",
  "backup.other": "换一个文件夹…",
  "backup.allow": "再次允许",
  "backup.now": "立即备份",
  "backup.stop": "停止备份",
  "backup.working": "正在备份…",
  "backup.done": (p: { readonly folder: string }) => `已备份到“${p.folder}”，并已回读核对。`,
  "backup.forbidden": "浏览器不允许写入。请再次允许访问该文件夹。",
  "backup.missing": "找不到该文件夹。请连接其所在磁盘，或选择其他文件夹。",
  "backup.full": "该文件夹所在磁盘已满。请清理空间，或选择其他文件夹。",
  "backup.unverified": "回读的内容与写入的不一致。请选择其他磁盘上的文件夹。",
  "backup.failed": "备份无法写入。请重试，或选择其他文件夹。",
};
