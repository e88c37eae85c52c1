/** What of a table does not fit its receiver, cell by cell, before anything is written. */
import type { Steps } from "../../engine/steps.ts";
import { guard } from "../csv/guard.ts";
import { type ExportColumn, type ExportSource, shownText } from "../csv/write.ts";
import { encoderOf, type WrittenEncoding } from "../encode.ts";
import type { ColumnRule, Layout, Shape, TextForm } from "../presets/preset.ts";

export type Misfit =
  /** The encoding has no such character. */
  | { readonly why: "lacks"; readonly char: string; readonly encoding: WrittenEncoding }
  /** It would be taken for the end of the cell or of the row. */
  | { readonly why: "separator" | "lineBreak" }
  | { readonly why: "required" | "notUnique" | "notANumber" }
  | { readonly why: "tooLong"; readonly length: number; readonly most: number }
  | { readonly why: "shape"; readonly shape: Shape }
  /** A spreadsheet would run it. */
  | { readonly why: "formula" };

export interface MisfitCell {
  /** Counted from 0 in the order of the file; the header's is -1. */
  readonly row: number;
  /** Of the file. */
  readonly column: number;
  readonly misfit: Misfit;
}

export interface Checked {
  /** With these in it no file is written. */
  readonly stopping: number;
  /** Rows that hold one of them, ascending. */
  readonly stopped: Uint32Array;
  /** The receiver would refuse or change these; formulas are not among them. */
  readonly unfit: number;
  readonly formulas: number;
  /** The first of each kind, in this order. */
  readonly first: readonly MisfitCell[];
}

/** Cells that are listed, of each of the three kinds. */
const LISTED = 100;
const ROWS_PER_STEP = 20_000;

/** Weights of places 1 to 17, by which the last character of a unified social credit code is made (GB 32100). */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function isCreditCode(text: string): boolean {
  let sum = 0;
  for (const [place, weight] of CREDIT_WEIGHTS.entries()) {
    const value = CREDIT_SIGNS.indexOf(text.charAt(place));
    if (value < 0) return false;
    sum += value * weight;
  }
  return text.charAt(17) === CREDIT_SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** Six to twenty characters; those of eighteen carry a check character. */
function isChineseTaxNumber(text: string): boolean {
  const upper = text.toUpperCase();
  return /^[0-9A-Z]{6,20}$/.test(upper) && (upper.length !== 18 || isCreditCode(upper));
}

const SHAPES: Readonly<Record<Shape, (text: string) => boolean>> = {
  digits: (text) => /^\d+$/.test(text),
  cnCode: (text) => /^[0-9a-z]{1,16}$/i.test(text),
  cnTaxNumber: isChineseTaxNumber,
  email: (text) => /^[^\s@,;]+@[^\s@,;]+$/.test(text),
};

type Kind = "stopping" | "unfit" | "formulas";

function kindOf({ why }: Misfit): Kind {
  if (why === "lacks" || why === "separator" || why === "lineBreak") return "stopping";
  return why === "formula" ? "formulas" : "unfit";
}

/** Of a text that is not empty. */
function misfitOf(form: TextForm): (text: string, column: ExportColumn, rule: ColumnRule) => Misfit | null {
  const { lackedBy } = encoderOf(form.encoding);
  const { delimiter, encoding } = form;
  return (text, { content }, rule) => {
    const shown = shownText(text, content, form);
    const char = lackedBy(shown);
    if (char !== null) return { why: "lacks", char, encoding };
    if (form.quotes === "never" && shown.includes(delimiter)) return { why: "separator" };
    if (form.oneLine === true && /[\r\n]/.test(shown)) return { why: "lineBreak" };
    const length = rule.most === undefined ? 0 : [...shown].length;
    if (rule.most !== undefined && length > rule.most) return { why: "tooLong", length, most: rule.most };
    if (rule.number === true && !/^-?\d+(?:\.\d+)?$/.test(text)) return { why: "notANumber" };
    if (rule.shape !== undefined && !SHAPES[rule.shape](text)) return { why: "shape", shape: rule.shape };
    if (form.formulas === "asked" && content === "text" && guard(text) !== text) return { why: "formula" };
    return null;
  };
}

class Findings {
  private readonly listed: Readonly<Record<Kind, MisfitCell[]>> = { stopping: [], unfit: [], formulas: [] };
  private readonly counts: Record<Kind, number> = { stopping: 0, unfit: 0, formulas: 0 };
  private readonly stopped = new Set<number>();

  add(row: number, column: number, misfit: Misfit): void {
    const kind = kindOf(misfit);
    this.counts[kind] += 1;
    if (kind === "stopping" && row >= 0) this.stopped.add(row);
    if (this.listed[kind].length < LISTED) this.listed[kind].push({ row, column, misfit });
  }

  get result(): Checked {
    const { stopping, unfit, formulas } = this.listed;
    const stopped = Uint32Array.from(this.stopped).sort();
    return { ...this.counts, stopped, first: [...stopping, ...unfit, ...formulas] };
  }
}

const FREE: ColumnRule = {};

/** Each distinct text is looked at once. */
export function* checkSteps(source: ExportSource, form: TextForm, rules: Layout["rules"]): Steps<Checked> {
  const findings = new Findings();
  const { rowCount, columns } = source;
  const misfit = misfitOf(form);
  const total = rowCount * columns.length;
  const { lackedBy } = encoderOf(form.encoding);
  for (const [index, column] of columns.entries()) {
    const rule = rules[column.name] ?? FREE;
    const lacked = lackedBy(column.name);
    if (lacked !== null) findings.add(-1, index, { why: "lacks", char: lacked, encoding: form.encoding });
    // Numbers and days are written in signs that every encoding has.
    if (rule === FREE && column.content !== "text") continue;
    const met = rule.unique === true ? new Set<string>() : null;
    const blank = (code: number): boolean => code === 0 || column.textOf(code).trim() === "";
    const known: (Misfit | null)[] = [];
    for (let code = 0; code < column.distinct; code++) {
      if (!blank(code)) known.push(misfit(column.textOf(code), column, rule));
      else known.push(rule.required === true ? { why: "required" } : null);
      if (code % ROWS_PER_STEP === 0) yield { done: index * rowCount, total };
    }
    if (met === null && known.every((each) => each === null)) continue;
    for (let row = 0; row < rowCount; row++) {
      const code = column.codeAt(row);
      const found = known[code] ?? null;
      if (found !== null) findings.add(row, index, found);
      else if (met !== null && !blank(code)) {
        const text = column.textOf(code);
        if (met.has(text)) findings.add(row, index, { why: "notUnique" });
        met.add(text);
      }
      if (row % ROWS_PER_STEP === 0) yield { done: index * rowCount + row, total };
    }
  }
  return findings.result;
}
