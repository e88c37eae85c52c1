/** The words of sending files out in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });
const columns = (count: number): string => counted("en", count, { one: "column", other: "columns" });
const cells = (count: number): string => counted("en", count, { one: "cell", other: "cells" });
const files = (count: number): string => counted("en", count, { one: "file", other: "files" });

export const enExport = {
  "export.title": "Export CSV",
  "export.preset": "Preset",
  "export.action": "Export",
  "export.saveAs": "Save as…",
  "export.scope": "What",
  "export.scope.view": "This view",
  "export.scope.selection": "The selection",
  "export.scope.sheet": "The whole sheet",
  "export.scope.all": "All sheets",
  "export.counts": (p: { readonly rows: number; readonly columns: number; readonly files: number }) =>
    `${rows(p.rows)}, ${columns(p.columns)}${p.files > 1 ? `, in ${files(p.files)} packed as one zip` : ""}.`,
  "export.columns": (p: { readonly chosen: number; readonly all: number }) =>
    `Columns: ${n(p.chosen)} of ${n(p.all)}`,
  "export.up": (p: { readonly column: string }) => `Move ${p.column} up`,
  "export.down": (p: { readonly column: string }) => `Move ${p.column} down`,
  "export.mapping": (p: { readonly filled: number; readonly all: number }) =>
    `What goes where: ${n(p.filled)} of ${n(p.all)} columns filled`,
  "export.mapping.all": "Show columns that stay empty, too",
  "export.fill": (p: { readonly column: string }) => `What goes into ${p.column}`,
  "export.fill.nothing": "(stays empty)",
  "export.fill.text": (p: { readonly text: string }) => `The text “${p.text}”`,
  "export.fill.or": (p: { readonly field: string; readonly or: string }) =>
    `${p.field}, or ${p.or} where that is empty`,
  "export.fill.agreeing": (p: { readonly field: string; readonly or: string }) =>
    `${p.field}, or as ${p.or} says where they differ`,
  "export.fill.label": "What kind of number it is",
  "export.fill.given": (p: { readonly field: string }) => `First name, from ${p.field}`,
  "export.fill.family": (p: { readonly field: string }) => `Last name, from ${p.field}`,
  "export.required": "required",
  "export.preview": "The beginning of the file",
  "export.checking": "Looking at the cells…",
  "export.writing": "Writing the file…",
  "export.failed": "The file could not be written. Try again, or choose another place.",
  "export.stopped": (p: { readonly count: number }) =>
    `${cells(p.count)} cannot be written in this format. Mend ${p.count === 1 ? "it" : "them"}, leave ${p.count === 1 ? "its row" : "their rows"} out, or choose another preset.`,
  "export.leaveOut": (p: { readonly count: number }) =>
    p.count === 1 ? "Leave this row out" : `Leave these ${rows(p.count)} out`,
  "export.leftOut": (p: { readonly count: number }) =>
    `${rows(p.count)} that this format cannot write ${p.count === 1 ? "is" : "are"} left out.`,
  "export.takeBack": "Include again",
  "export.unfit": (p: { readonly count: number }) =>
    `${cells(p.count)} will not fit the receiver, who may refuse or shorten ${p.count === 1 ? "it" : "them"}.`,
  "export.formulas": (p: { readonly count: number }) =>
    `${cells(p.count)} ${p.count === 1 ? "begins" : "begin"} like a formula, which a spreadsheet would run.`,
  "export.formulas.decision": "These cells",
  "export.formulas.undecided": "Choose…",
  "export.formulas.leave": "Write them as they are",
  "export.formulas.apostrophe": "Put an apostrophe in front",
  "export.show": (p: { readonly place: string }) => `Show ${p.place}`,
  "export.place": (p: { readonly row: number; readonly column: string }) =>
    `${p.column}, row ${n(p.row)} of the file`,
  "export.place.name": (p: { readonly column: string }) => `The name of ${p.column}`,
  "export.more": (p: { readonly count: number }) => `and ${n(p.count)} more`,
  "export.hiddenRow": "That row is left out by the filter. Clear the filter to see it.",
  "export.fileName": (p: { readonly sheet: string; readonly date: string }) => `${p.sheet} ${p.date}`,
  "export.template": "The receiver’s empty file",
  "export.template.hint":
    "Choose or drop the empty file that your accountant’s program gives out: an Excel workbook, CSV or text. Its columns, encoding and separators are taken from it.",
  "export.template.none": "No file chosen yet",
  "export.template.refused":
    "No columns were found in this file. Choose an Excel workbook (.xlsx), CSV or text file whose first lines name the columns; an older Excel file (.xls) is first saved as .xlsx.",
  "export.keep": "Keep as a preset of your own",
  "export.keep.name": "Name",
  "export.keep.action": "Keep",
  "export.keep.replace": "Replace",
  "export.keep.own": "This preset of yours",
  "export.keep.save": "Save changes",
  "export.keep.another": "Keep as another",
  "export.keep.saved": (p: { readonly name: string }) => `${p.name} was saved.`,
  "export.keep.taken": "Another preset of yours has this name. Replace it, or choose another name.",
  "export.keep.remove": "Remove this preset",
  "export.kept": (p: { readonly name: string }) => `${p.name} is now among the presets.`,
  "export.own": (p: { readonly name: string }) => `★ ${p.name}`,
  "export.own.what": "Kept by you, in this workbook.",
  "export.written": (p: { readonly rows: number; readonly leftOut: number; readonly file: string }) =>
    `${rows(p.rows)} written to ${p.file}${p.leftOut === 0 ? "" : `; ${rows(p.leftOut)} left out`}`,
  "export.note.title": "What is in this package",
  "export.note.made": (p: { readonly time: string }) => `Made by Tierbook on ${p.time}.`,
  "export.note.sheet": (p: { readonly file: string; readonly rows: number; readonly columns: number }) =>
    `${p.file}: ${rows(p.rows)}, ${columns(p.columns)}`,
  "export.note.total": (p: { readonly column: string; readonly total: string }) =>
    `Total of ${p.column}: ${p.total}`,
  "export.note.formats": (p: { readonly delimiter: string; readonly decimal: string }) =>
    `All files: UTF-8 with a byte order mark; separator ${p.delimiter}; decimal sign ${p.decimal}; dates year-month-day; texts that begin like a formula have an apostrophe in front.`,
  "card.code": "Code",
  "card.name": "Name",
  "card.company": "Company",
  "card.department": "Department",
  "card.title": "Title",
  "card.mobile": "Mobile",
  "card.phone": "Phone",
  "card.fax": "Fax",
  "card.email": "E-mail",
  "card.street": "Street",
  "card.city": "City",
  "card.region": "Region",
  "card.postcode": "Postcode",
  "card.country": "Country",
  "card.website": "Website",
  "card.birthday": "Birthday",
  "card.category": "Category",
  "card.notes": "Notes",
  "import.sheetName": "Sheet of the workbook",
  "cause.saveExport": "choice of columns for a preset",
  "cause.saveExportAs": (p: { readonly name: string }) => `saving preset ${p.name}`,
  "misfit.lacks": (p: { readonly char: string; readonly encoding: string }) =>
    `“${p.char}” does not exist in ${p.encoding}`,
  "misfit.separator": "holds the sign that separates the cells",
  "misfit.lineBreak": "has several lines; this format takes one",
  "misfit.required": "is empty, but the receiver needs it",
  "misfit.notUnique": "stands in an earlier row, too; the receiver takes it once",
  "misfit.notANumber": "is not a number",
  "misfit.tooLong": (p: { readonly length: number; readonly most: number }) =>
    `has ${n(p.length)} characters; ${n(p.most)} fit`,
  "misfit.digits": "must be digits only",
  "misfit.cnCode": "must be 1 to 16 digits or letters a–z",
  "misfit.cnTaxNumber":
    "is not a valid tax number (6 to 20 digits or letters, with the right check character)",
  "misfit.email": "is not an e-mail address",
  "misfit.formula": "begins like a formula",
  "encoding.gbk": "Chinese, simplified (GBK)",
  "preset.excel": "Excel",
  "preset.excel.what": "Opens in Excel with a double-click; accents and Chinese stay right.",
  "preset.excelProof": "Excel-proof",
  "preset.excelProof.what":
    "For Excel in any region: codes with zeros in front, long numbers and telephone numbers stay as they are.",
  "preset.plain": "Plain",
  "preset.plain.what": "For other programs: UTF-8, ISO dates, decimal points.",
  "preset.xlsx": "Excel workbook (.xlsx)",
  "preset.xlsx.what": "Texts stay texts, numbers and dates are such; several sheets go into one workbook.",
  "preset.pack": "Accountant pack",
  "preset.pack.what":
    "A zip with one file for each sheet, and a note with row counts, totals and formats to compare with.",
  "preset.xero": "Xero contacts",
  "preset.xero.what": "For Contacts › Import in Xero, at most 1,000 in a file.",
  "preset.quickbooks": "QuickBooks Online customers",
  "preset.quickbooks.what": "For Customers › Import customers in QuickBooks Online, at most 1,000 in a file.",
  "preset.sage50": "Sage 50 customers",
  "preset.sage50.what":
    "For File › Import › Customer Records in Sage 50; accounts have at most 8 characters.",
  "preset.sageAccounting": "Sage Accounting contacts",
  "preset.sageAccounting.what":
    "For Contacts › Import in Sage Accounting, in files of at most half a megabyte.",
  "preset.freeAgent": "FreeAgent contacts",
  "preset.freeAgent.what": "For Contacts › Import contacts in FreeAgent.",
  "preset.wave": "Wave customers",
  "preset.wave.what": "For Customers › Import from CSV in Wave.",
  "preset.myob": "MYOB customer cards",
  "preset.myob.what": "For the Import Assistant of MYOB, which asks what each column is.",
  "preset.datev": "DATEV Debitoren",
  "preset.datev.what": "For DATEV’s batch processing (EXTF, Windows-1252); accounts are digits.",
  "preset.chinaTax": "开票软件 customer codes",
  "preset.chinaTax.what":
    "The text file for 客户编码 in the Chinese invoicing software (GBK, separated by ~~).",
  "preset.google": "Google Contacts",
  "preset.google.what": "For Import in Google Contacts.",
  "preset.outlook": "Outlook contacts",
  "preset.outlook.what": "For Import in Outlook, on the desktop and on the web.",
  "preset.vcard": "vCard 3.0",
  "preset.vcard.what": "Cards for phones, mail programs and address books; what nearly all of them read.",
  "preset.vcard4": "vCard 4.0",
  "preset.vcard4.what": "Cards for newer address books.",
  "preset.template": "My template…",
  "preset.template.what": "Fills in the receiver’s own empty file.",
} as const;
