/** The words of how a file is read, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });

export const enReading = {
  "note.damagedText": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had damaged characters, first on line ${n(p.line)}; they are shown as \ufffd.`,
  "note.strayQuotes": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had quotes inside a text, first on line ${n(p.line)}; they were kept.`,
  "delimiter.tildes": "Tildes ( ~~ )",
  "delimiter.caret": "Caret ( ^ )",
  "delimiter.wideComma": "Chinese comma ( ， )",
  "delimiter.space": "Space",
  "delimiter.colon": "Colon ( : )",
  "delimiter.number": "Number sign ( # )",
  "note.damagedByExcel": (p: { readonly name: string; readonly count: number; readonly line: number }) =>
    `${p.name}: Excel left only the first digits of ${cells(p.count)}, first on line ${n(p.line)} (like 1.23E+10). They stay as they are; ask the sender for the full codes.`,
  "note.excelDays": (p: {
    readonly name: string;
    readonly count: number;
    readonly text: string;
    readonly day: string;
  }) =>
    `${p.name}: ${counted("en", p.count, { one: "cell holds a day", other: "cells hold days" })} as Excel counts them; ${p.text} was read as ${p.day}.`,
  "note.otherCurrency": (p: {
    readonly name: string;
    readonly count: number;
    readonly line: number;
    readonly text: string;
  }) =>
    `${p.name}: ${counted("en", p.count, { one: "cell is", other: "cells are" })} in another currency than this workbook’s, first on line ${n(p.line)} (${p.text}). The figures are taken as they stand, without conversion.`,
  "note.knownLayout": (p: { readonly layout: string }) =>
    `The columns are those of ${p.layout}, and go where they belong; those without a cell are left out.`,
  "note.shortYears": (p: { readonly name: string; readonly text: string; readonly day: string }) =>
    `${p.name}: the years have two digits; ${p.text} was read as ${p.day}.`,
  "reading.line": (p: { readonly line: number }) => `Line ${n(p.line)}`,
  "reading.quote": "Quotes around texts",
  "reading.quote.double": 'Double ( " )',
  "reading.quote.single": "Single ( ' )",
  "reading.names": "Column names",
  "reading.names.none": "None: every line is a row",
  "reading.namedLine": (p: { readonly line: number; readonly text: string }) => `${n(p.line)}: ${p.text}`,
  "reading.compare": "Which of these reads correctly?",
  "reading.use": (p: { readonly encoding: string }) => `Read as ${p.encoding}`,
  "reading.excluded": (p: { readonly count: number }) =>
    `${counted("en", p.count, { one: "line is", other: "lines are" })} left out`,
  "reading.more": (p: { readonly count: number }) =>
    `Show ${counted("en", p.count, { one: "more line", other: "more lines" })}`,
  "reading.doubtful": "These may not be rows",
  "reading.keep": (p: { readonly line: number }) => `Take as a row: line ${n(p.line)}`,
  "reading.keepShort": "Take as a row",
  "reading.leave": (p: { readonly line: number }) => `Leave out: line ${n(p.line)}`,
  "reading.leaveShort": "Leave out",
  "reading.dates": (p: { readonly columns: string; readonly text: string }) =>
    `${p.columns}: what day is ${p.text}?`,
  "reading.remembered": "Answered as for the last file with these columns. Please check that it still holds.",
  "reading.unanswered": "Answer the question above: then the file can be imported.",
  "reading.dates.choose": "Choose…",
  "reading.dates.dmy": (p: { readonly day: string }) => `${p.day} (the day comes first)`,
  "reading.dates.mdy": (p: { readonly day: string }) => `${p.day} (the month comes first)`,
  "reading.dates.ymd": (p: { readonly day: string }) => `${p.day} (the year comes first)`,
  "reading.decimals": (p: { readonly columns: string; readonly comma: string; readonly point: string }) =>
    `${p.columns}: is a comma the decimal sign, as in ${p.comma}, or a point, as in ${p.point}? Cells written the other way can be mended below.`,
  "reading.decimals.choose": "Choose…",
  "reading.decimals.comma": (p: { readonly comma: string }) => `A comma, as in ${p.comma}`,
  "reading.decimals.point": (p: { readonly point: string }) => `A point, as in ${p.point}`,
  "reading.pasted": "Pasted rows.csv",
  "excluded.directive": "Note on how the file is written",
  "excluded.blank": "Blank",
  "excluded.title": "Title",
  "excluded.headerRow": "More column names",
  "excluded.repeatedHeader": "Column names again",
  "excluded.section": "Name of a part",
  "excluded.total": "Total",
  "excluded.balance": "Opening or closing balance",
  "excluded.footer": "Below the last row",
  "excluded.chosen": "Left out by you",
};
