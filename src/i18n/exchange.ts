/** One sentence per language for what the exchange reports as data: refused files, notes, rows left out. */
import type { CsvNote, Delimiter, Encoding, Refused, RejectReason } from "../exchange/api.ts";
import type { Misfit } from "../exchange/out/check.ts";
import { kindNames, problemText } from "../fields/messages.ts";
import type { Language, Translate } from "./index.ts";
import { numberFormat } from "./intl.ts";

export function encodingName(t: Translate, encoding: Encoding): string {
  return t(`encoding.${encoding}`);
}

export function delimiterName(t: Translate, delimiter: Delimiter): string {
  switch (delimiter) {
    case ",":
      return t("delimiter.comma");
    case ";":
      return t("delimiter.semicolon");
    case "\t":
      return t("delimiter.tab");
    case "|":
      return t("delimiter.bar");
    case "~~":
      return t("delimiter.tildes");
    case "^":
      return t("delimiter.caret");
    case "，":
      return t("delimiter.wideComma");
    case " ":
      return t("delimiter.space");
    case ":":
      return t("delimiter.colon");
    case "#":
      return t("delimiter.number");
  }
}

function megabytes(language: Language, bytes: number): string {
  return numberFormat(language, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: bytes < 1e7 ? 1 : 0,
  }).format(bytes / 1e6);
}

export function refusedText(t: Translate, language: Language, why: Refused): string {
  switch (why.reason) {
    case "empty":
      return t("refused.empty");
    case "binary":
      return t("refused.binary");
    case "xlsx":
      return t("refused.xlsx");
    case "xls":
      return t("refused.xls");
    case "zip":
      return t("refused.zip");
    case "pdf":
      return t("refused.pdf");
    case "bomb":
      return t("refused.bomb");
    case "tooLarge":
      return t("refused.tooLarge", {
        size: megabytes(language, why.bytes),
        limit: megabytes(language, why.limit),
      });
    case "wrongEncoding":
      return t("refused.wrongEncoding", { encoding: encodingName(t, why.encoding) });
    case "unreadable":
      return t("refused.unreadable");
  }
}

export function noteText(t: Translate, language: Language, note: CsvNote): string {
  switch (note.note) {
    case "noHeader":
      return t("note.noHeader");
    case "knownLayout":
      return t("note.knownLayout", { layout: t(`preset.${note.layout}`) });
    case "sentElsewhere":
      return t("note.sentElsewhere");
    case "emptyHeader":
      return t("note.emptyHeader", { column: note.column, name: note.name });
    case "duplicateHeader":
      return t("note.duplicateHeader", { column: note.column, name: note.name });
    case "shortRows":
      return t("note.shortRows", { count: note.count, line: note.line });
    case "quoteErrors":
      return t("note.quoteErrors", { count: note.count, line: note.line });
    case "damagedByExcel":
      return t("note.damagedByExcel", { name: note.name, count: note.count, line: note.line });
    case "excelDays":
      return t("note.excelDays", { name: note.name, count: note.count, text: note.text, day: note.day });
    case "otherCurrency":
      return t("note.otherCurrency", {
        name: note.name,
        count: note.count,
        line: note.line,
        text: note.text,
      });
    case "shortYears":
      return t("note.shortYears", { name: note.name, text: note.text, day: note.day });
    case "strayQuotes":
      return t("note.strayQuotes", { count: note.count, line: note.line });
    case "damagedText":
      return t("note.damagedText", { count: note.count, line: note.line });
    case "mixedLineEnds":
      return t("note.mixedLineEnds", { line: note.line });
    case "mixedDecimals":
      return t("note.mixedDecimals", { name: note.name });
    case "importedAsText":
      return t("note.importedAsText", { name: note.name, kind: kindNames[note.kind][language] });
  }
}

export function rejectText(t: Translate, language: Language, why: RejectReason): string {
  switch (why.reason) {
    case "tooManyCells":
      return t("reject.tooManyCells", { expected: why.expected, found: why.found });
    case "cellTooLarge":
      return t("reject.cellTooLarge", { column: why.column, length: why.length, limit: why.limit });
    case "sameKey":
      return t("reject.sameKey", { columns: why.columns, line: why.line });
    case "severalRows":
      return t("reject.severalRows", { columns: why.columns });
    case "badValue":
      return t("reject.badValue", { column: why.column, problem: problemText(language, why.problem) });
  }
}

export function misfitText(t: Translate, misfit: Misfit): string {
  switch (misfit.why) {
    case "lacks":
      return t("misfit.lacks", {
        char: misfit.char.toWellFormed(),
        encoding: misfit.encoding === "gbk" ? t("encoding.gbk") : encodingName(t, misfit.encoding),
      });
    case "tooLong":
      return t("misfit.tooLong", { length: misfit.length, most: misfit.most });
    case "shape":
      return t(`misfit.${misfit.shape}`);
    case "separator":
    case "lineBreak":
    case "required":
    case "notUnique":
    case "notANumber":
    case "formula":
      return t(`misfit.${misfit.why}`);
  }
}
