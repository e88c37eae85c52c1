/** 导入记录与撤销导入的用语，简体。 */
import type { enImports } from "./en.imports.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, sumText } from "./plural.ts";

const n = (value: number): string => groupedNumber("zh-CN", value);

export const zhCNImports: Pick<Messages, keyof typeof enImports> = {
  "cause.undoImport": (p) => `回退导入 ${p.file}`,
  "imports.title": "导入记录",
  "imports.none": "尚未向此工作簿导入过任何文件。",
  "imports.counts": (p) =>
    `新增 ${n(p.added)}，更改 ${n(p.updated)}，不变 ${n(p.unchanged)}${p.left === 0 ? "" : `，未导入 ${n(p.left)}`}`,
  "imports.turnedBack": (p) => `已于 ${p.moment} 撤销`,
  "imports.undo": "撤销导入…",
  "imports.undoTitle": (p) => `撤销导入 ${p.file}？`,
  "imports.undoAction": "撤销导入",
  "imports.all": "全部导入记录",
  "imports.looking": "正在与当前内容比较…",
  "imports.would": (p) =>
    `将删除随之导入的 ${n(p.removed)} 行，${n(p.restored)} 个单元格恢复原值。此后所做的修改会保留。`,
  "imports.nothingLeft": "这次导入的内容已无可撤销。",
  "imports.kept": (p) => `有 ${n(p.count)} 个单元格此后被修改过，将保持现状；含有此类单元格的行整行保留：`,
  "imports.more": (p) => `另有 ${n(p.count)} 个单元格`,
  "imports.row": "行",
  "imports.column": "列",
  "imports.imported": "导入时",
  "imports.present": "现在",
  "imports.done": (p) =>
    `已撤销导入：删除 ${n(p.removed)} 行，恢复 ${n(p.restored)} 个单元格${p.kept === 0 ? "" : `，保留 ${n(p.kept)} 个`}。可用“撤销”找回。`,
  "diff.show": "显示",
  "diff.all": "全部",
  "diff.added": "新增",
  "diff.updated": "更改",
  "diff.unchanged": "不变",
  "diff.skipped": "不导入",
  "diff.rejected": "无法导入",
  "diff.kind": (p) => `${p.name} ${n(p.count)}`,
  "diff.line": "行号",
  "diff.fate": "处理方式",
  "diff.mend": (p) => `第 ${n(p.line)} 行的${p.column}`,
  "diff.sum": (p) =>
    sumText("zh-CN", p, {
      whole: (count) => `文件共 ${n(count)} 行`,
      parts: {
        added: "新增",
        updated: "更改",
        unchanged: "不变",
        skipped: "不导入",
        rejected: "无法导入",
        excluded: "空行等非数据行",
      },
    }),
  "import.kind": (p) => `${p.column}的类型`,
  "import.blanks": "文件中的空单元格",
  "import.blanks.keep": "保留原值",
  "import.blanks.clear": "清空原值",
  "import.remembered": "列和识别依据沿用您上次的设置。",
  "import.anew": "重新设置",
  "import.before": (p) => `此文件您曾导入过：${p.moment}。`,
};
