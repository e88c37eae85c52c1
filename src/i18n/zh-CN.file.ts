/** 工作簿文件的用语，简体。 */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNFile = {
  "toolbar.file": "另存为文件",
  "toolbar.openFile": "打开文件",
  "start.open": "打开工作簿文件",
  "file.save.title": "将工作簿另存为文件",
  "file.save.what":
    "所有工作表连同列和视图，都在一个文件里。文件写好后会先读回核对，再交给您。历史记录仍留在本浏览器中。",
  "file.save.action": "保存",
  "file.save.working": "正在写入并核对文件…",
  "file.save.done": (p: { readonly rows: number }) =>
    `文件已读回核对，完整无误：${n(p.rows)} 行。请妥善保管。`,
  "file.save.unverified": (p: { readonly why: string }) => `读回核对未通过，文件未交出：${p.why}请重试。`,
  "file.save.failed": "文件无法写入，请重试。",
  "file.name": (p: { readonly workbook: string; readonly date: string }) =>
    `${p.workbook} ${p.date}.tierbook`,
  "file.choose": "选择文件",
  "file.none": "未选择文件",
  "file.open.file": "文件",
  "file.open.what": "由 Tierbook 保存的文件。全部核对无误后，才会成为本浏览器中的工作簿。",
  "file.open.other": (p: { readonly workbook: string }) =>
    `打开后将取代当前的“${p.workbook}”；后者原样保留在本浏览器中，可在“所有工作簿”中找到。`,
  "file.open.working": "正在读取并核对文件…",
  "file.open.done": (p: { readonly rows: number; readonly when: string }) =>
    `已打开：${n(p.rows)} 行，保存于 ${p.when}。`,
  "file.open.unsaved":
    "当前工作簿还有未能保存的更改，因此不会离开它。请先将它另存为文件，再按保存状态的提示排除故障。",
  "file.open.notKept": (p: { readonly why: string }) =>
    `文件完好，但浏览器未能存下：${p.why}原有内容未受影响。`,
  "file.open.failed": "文件无法打开。请重新加载页面后再试。",
  "file.refused.unreadable": "文件无法读取，可能已被移动或更改。请重新选择。",
  "file.refused.notAWorkbook": "这不是工作簿文件。请选择由 Tierbook 保存的文件；客户名单请用“导入 CSV”。",
  "file.refused.tooNew": "该文件由较新版本的 Tierbook 保存。请重新加载页面以获取新版本，然后再次选择。",
  "file.refused.tooLarge": "该文件的内容超出内存所能容纳的范围。请关闭其他标签页和程序后重新选择。",
  "file.refused.truncated": "该文件缺少结尾部分。请重新复制或下载。",
  "file.refused.damaged": "该文件已损坏。请使用另一份副本。",
  "file.refused.damagedPart": (p: { readonly part: string }) =>
    `该文件的 ${p.part} 已损坏。请使用另一份副本。`,
  "file.refused.damagedLine": (p: { readonly part: string; readonly line: number }) =>
    `该文件的 ${p.part} 第 ${n(p.line)} 行已损坏。请使用另一份副本。`,
} as const;
