/** The words of the interface in English: the source of keys and parameters for every other language. */
import { enCharts } from "./en.charts.ts";
import { enColumns } from "./en.columns.ts";
import { enCommands } from "./en.commands.ts";
import { enDuplicates } from "./en.duplicates.ts";
import { enExchange } from "./en.exchange.ts";
import { enExport } from "./en.export.ts";
import { enFile } from "./en.file.ts";
import { enFind } from "./en.find.ts";
import { enGrid } from "./en.grid.ts";
import { enGroups } from "./en.groups.ts";
import { enGuide } from "./en.guide.ts";
import { enHands } from "./en.hands.ts";
import { enHistory } from "./en.history.ts";
import { enImports } from "./en.imports.ts";
import { enLife } from "./en.life.ts";
import { enPrint } from "./en.print.ts";
import { enReading } from "./en.reading.ts";
import { enRecord } from "./en.record.ts";
import { enRescue } from "./en.rescue.ts";
import { enSafety } from "./en.safety.ts";
import { enSettings } from "./en.settings.ts";
import { enTemplate } from "./en.template.ts";
import { enTiers } from "./en.tiers.ts";
import { enUpdate } from "./en.update.ts";
import { enValues } from "./en.values.ts";
import { enViews } from "./en.views.ts";
import { enWorkbooks } from "./en.workbooks.ts";
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });
/** Of a count that is written already; an option that is still to be filled in has "…". */
const units = (count: string, one: string, other: string): string =>
  `${count} ${count === "1" ? one : other}`;

