/** The words of bringing files in and out in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });

export const enExchange = {
  "import.title": "Import CSV",
  "import.file": "File",
  "import.encoding": "Encoding",
  "import.delimiter": "Delimiter",
  "import.action": "Import",
  "import.hint":
    "Choose a CSV, text, Excel (.xlsx) or vCard file, drop one here, or paste rows. Nothing is written until you press Import.",
  "import.reading": "Reading the file…",
  "import.writing": "Writing the rows…",
  "import.stopping": "Cancelling: rows already written are taken back…",
  "import.cancelled": "The import was cancelled. Nothing was imported.",
  "import.preview": "Rows of the file",
  "import.key": "Recognise rows by",
  "import.key.and": "and by",
  "import.key.none": "Nothing: every row is new",
  "import.key.noMore": "Nothing more",
  "import.take": "What to take",
  "import.take.both": "New and changed",
  "import.take.add": "New rows only",
  "import.take.update": "Changes only",
  "import.to": (p: { readonly column: string }) => `Where ${p.column} goes`,
  "import.to.newField": "New column",
  "import.to.nowhere": "Leave out",
  "import.notes": "Worth knowing",
  "import.rejected": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} will be left out, first on line ${n(p.line)}, unless you mend ${p.count === 1 ? "it" : "them"} above. After the import you can save ${p.count === 1 ? "it" : "them"} as a file, with the ${p.count === 1 ? "reason" : "reasons"}.`,
  "import.result": "Import result",
  "import.outcome": (p: { readonly added: number; readonly updated: number; readonly rejected: number }) =>
    `${n(p.added)} added, ${n(p.updated)} updated, ${n(p.rejected)} rejected`,
  "import.saveRejected": "Save rejected rows",
  "import.nothing": "There was nothing to import.",
  "import.allThere":
    "This file changes nothing: everything in it is in the sheet already, exactly so. There is nothing to import.",
  "import.restThere":
    "No row would be added or changed: all but those left out are in the sheet already, exactly so. There is nothing to import.",
  "import.rejectedFile": (p: { readonly file: string }) => `${p.file} rejected.csv`,
  "import.columnWord": "Column",
  "import.failed":
    "The file could not be read to its end. Nothing was changed. Choose it again; if it fails again, ask for a new copy.",
  "encoding.utf-8": "Unicode (UTF-8)",
  "encoding.utf-16le": "Unicode (UTF-16 LE)",
  "encoding.utf-16be": "Unicode (UTF-16 BE)",
  "encoding.gb18030": "Chinese, simplified (GB18030)",
  "encoding.big5": "Chinese, traditional (Big5)",
  "encoding.windows-1252": "Western (Windows-1252)",
  "encoding.macintosh": "Western (Mac Roman)",
  "delimiter.comma": "Comma ( , )",
  "delimiter.semicolon": "Semicolon ( ; )",
  "delimiter.tab": "Tab",
  "delimiter.bar": "Bar ( | )",
  "refused.empty": "This file is empty. Export it again from where it came, then choose it here.",
  "refused.binary": "This is not a text file. Save it as CSV in the program that made it.",
  "refused.xlsx":
    "This Excel workbook could not be read; it may be damaged or protected by a password. In Excel choose File › Save As › “CSV UTF-8 (Comma delimited)”, then import that file.",
  "refused.xls":
    "This is an old Excel workbook. Open it in Excel, choose File › Save As › “CSV UTF-8 (Comma delimited)”, then import that file.",
  "refused.zip": "This is an archive. Unpack it and choose the CSV file inside.",
  "refused.pdf": "This is a PDF, which holds pages, not rows. Ask the sender for a CSV or Excel file.",
  "refused.bomb":
    "This workbook would unpack to hundreds of times its size, as files do that are made to harm. It was not opened. If you trust it, save it again in Excel and choose that file.",
  "refused.tooLarge": (p: { readonly size: string; readonly limit: string }) =>
    `This file is ${p.size}; up to ${p.limit} can be read. Split it and import the parts one after another.`,
  "refused.wrongEncoding": (p: { readonly encoding: string }) =>
    `This file is not written in ${p.encoding}. Choose another encoding above.`,
  "refused.unreadable":
    "The browser could not read this file. Perhaps it was moved or is open elsewhere. Choose it again.",
  "note.noHeader": "No row of column names was found; columns were numbered.",
  "note.sentElsewhere":
    "The file has Tierbook’s row marks, but this sheet has no record of sending it. It is imported like any other file, without a comparison.",
  "note.emptyHeader": (p: { readonly column: number; readonly name: string }) =>
    `Column ${p.column} has no name; it is called ${p.name}.`,
  "note.duplicateHeader": (p: { readonly column: number; readonly name: string }) =>
    `Column ${p.column} repeats a name; it is called ${p.name}.`,
  "note.shortRows": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had too few cells, first on line ${n(p.line)}; the missing ones stay empty.`,
  "note.quoteErrors": (p: { readonly count: number; readonly line: number }) =>
    `${rows(p.count)} had stray quotes, first on line ${n(p.line)}; the text was kept as it stands.`,
  "note.mixedLineEnds": (p: { readonly line: number }) =>
    `Line ends of different kinds are mixed, first on line ${n(p.line)}; all were understood.`,
  "note.importedAsText": (p: { readonly name: string; readonly kind: string }) =>
    `${p.name} looks like a column of kind “${p.kind}”, but some cells would not come back unchanged; it stays text.`,
  "note.mixedDecimals": (p: { readonly name: string }) =>
    `${p.name} holds numbers with decimal points and others with decimal commas; which they are cannot be told, so it stays text.`,
  "reject.line": "Line",
  "reject.reason": "Reason",
  "reject.tooManyCells": (p: { readonly expected: number; readonly found: number }) =>
    `${cells(p.found)} where ${n(p.expected)} were expected`,
  "reject.cellTooLarge": (p: { readonly column: string; readonly length: number; readonly limit: number }) =>
    `${p.column} holds ${n(p.length)} characters; at most ${n(p.limit)} fit`,
  "reject.sameKey": (p: { readonly columns: string; readonly line: number }) =>
    `Same ${p.columns} as line ${n(p.line)}`,
  "reject.severalRows": (p: { readonly columns: string }) =>
    `Several rows of the sheet have this ${p.columns}`,
  "reject.badValue": (p: { readonly column: string; readonly problem: string }) =>
    `${p.column}: ${p.problem}`,
} as const;
