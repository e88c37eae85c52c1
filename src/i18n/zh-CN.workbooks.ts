/** 工作簿列表用语，简体中文。 */
import { spaced } from "./spacing.ts";

export const zhCNWorkbooks = {
  "workbooks.title": "工作簿",
  "workbooks.all": "所有工作簿",
  "workbooks.new": "新建工作簿",
  "workbooks.name": "工作簿名称",
  "workbooks.unnamed": "名称无法读取的工作簿",
  "workbooks.isOpen": "已在本标签页打开",
  "workbooks.deleted": "最近删除",
  "workbooks.rename": "重命名",
  "workbooks.duplicate": "创建副本",
  "workbooks.delete": "删除",
  "workbooks.restore": "恢复",
  "workbooks.purge": "永久删除",
  "workbooks.sure": "将连同历史记录和本浏览器中的副本一并永久删除。再按一次即执行。",
  "workbooks.inUse": "另一个标签页已打开此工作簿或正在处理它。请关闭该标签页后重试。",
  "workbooks.damaged": "此工作簿无法完整打开，因此未作任何更改。救援页面会显示尚存的内容。",
  "workbooks.gone": "此工作簿已不存在。",
  "workbooks.restored": "另一个标签页已恢复此工作簿，因此未将其删除。",
  "workbooks.deletedElsewhere":
    "此工作簿已在另一个标签页中删除。您在此处的操作仍会保存；如需恢复，请打开“所有工作簿”并按“恢复”。",
  "workbooks.renameOf": (p: { readonly name: string }) => spaced`重命名${p.name}`,
  "workbooks.duplicateOf": (p: { readonly name: string }) => spaced`为${p.name}创建副本`,
  "workbooks.deleteOf": (p: { readonly name: string }) => spaced`删除${p.name}`,
  "workbooks.restoreOf": (p: { readonly name: string }) => spaced`恢复${p.name}`,
  "workbooks.purgeOf": (p: { readonly name: string }) => spaced`永久删除${p.name}`,
  "workbooks.copyName": (p: { readonly name: string; readonly number: string }) =>
    `${p.name}（副本${p.number}）`,
  "workbooks.wasDeleted": (p: { readonly name: string }) => `“${p.name}”已删除，可在“所有工作簿”中恢复。`,
  "workbooks.deletedOn": (p: { readonly when: string }) => `删除于 ${p.when}`,
  "workbooks.savedOn": (p: { readonly when: string }) => `更改于 ${p.when}`,
};
