/** 导入记录与撤销导入的用语，简体。 */
import type { enImports } from "./en.imports.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, listed, sumText } from "./plural.ts";
import { spaced } from "./spacing.ts";

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
    `${listed("，", [p.removed, `将删除随之导入的 ${n(p.removed)} 行`], [p.restored, `${n(p.restored)} 个单元格将恢复原值`])}。此后所做的修改会保留。`,
  "imports.nothingLeft": "这次导入的内容已无可撤销。",
  "imports.kept": (p) =>
    `有 ${n(p.count)} 个单元格此后被修改过，或所在列的类型被更改过，将保持现状；含有此类单元格的行整行保留：`,
  "imports.more": (p) => `另有 ${n(p.count)} 个单元格`,
  "imports.row": "行",
  "imports.column": "列",
  "imports.imported": "导入时",
  "imports.present": "现在",
  "imports.done": (p) =>
    `已撤销导入：${listed("，", [p.removed, `删除 ${n(p.removed)} 行`], [p.restored, `恢复 ${n(p.restored)} 个单元格`], [p.kept, `保留 ${n(p.kept)} 个单元格`])}。可用“撤销”找回。`,
  "diff.show": "显示",
  "diff.all": "全部",
  "diff.added": "新增",
  "diff.updated": "更改",
  "diff.unchanged": "不变",
  "diff.skipped": "不导入",
  "diff.rejected": "无法导入",
  "diff.alike": "疑似重复",
  "diff.like": (p) => `新增，疑似与“${p.name}”重复`,
  "diff.likeLine": (p) => `新增，疑似与第 ${n(p.line)} 行重复`,
  "diff.alikeNote": (p) =>
    `有 ${n(p.count)} 行将新增，但疑似与已有的行或前面的行重复。${
      p.spare === p.count ? "" : `其中 ${n(p.spare)} 行可以不导入；其余的行届时不再与任何行相似，仍会导入。`
    }`,
  "diff.leaveAlike": "不导入疑似重复的行",
  "diff.kind": (p) => `${p.name} ${n(p.count)}`,
  "diff.line": "行号",
  "diff.fate": "处理方式",
  "diff.mend": (p) => spaced`第 ${n(p.line)} 行的${p.column}`,
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
  "import.kind": (p) => spaced`${p.column}的类型`,
  "import.blanks": "文件中的空单元格",
  "import.blanks.keep": "保留原值",
  "import.blanks.clear": "清空原值",
  "import.remembered": "列和识别依据沿用您上次的设置。",
  "import.anew": "重新设置",
  "import.before": (p) => `此文件您曾导入过：${p.moment}。`,
  "cause.export": (p) => `导出 ${p.file}`,
  "preset.roundTrip": "会计往返",
  "preset.roundTrip.what": "供对方修改后发回：带有识别各行的标识列。",
  "returned.sent": (p) => `此文件于 ${p.moment} 从这里发出。只导入对方此后的更改；您在此期间的更改会保留。`,
  "returned.missing": (p) => `发出的行中有 ${n(p.count)} 行未随文件返回，将保持不变。`,
  "returned.repair": (p) => `修复 Excel 造成的损坏：${n(p.count)} 个单元格`,
  "returned.how.zeros": (p) => `前导零丢失 ${n(p.count)} 处`,
  "returned.how.exponent": (p) => `变为 1.38E+10 形式 ${n(p.count)} 处`,
  "returned.how.digits": (p) => `位数丢失 ${n(p.count)} 处`,
  "returned.how.date": (p) => `日期错乱 ${n(p.count)} 处`,
  "returned.how.encoding": (p) => `文字丢失 ${n(p.count)} 处`,
  "returned.how.formula": (p) => `公式错误 ${n(p.count)} 处`,
  "returned.conflicts": (p) =>
    `有 ${n(p.count)} 个单元格双方都改过。除非您在下面另行选择，否则${p.side === "mine" ? "保留您的" : "采用对方的"}。`,
  "returned.keepMine": "全部保留我的",
  "returned.takeTheirs": "全部采用对方的",
  "returned.cell": (p) => spaced`采用哪个：第 ${n(p.line)} 行的${p.column}`,
  "returned.mine": (p) => `我的：${p.text}`,
  "returned.theirs": (p) => `对方：${p.text}`,
  "returned.youChanged": (p) => `您改过；发出时为 ${p.sent}`,
  "diff.conflict": "双方都改过",
  "diff.mine": "您改过",
};