export const en = {
  "app.name": "Tierbook",
  "app.promise": "A customer workbook that lives in this browser: no account, no server, nothing leaves it.",
  "app.opening": "Opening…",

  "start.import": "Import CSV",
  "start.sample": "Sample workbook",
  "start.blank": "Blank workbook",
  "start.drop": "Or drop a CSV or workbook file anywhere on this page.",
  "start.making": "Making the workbook…",

  "phase.tooNew.title": "Made by a newer Tierbook",
  "phase.tooNew.what":
    "The workbook in this browser was saved by a newer version. Nothing was changed. Reload the page to get that version; if this page stays, close all Tierbook tabs and open it again. What this version can read can be looked at, read-only, and exported.",
  "phase.tooNew.look": "Look at what this version can read",
  "phase.outdated.title": "A newer Tierbook is open in another tab",
  "phase.outdated.what":
    "It has written to this workbook in a way that this tab’s older version cannot read. Everything that was saved is safe. Reload to go on here with the newer version.",
  "phase.stuck.title": "Opening takes unusually long",
  "phase.stuck.what":
    "The browser has not answered yet. Reload the page; if that does not help, close all Tierbook tabs and restart the browser. Nothing that is stored was changed.",
  "phase.failed.title": "The workbook could not be opened",
  "phase.damaged.title": "The stored workbook is damaged",
  "phase.damaged.what":
    "Its main record could not be read, so it was not opened; everything was left as it is. Close all Tierbook tabs, restart the browser and try again; the disk may be failing. Do not clear this site’s data: parts of the workbook can still be recovered from it.",
  "damage.rows": (p: { readonly rows: number; readonly sheet: string }) =>
    `${rows(p.rows)} of ${p.sheet} could not be read.`,
  "damage.rowsAt": (p: { readonly sheet: string; readonly first: number; readonly last: number }) =>
    p.first === p.last
      ? `Row ${n(p.first)} of ${p.sheet} could not be read.`
      : `Rows ${n(p.first)} to ${n(p.last)} of ${p.sheet} could not be read.`,
  "damage.order": (p: { readonly sheet: string }) =>
    `The order of the rows of ${p.sheet} was lost; they stand in the order they were made.`,
  "damage.change": (p: { readonly seq: number }) => `Change no. ${n(p.seq)} could not be read.`,
  "damage.record": (p: { readonly key: string }) => `The record ${p.key} could not be read.`,
  "damage.someSheet": "a sheet",
  "phase.reload": "Reload",

  "sheets.label": "Sheets",
  "sheets.duplicate": "Duplicate",
  "sheets.delete": "Delete",
  "sheets.moveLeft": "Move left",
  "sheets.moveRight": "Move right",
  "sheets.copyName": (p: { readonly name: string; readonly number: string }) => `${p.name} copy${p.number}`,
  "sheets.deleted": (p: { readonly name: string; readonly rows: number }) =>
    `Sheet ${p.name} with ${rows(p.rows)} was deleted. Undo brings it back.`,
  "sheets.add": "Add sheet",
  "sheets.newName": (p: { readonly number: number }) => `Sheet ${p.number}`,
  "sheets.newField": "Name",
  "sheets.newView": "All",
  "sheets.more": "More for this sheet",
  "sheets.renameThis": "Rename",
  "sheets.rename": "Sheet name",
  "sheets.renameHint": "Double-click or F2 to rename; drag, or Ctrl+Shift+PageUp and PageDown, to move",

  "saving.label": "Saving",
  "saving.saved": "Saved",
  "saving.saving": "Saving…",
  "saving.onlyHere": "Your last changes are only in this window.",
  "storage.quota":
    "Not saved: the disk or this browser’s share of it is full. Make room, and saving goes on by itself.",
  "storage.disk": "Not saved: perhaps the disk is full. Make room, and saving goes on by itself.",
  "storage.lostConnection":
    "Not saved: the browser closed its storage. Save the workbook as a file, then reload.",
  "storage.vanished":
    "Not saved: the browser no longer finds this workbook’s data. Either this site’s data was deleted, or the disk is full. Save the workbook as a file to keep what is on screen; then make room on the disk and reload.",
  "storage.behind":
    "Not saved: less of this workbook is stored now than was saved from here. A part of it may be damaged. Save the workbook as a file to keep what is on screen, then reload.",
  "storage.unavailable":
    "Not saved: this window has no storage, perhaps because it is private. Open Tierbook in an ordinary window.",
  "storage.unverified":
    "Not saved: what was written did not read back. The disk may be failing. Save the workbook as a file on another disk.",
  "storage.unknown": (p: { readonly message: string }) =>
    `Not saved (${p.message}). Save the workbook as a file, then reload.`,

  "open.quota": "The disk or this browser’s share of it is full. Free some space, then reload.",
  "open.disk": "The browser’s storage does not answer. Perhaps the disk is full: make room, then reload.",
  "open.lostConnection": "The browser closed its storage while it was being read. Reload to try again.",
  "open.vanished": "The stored data went away while it was being read. Reload to try again.",
  "open.unavailable":
    "This window has no storage, perhaps because it is private or site data is switched off. Open Tierbook in an ordinary window.",
  "open.unverified":
    "What is stored did not read back as it was written. The disk may be failing. Restart the browser and reload; do not clear this site’s data.",
  "open.insecure":
    "Browsers let a page keep data safely only if it comes over HTTPS, or from this very computer (localhost). Open Tierbook at an address that begins with https://.",
  "open.unknown": (p: { readonly message: string }) =>
    `The browser said: “${p.message}” Nothing was changed. Reload to try again.`,
  "open.damage": (p: { readonly count: number }) =>
    `${counted("en", p.count, { one: "damaged piece", other: "damaged pieces" })} of the stored workbook could not be read and ${p.count === 1 ? "was" : "were"} set aside. Everything else is here.`,

  "toolbar.label": "Workbook",
  "toolbar.undo": "Undo",
  "toolbar.redo": "Redo",
  "toolbar.sort": "Sort",
  "toolbar.filter": "Filter",
  "toolbar.import": "Import",
  "toolbar.export": "Export",
  "toolbar.charts": "Charts",
  "toolbar.search": "Search",
  "toolbar.searchHint": "Search names, numbers…",
  "toolbar.sortKeys": (p: { readonly count: number }) =>
    `Sorted by ${counted("en", p.count, { one: "key", other: "keys" })}`,
  "toolbar.conditions": (p: { readonly count: number }) =>
    counted("en", p.count, { one: "condition active", other: "conditions active" }),

  "rows.label": "Rows",
  "rows.late.label": "What takes long",
  "rows.late": "Working through all rows… Undo takes it back.",
  "rows.all": (p: { readonly total: number }) => rows(p.total),
  "rows.some": (p: { readonly matching: number; readonly total: number }) =>
    `${n(p.matching)} of ${rows(p.total)}`,

  "notice.label": "Notice",
  "notice.dismiss": "Dismiss",
  "notice.notKept": (p: { readonly why: string }) => `Not kept, because another tab was faster. ${p.why}`,
  "notice.shared":
    "This workbook is open in another tab too. You can work in both: each shows what the other does, and Undo covers both.",
  "notice.unexpected": "Something went wrong, and nothing was changed. Reload if it happens again.",

  "cause.undo": (p: { readonly what: string }) => `Undo ${p.what}`,
  "cause.redo": (p: { readonly what: string }) => `Redo ${p.what}`,
  "cause.undone": (p: { readonly what: string }) => `Undone: ${p.what}`,
  "cause.redone": (p: { readonly what: string }) => `Redone: ${p.what}`,
  "notice.done": "Done",
  "cause.nothingToUndo": "Nothing to undo",
  "cause.nothingToRedo": "Nothing to redo",
  "cause.create": "creating the workbook",
  "cause.edit": (p: { readonly cells: number; readonly field: string }) =>
    p.cells === 1 ? `edit of ${p.field}` : `edit of ${cells(p.cells)}`,
  "cause.addRows": (p: { readonly rows: number }) => `adding ${rows(p.rows)}`,
  "cause.deleteRows": (p: { readonly rows: number }) => `deleting ${rows(p.rows)}`,
  "cause.duplicateRows": (p: { readonly rows: number }) => `duplicating ${rows(p.rows)}`,
  "cause.import": (p: { readonly file: string }) => `import of ${p.file}`,
  "cause.addSheet": (p: { readonly name: string }) => `adding sheet ${p.name}`,
  "cause.renameSheet": (p: { readonly name: string }) => `renaming a sheet to ${p.name}`,
  "cause.moveSheet": (p: { readonly name: string }) => `moving sheet ${p.name}`,
  "cause.duplicateSheet": (p: { readonly name: string }) => `duplicating a sheet as ${p.name}`,
  "cause.deleteSheet": (p: { readonly name: string }) => `deleting sheet ${p.name}`,
  "cause.addField": (p: { readonly name: string }) => `adding column ${p.name}`,
  "cause.renameField": (p: { readonly name: string }) => `renaming a column to ${p.name}`,
  "cause.deleteField": (p: { readonly name: string }) => `deleting column ${p.name}`,
  "cause.sort": "sort",
  "cause.filter": "filter",
  "cause.columns": "change of columns",
  "cause.settings": "change of settings",
  "cause.someField": "a cell",

  "refusal.lastSheet": "A workbook keeps at least one sheet. Add another before you delete this one.",
  "refusal.gone.sheet": "That sheet is no longer there.",
  "refusal.gone.field": "That column is no longer there.",
  "refusal.gone.row": "That row is no longer there.",
  "refusal.gone.view": "That view is no longer there.",
  "refusal.gone.chart": "That chart is no longer there.",
  "refusal.nameTaken": (p: { readonly name: string }) => `“${p.name}” is already taken. Choose another name.`,
  "refusal.nameEmpty": "A name needs at least one character.",
  "refusal.filterTooDeep": "This filter has groups within groups beyond what can be kept. Make it flatter.",
  "refusal.wrongValue": "That value does not fit this column.",
  "refusal.overtaken.do": "Not done: another tab changed the same at the same moment. Do it again.",
  "refusal.overtaken.undo":
    "Nothing was undone: another tab changed something at the same moment. Undo again to turn that back.",
  "refusal.overtaken.redo": "Nothing was redone: another tab changed something at the same moment.",
  "refusal.columnsChanged": (p: { readonly file: string }) =>
    `The columns were changed in another tab, so ${p.file} was not imported. Import it again.`,
  "refusal.outdated": "This tab is older than the workbook. Reload the page.",
  "refusal.typed": (p: { readonly why: string; readonly typed: string }) =>
    `${p.why} You had typed: “${p.typed}”`,
  "refusal.unreadable": "The record of that step is damaged, so it cannot be turned back.",

  "common.close": "Close",
  "common.cancel": "Cancel",
  "common.done": "Done",
  "common.empty": "(empty)",

  "sort.title": "Sort",
  "sort.none": "Rows stand in the order they were entered. Empty cells always come last.",
  "sort.add": "Add key",
  "sort.clear": "Clear",
  "sort.key": (p: { readonly rank: number }) => `Key ${p.rank}`,
  "sort.direction": "Direction",
  "sort.text.ascending": "A to Z",
  "sort.text.descending": "Z to A",
  "sort.number.ascending": "Smallest first",
  "sort.number.descending": "Largest first",
  "sort.day.ascending": "Oldest first",
  "sort.day.descending": "Newest first",
  "sort.choice.ascending": "In list order",
  "sort.choice.descending": "Reverse order",
  "sort.flag.ascending": "Unchecked first",
  "sort.flag.descending": "Checked first",
  "sort.han": "Chinese text",
  "sort.han.pinyin": "By pinyin",
  "sort.han.stroke": "By strokes",
  "sort.up": (p: { readonly field: string }) => `Move ${p.field} up`,
  "sort.down": (p: { readonly field: string }) => `Move ${p.field} down`,
  "sort.remove": (p: { readonly field: string }) => `Remove ${p.field}`,

  "filter.title": "Filter",
  "filter.none": "All rows are shown. Add a condition to show only some of them.",
  "filter.add": "Add condition",
  "filter.addGroup": "Add group",
  "filter.group": (p: { readonly rank: number }) => `Group ${p.rank}`,
  "filter.removeGroup": (p: { readonly rank: number }) => `Remove group ${p.rank}`,
  "filter.lines": "One value per line, exactly as in the cells",
  "filter.clear": "Clear",
  "filter.condition": (p: { readonly rank: number }) => `Condition ${p.rank}`,
  "filter.operator": "Operator",
  "filter.value": "Value",
  "filter.low": "From",
  "filter.high": "To",
  "filter.remove": (p: { readonly field: string }) => `Remove condition on ${p.field}`,
  "filter.op.contains": "contains",
  "filter.op.startsWith": "starts with",
  "filter.op.is": "is",
  "filter.op.isNot": "is not",
  "filter.op.between": "is between",
  "filter.op.oneOf": "is one of",
  "filter.op.noneOf": "is none of",
  "filter.op.empty": "is empty",
  "filter.op.notEmpty": "is not empty",
  "filter.op.checked": "is checked",
  "filter.op.unchecked": "is not checked",
  "filter.op.notContains": "does not contain",
  "filter.op.endsWith": "ends with",
  "filter.op.allOf": "has all of",
  "filter.op.equal": "=",
  "filter.op.notEqual": "≠",
  "filter.op.less": "<",
  "filter.op.lessOrEqual": "≤",
  "filter.op.greater": ">",
  "filter.op.greaterOrEqual": "≥",
  "filter.op.top": "is in the top",
  "filter.op.bottom": "is in the bottom",
  "filter.op.aboveAverage": "is above average",
  "filter.op.belowAverage": "is below average",
  "filter.op.within": "is within",
  "filter.op.anniversary": "has its anniversary",
  "filter.day.equal": "is on",
  "filter.day.notEqual": "is not on",
  "filter.day.less": "is before",
  "filter.day.lessOrEqual": "is on or before",
  "filter.day.greater": "is after",
  "filter.day.greaterOrEqual": "is on or after",
  "filter.unit": "Unit",
  "filter.unit.rows": "rows",
  "filter.unit.percent": "percent",
  "filter.count": "How many",
  "filter.period": "Period",
  "filter.choosePeriod": "Choose a period",
  "filter.period.today": "today",
  "filter.period.yesterday": "yesterday",
  "filter.period.tomorrow": "tomorrow",
  "filter.period.thisWeek": "this week",
  "filter.period.lastWeek": "last week",
  "filter.period.nextWeek": "next week",
  "filter.period.thisMonth": "this month",
  "filter.period.lastMonth": "last month",
  "filter.period.nextMonth": "next month",
  "filter.period.thisQuarter": "this quarter",
  "filter.period.lastQuarter": "last quarter",
  "filter.period.nextQuarter": "next quarter",
  "filter.period.thisYear": "this year",
  "filter.period.lastYear": "last year",
  "filter.period.nextYear": "next year",
  "filter.period.daysAgo": (p: { readonly count: string }) =>
    `the time ending ${units(p.count, "day", "days")} ago`,
  "filter.period.lastDays": (p: { readonly count: string }) => `the last ${units(p.count, "day", "days")}`,
  "filter.period.nextDays": (p: { readonly count: string }) => `the next ${units(p.count, "day", "days")}`,
  "filter.period.lastWeeks": (p: { readonly count: string }) =>
    `the last ${units(p.count, "week", "weeks")}, with this one`,
  "filter.period.nextWeeks": (p: { readonly count: string }) =>
    `the next ${units(p.count, "week", "weeks")}, with this one`,
  "filter.period.lastMonths": (p: { readonly count: string }) =>
    `the last ${units(p.count, "month", "months")}, with this one`,
  "filter.period.nextMonths": (p: { readonly count: string }) =>
    `the next ${units(p.count, "month", "months")}, with this one`,
  "filter.join": "Rows must meet",
  "filter.join.and": "all conditions",
  "filter.join.or": "any condition",
  "filter.noChoices": "This column has no choices yet.",
  "filter.atLeast": (p: { readonly low: string }) => `≥ ${p.low}`,
  "filter.atMost": (p: { readonly high: string }) => `≤ ${p.high}`,
  "filter.range": (p: { readonly low: string; readonly high: string }) => `${p.low} – ${p.high}`,
  "filter.or": " or ",
  "filter.and": " and ",
  "filter.inner": (p: { readonly text: string }) => `(${p.text})`,
  "filter.list": ", ",
  "filter.active": "Active filters",
  "filter.removeChip": (p: { readonly condition: string }) => `Remove filter: ${p.condition}`,
  "filter.gone": "a deleted column",
  "filter.anything": "any row",

  ...enCharts,
  ...enColumns,
  ...enCommands,
  ...enDuplicates,
  ...enExchange,
  ...enExport,
  ...enFile,
  ...enFind,
  ...enValues,
  ...enViews,
  ...enTiers,
  ...enPrint,
  ...enReading,
  ...enGrid,
  ...enGroups,
  ...enLife,
  ...enGuide,
  ...enHands,
  ...enSettings,
  ...enHistory,
  ...enRecord,
  ...enImports,
  ...enRescue,
  ...enSafety,
  ...enTemplate,
  ...enUpdate,
  ...enWorkbooks,
} as const;

export type MessageKey = keyof typeof en;
export type Messages = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : (typeof en)[Key];
};
