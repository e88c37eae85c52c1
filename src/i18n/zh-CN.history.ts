/** 历史记录中的用语，简体。 */
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNHistory = {
  "toolbar.history": "历史",

  "cause.restoreRow": (p: { readonly moment: string }) => spaced`将一行恢复到${p.moment}`,
  "cause.restoreColumn": (p: { readonly name: string; readonly moment: string }) =>
    spaced`将列“${p.name}”恢复到${p.moment}`,
  "cause.restoreAll": (p: { readonly moment: string }) => spaced`将全部内容恢复到${p.moment}`,
  "refusal.past": "这是工作簿过去的样子，只能排序和筛选。要修改，请先回到今天。",

  "history.label": "历史记录",
  "history.now": "现在",
  "history.step": (p: { readonly what: string }) => p.what,
  "history.import": (p: {
    readonly file: string;
    readonly added: number;
    readonly updated: number;
    readonly rejected: number;
  }) =>
    `导入 ${p.file}：新增 ${n(p.added)} 行，更改 ${n(p.updated)} 行${p.rejected > 0 ? `，未导入 ${n(p.rejected)} 行` : ""}`,
  "history.importCancelled": (p: { readonly file: string }) => `已取消导入 ${p.file}`,
  "history.undone": "已撤销",
  "history.values": (p: { readonly before: string; readonly after: string }) => `${p.before} → ${p.after}`,
  "history.earlier": "更早的步骤",
  "history.looking": "正在查找当时的内容…",
  "history.unreadable": "回到该步骤途中有一条记录已损坏，无法显示。",
  "history.reach": "撤销可追溯",
  "history.reach.all": "到最初",
  "history.reach.steps": (p: { readonly count: number }) => `${n(p.count)} 步`,
  "history.reach.days": (p: { readonly count: number }) => `${n(p.count)} 天`,
  "history.reach.hint": "更早的步骤仍保留在这里，可查看，也可从中恢复。",

  "past.label": "过去",
  "past.asOf": (p: { readonly moment: string }) => spaced`${p.moment}的内容`,
  "past.older": (p: { readonly moment: string }) => `此版本可读取的内容：截至 ${p.moment}`,
  "past.olderHint": "只读。可以排序、筛选和导出；如需此后的更改，请重新加载以获取新版本。",
  "past.hint": "要恢复某行或某列，请在单元格上按 Enter，或单击行号。",
  "past.restoreAll": "恢复全部",
  "past.today": "回到今天",
  "past.restoreRow": "恢复此行",
  "past.restoreColumn": (p: { readonly name: string }) => `恢复列“${p.name}”`,
  "past.marked": "此步骤中更改",
  "past.same": "无需恢复：今天的内容与当时相同。",
  "past.rowRestored": (p: { readonly moment: string }) =>
    spaced`当前工作簿中的该行已恢复到${p.moment}的内容。回到今天即可看到，也可以撤销。`,
  "past.columnRestored": (p: { readonly moment: string }) =>
    spaced`当前工作簿中的该列已恢复到${p.moment}的内容。回到今天即可看到，也可以撤销。`,
  "past.allRestored": (p: { readonly moment: string }) => spaced`全部内容已恢复到${p.moment}，可以撤销。`,
};
