/** Lines in front of a table by which programs tell each other how it is written. They are no rows. */
import { DELIMITERS, type Delimiter } from "../terms.ts";

export interface Directive {
  /** Characters up to the first row. */
  readonly length: number;
  /** Each line of it. */
  readonly lines: readonly string[];
  readonly delimiter: Delimiter | null;
  /** The names of the columns, where a remark gives them. */
  readonly header: readonly string[] | null;
}

const NONE: Directive = { length: 0, lines: [], delimiter: null, header: null };

const known = (text: string | undefined): Delimiter | null =>
  DELIMITERS.find((delimiter) => delimiter === text) ?? null;

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;

function lineAt(text: string, from: number): { readonly line: string; readonly end: number } {
  LINE.lastIndex = from;
  const line = LINE.exec(text)?.[1] ?? "";
  return { line, end: LINE.lastIndex };
}

/** Excel's own. */
const SEP = /^sep=([^"]{1,2})$/i;
/** The customer codes of 开票软件: the delimiter, then remarks, the last of which names the columns. */
const TAX_CONTROL = /^\{[^}]*\}\[分隔符\]"([^"]+)"/;
const REMARK = "//";
/** DATEV: names follow on the second line. */
const DATEV = /^"?(?:EXTF|DTVF)"?;\d+;\d+;/;
/** MYOB. */
const BRACES = /^\{\}[,\t]*$/;

function taxControl(text: string, first: string, start: number, delimiter: Delimiter | null): Directive {
  const lines = [first];
  let header: readonly string[] | null = null;
  let length = start;
  while (text.startsWith(REMARK, length)) {
    const { line, end } = lineAt(text, length);
    lines.push(line);
    if (delimiter !== null && line.includes(delimiter))
      header = line.slice(REMARK.length).trim().split(delimiter);
    length = end;
  }
  return { length, lines, delimiter, header };
}

/** Of the beginning of a file's text. */
export function findDirective(text: string): Directive {
  const { line, end } = lineAt(text, 0);
  const sep = known(SEP.exec(line)?.[1]);
  if (sep !== null) return { length: end, lines: [line], delimiter: sep, header: null };
  const tax = TAX_CONTROL.exec(line);
  if (tax !== null) return taxControl(text, line, end, known(tax[1]));
  if (DATEV.test(line)) return { length: end, lines: [line], delimiter: ";", header: null };
  return BRACES.test(line) ? { length: end, lines: [line], delimiter: null, header: null } : NONE;
}
