/** 圖表的用語，繁體。 */
import type { enCharts } from "./en.charts.ts";
import type { Messages } from "./en.ts";
import { groupedNumber, listed } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);
const who = (count: number, people: boolean): string => `${n(count)} ${people ? "位客戶" : "列"}`;

/** Of values each, of a scale all together. */
const by = (p: { readonly by: string; readonly scale: boolean }): string =>
  p.scale ? spaced`依${p.by}統計的` : spaced`各${p.by}`;

export const zhTWCharts: Pick<Messages, keyof typeof enCharts> = {
  "cause.addChart": (p) => `新增圖表「${p.name}」`,
  "cause.changeChart": (p) => `修改圖表「${p.name}」`,
  "cause.moveChart": (p) => `移動圖表「${p.name}」`,
  "cause.removeChart": (p) => `移除圖表「${p.name}」`,

  "charts.label": "圖表",
  "charts.asTable": "以表格顯示",
  "charts.percent": (p) => `${p.number}%`,
  "charts.noTier": "未分級",
  "charts.tier": "等級",
  "charts.count": "客戶數",
  "charts.rows": "列數",
  "charts.share": "占比",
  "charts.filterBy": (p) => spaced`只顯示${p.tier}`,
  "charts.hint": "按一下圖表的一部分，即可只顯示對應的列。",
  "charts.clear": "全部顯示",
  "charts.mostCustomers": (p) => spaced`${p.tier}客戶最多，占 ${n(p.total)} 位客戶的 ${p.share}。`,
  "charts.mostWithout": (p) => `${n(p.total)} 位客戶中有 ${p.share} 尚未分級。`,
  "charts.carries": (p) => spaced`${p.tier}客戶占名單的 ${p.customers}，貢獻了 ${p.share} 的${p.field}。`,
  "charts.carriesWithout": (p) => spaced`未分級客戶占名單的 ${p.customers}，貢獻了 ${p.share} 的${p.field}。`,
  "charts.noValues": (p) => `這些列的「${p.field}」還沒有內容。填寫「${p.field}」欄後即可顯示圖表。`,
  "charts.noAmounts": (p) => spaced`這裡的${p.field}合計不大於零，無法計算占比。`,
  "charts.noTierField": "此工作表沒有等級欄，無法繪製等級圖表。請匯入含「等級」欄的檔案，或新增其他圖表。",
  "charts.none": "此工作表沒有圖表。",
  "charts.noRows": "還沒有資料。在表格最後一列輸入，或匯入 CSV，即可顯示圖表。",
  "charts.noMatches": "沒有列符合搜尋和篩選條件。清除條件即可顯示圖表。",
  "charts.lacks": "此圖表所用的欄已不存在，或內容類型已改變。請復原、另選一欄，或移除圖表。",
  "charts.tooMany": (p) => `「${p.field}」的值太多，無法在一張圖中分辨。`,
  "charts.tooManyValues": (p) => `「${p.field}」的值太多，無法在一張圖中分辨。請另選一欄，或用篩選減少列數。`,
  "charts.longer": "改用更長的週期",
  "charts.alt": (p) => `${p.title}：${p.values}`,
  "charts.altItem": (p) => `${p.tier} ${p.value}（${p.share}）`,

  "chart.title.count": (p) => spaced`${by(p)}${p.people ? "客戶數" : "列數"}`,
  "chart.title.sum": (p) => spaced`${by(p)}${p.of}`,
  "chart.title.average": (p) => spaced`${by(p)}平均${p.of}`,
  "chart.title.minimum": (p) => spaced`${by(p)}最低${p.of}`,
  "chart.title.maximum": (p) => spaced`${by(p)}最高${p.of}`,
  "chart.of.average": (p) => spaced`平均${p.of}`,
  "chart.of.minimum": (p) => spaced`最低${p.of}`,
  "chart.of.maximum": (p) => spaced`最高${p.of}`,
  "chart.title.years": (p) => spaced`各年各月${p.of}`,
  "chart.title.flow": "新增與流失客戶",
  "chart.title.rfm": (p) => spaced`${p.recency}與${p.value}`,

  "chart.empty": "（空）",
  "chart.others": (p) => `其他（${n(p.groups)}）`,
  "chart.say.count": (p) => spaced`${p.top}最多，占 ${who(p.total, p.people)}的 ${p.share}。`,
  "chart.say.onlyOne": (p) =>
    p.total === 1
      ? `唯一的${p.people ? "客戶" : "一列"}屬於「${p.top}」。`
      : `全部 ${who(p.total, p.people)}都屬於「${p.top}」。`,
  "chart.say.allEmpty": (p) =>
    p.total === 1
      ? `唯一的${p.people ? "客戶" : "一列"}的「${p.field}」是空的。`
      : `全部 ${who(p.total, p.people)}的「${p.field}」都是空的。`,
  "chart.say.only": (p) => `只有「${p.top}」有資料：${p.value}。`,
  "chart.say.tied": (p) =>
    spaced`${p.total === null ? "" : `${who(p.total, p.people)}中，`}${p.names}並列第一，均為 ${p.value}。`,
  "chart.say.firstEqual": (p) => `前 ${n(p.groups)} 組相等，均為 ${p.value}。`,
  "chart.say.equal": (p) => `${n(p.groups)} 組全部相等，均為 ${p.value}。`,
  "chart.say.sum": (p) => spaced`${p.top}最多：${p.value}，占${p.of}的 ${p.share}。`,
  "chart.say.losses": (p) =>
    spaced`${p.top}最多，為 ${p.value}；${p.low}為 ${p.lowest}。存在負數，不計算占比。`,
  "chart.say.highest": (p) => spaced`${p.top}最高，為 ${p.value}。`,
  "chart.say.ends": (p) => spaced`${p.top}最高，為 ${p.value}；${p.low}最低，為 ${p.lowest}。`,
  "chart.say.periods": (p) => spaced`${p.top}最多：${p.value}。${p.last}為 ${p.lastValue}。`,
  "chart.say.latest": (p) => spaced`${p.top}最多，也是最近一期：${p.value}。`,
  "chart.say.top": (p) => `顯示前 ${n(p.most)} 組；其餘 ${n(p.others)} 組合併為「其他」。`,
  "chart.say.year": (p) => `${p.year} 年共 ${p.total}。`,
  "chart.say.years": (p) =>
    `${p.year} 年至今 ${p.total}；${p.before} 年全年 ${p.earlier}${p.change === "" ? "" : `，較上年同期 ${p.change}`}。`,
  "chart.say.without": (p) => spaced`${n(p.rows)} 列沒有${p.field}，未計入。`,
  "chart.say.flow": (p) =>
    `最近十二個月新增 ${n(p.came)} 位客戶，${n(p.lost)} 位已 ${n(p.after)} 天沒有聯絡。`,
  "chart.say.lost": (p) => `最近十二個月有 ${n(p.lost)} 位客戶已 ${n(p.after)} 天沒有聯絡。`,
  "chart.say.noFirst": "沒有首次日期欄，無法得知新客戶：編輯圖表即可選擇。",
  "chart.say.rfm": (p) =>
    `${n(p.total)} 位客戶中，${n(p.best)} 位兩項都最好；${n(p.going)} 位價值高但久未出現。`,
  "chart.quarter": (p) => `${p.year} 年第 ${p.quarter} 季`,
  "chart.came": "新增",
  "chart.lost": "流失",
  "chart.month": "月份",
  "chart.total": "合計",
  "chart.fifth": (p) =>
    p.score === 5 ? "前 20%" : p.score === 1 ? "後 20%" : `${20 * (5 - p.score)}–${20 * (6 - p.score)}%`,

  "chart.menu": (p) => `「${p.title}」的更多操作`,
  "chart.add": "新增圖表…",
  "chart.edit": "編輯…",
  "chart.rename": "重新命名",
  "chart.up": "上移",
  "chart.down": "下移",
  "chart.remove": "移除",
  "chart.picture": "儲存為 PNG",
  "chart.copy": "複製圖片",
  "chart.copied": "圖片已複製到剪貼簿。",
  "chart.notCopied": "此瀏覽器不允許網頁把圖片放到剪貼簿。請改為儲存 PNG。",
  "chart.saved": "圖片已儲存到下載項目。",
  "chart.wide": "全寬顯示",
  "chart.compare": "比較日期",
  "chart.compare.before": (p) => `那一天還沒有此活頁簿，它建立於 ${p.day}。請選擇建立當日或之後的日期。`,
  "chart.compare.week": "一週前",
  "chart.compare.month": "一個月前",
  "chart.compare.year": "一年前",
  "chart.compare.first": (p) => spaced`與 ${p.day}比較`,
  "chart.compare.unreadable": "那一天的歷程記錄已無法讀取。請選擇其他日期。",
  "chart.since": (p) => `截至 ${p.day}`,
  "chart.moved": (p) =>
    p.up + p.down === 0
      ? spaced`自 ${p.day}以來，沒有客戶升級或降級。`
      : spaced`自 ${p.day}以來，${listed("，", [p.up, `${n(p.up)} 位客戶升級`], [p.down, `${n(p.down)} 位客戶降級`])}。`,
  "chart.movedBetween": (p) =>
    p.rows === 0
      ? spaced`自 ${p.day}以來，${p.field}沒有變化。`
      : spaced`自 ${p.day}以來，${who(p.rows, p.people)}的${p.field}有變化。`,
  "chart.changed": (p) =>
    p.was === p.is
      ? spaced`${p.what}：${p.is}，與 ${p.day}相同。`
      : spaced`${p.what}：${p.day}為 ${p.was}，現在為 ${p.is}。`,
  "chart.was": (p) => `原 ${p.value}`,
  "chart.changeSince": (p) => spaced`+ − 自 ${p.day}以來`,
  "chart.ringInside": (p) => spaced`內圈為 ${p.day}的情況。`,
  "chart.then.flow": (p) =>
    spaced`截至 ${p.day}的十二個月：${p.first ? `新增 ${n(p.came)} 位，` : ""}流失 ${n(p.lost)} 位。`,
  "chart.then.rfm": (p) =>
    `${p.day}：${n(p.total)} 位客戶中，${n(p.best)} 位兩項都最好，${n(p.going)} 位價值高但久未出現。`,
  "chart.then.lacks": (p) => spaced`${p.day}時，此圖表所用的欄尚不存在，或內容類型不同，無法比較。`,
  "chart.then.noRows": (p) => spaced`${p.day}時，此工作表還沒有列，無法比較。`,
  "chart.then.noMatches": (p) => spaced`${p.day}時，沒有列符合搜尋和篩選條件，無法比較。`,
  "chart.then.noValues": (p) => spaced`${p.day}時，這些列的「${p.field}」還沒有內容，無法比較。`,
  "chart.then.noAmounts": (p) => spaced`${p.day}時，${p.field}合計不大於零，無法比較。`,
  "chart.then.tooMany": (p) => spaced`${p.day}時，「${p.field}」的值太多，無法比較。`,

  "chart.dialog.add": "新增圖表",
  "chart.dialog.edit": "編輯圖表",
  "chart.dialog.save": "儲存",
  "chart.dialog.what": "圖表",
  "chart.dialog.name": "標題",
  "chart.what.groups": "任意欄",
  "chart.what.tiers": "等級分佈",
  "chart.what.worth": "各等級貢獻",
  "chart.what.pareto": "帕雷托圖（80%）",
  "chart.what.years": "依年月",
  "chart.what.flow": "新增與流失客戶",
  "chart.what.funnel": "狀態漏斗",
  "chart.what.rfm": "RFM 熱力圖",
  "chart.by": "欄",
  "chart.period": "週期",
  "chart.period.day": "日",
  "chart.period.week": "週",
  "chart.period.month": "月",
  "chart.period.quarter": "季",
  "chart.period.year": "年",
  "chart.measure": "顯示",
  "chart.measure.count": "列數",
  "chart.measure.sum": "合計",
  "chart.measure.average": "平均",
  "chart.measure.minimum": "最低",
  "chart.measure.maximum": "最高",
  "chart.of": "數值欄",
  "chart.look": "圖形",
  "chart.look.bars": "長條",
  "chart.look.line": "折線",
  "chart.look.doughnut": "圓環",
  "chart.look.funnel": "漏斗",
  "chart.most": "最多",
  "chart.most.groups": (p) => `${n(p.count)} 組`,
  "chart.date": "日期",
  "chart.amount": "金額",
  "chart.first": "首次日期",
  "chart.last": "最近日期",
  "chart.first.none": "無",
  "chart.after": "多少天沒有聯絡算流失",
  "chart.recency": "最近日期",
  "chart.value": "頻率或金額",
  "chart.lacksDay": "此工作表沒有日期欄，請先新增。",
  "chart.lacksNumber": "此工作表沒有數字或金額欄，請先新增。",
  "chart.lacksChoice": "此工作表沒有選項欄，請先新增。",
  "chart.cutOff": (p) => `「其他」的長條已截斷：實際長度是最長一條的 ${n(p.times)} 倍。`,
  "chart.noRing": "圓環表示占整體的比例，此處沒有可分的整體，因此改用長條。",

  "pareto.title": "帕雷托圖",
  "pareto.sentence": (p) =>
    spaced`${p.share}% 的${p.field}來自 ${n(p.customers)} 位客戶中的 ${n(p.few)} 位。`,
  "pareto.then": (p) =>
    spaced`${p.day}時來自 ${n(p.customers)} 位中的 ${n(p.few)} 位；前 ${p.best} 的客戶當時貢獻 ${p.brought}。`,
  "pareto.losses": (p) => `${n(p.customers)} 位客戶的金額為負數，以零計算。`,
  "pareto.mark": (p) => `${p.share}% · ${n(p.customers)} 位客戶`,
  "pareto.best": "客戶累計占比",
  "pareto.bring": (p) => spaced`${p.field}累計占比`,
  "pareto.show": (p) => `顯示這 ${n(p.customers)} 位`,
};
