/**
 * Which rows of a table are none: names that are repeated, titles of parts, totals and what stands below the last row.
 * A total is taken for one by its word together with its figures or a report around it, never by the word alone: a
 * customer may be called so. What is left open is a row, and told.
 */
import type { ExcludedReason, ReadHints } from "../terms.ts";
import { balanceRows } from "./balances.ts";
import { isMeasured, looksLikeData } from "./looks.ts";
import { partTotals } from "./parts.ts";
import { sumRows } from "./sums.ts";
import { type CsvTable, type Doubtful, rowAt, textAt } from "./table.ts";
import { isSharesWord, isTotalWord, mayBeTotal } from "./totals.ts";
import { without, withoutBlankEnd } from "./without.ts";

/** A table as it was read, before it is settled which of its rows are none. */
export interface Unsettled {
  readonly type: "unsettled";
  readonly table: CsvTable;
  /** Titles stand above the table. */
  readonly report: boolean;
  /** The line right below the names that reads like more of them; null: none. */
  readonly secondLine: number | null;
  /** Rows that are short in the file are titles of parts. */
  readonly shortAreTitles: boolean;
}

const SHARE = /\d\s*[%％]$/;

/** Columns that a total is named in; by the word alone in a report any. */
const LABELS = 3;
/** A few rows that are filled in one place only are titles of parts; many are rows. */
const MOST_SECTIONS = 0.34;

/** Whether all that stands in a row beside its label are percents. */
function areShares(table: CsvTable, row: number, label: string): boolean {
  const figures = rowAt(table, row).filter((cell) => cell !== "" && cell !== label);
  return figures.length > 0 && figures.every((cell) => SHARE.test(cell));
}

function filledCells({ columns, rowCount }: CsvTable): Uint32Array {
  const filled = new Uint32Array(rowCount);
  for (const { codes } of columns)
    for (let row = 0; row < rowCount; row++) if (codes[row] !== 0) filled[row] = (filled[row] ?? 0) + 1;
  return filled;
}

const isValue = (text: string): boolean => looksLikeData(text) || isMeasured(text);

/** A file that was put behind another brings its byte order mark along, before its first name. */
const MARK = "\ufeff";

/** Rows whose texts in every column are the names. */
function repeatedHeaders(
  { columns, ownHeader, rowCount }: CsvTable,
  out: ReadonlyMap<number, ExcludedReason>,
): readonly number[] {
  if (ownHeader === null || columns.length < 2) return [];
  const wanted: ReadonlySet<number>[] = [];
  let told = columns.length >= 4;
  for (const [index, { dictionary, codes: own }] of columns.entries()) {
    const name = ownHeader[index] ?? "";
    const forms = index === 0 && name !== "" ? [name, MARK + name] : [name];
    const codes = forms.map((text) => (text === "" ? 0 : dictionary.indexOf(text) + 1));
    const met = codes.filter((code) => code > 0 || name === "");
    if (met.length === 0) return [];
    wanted.push(new Set(met));
    // Names above values: no row of the table has such.
    const second = out.has(0) ? own[0] : 0;
    const others = dictionary.slice(0, 100).filter((text, at) => at + 1 !== second && !forms.includes(text));
    told ||= !isValue(name) && others.length > 0 && others.every(isValue);
  }
  if (!told) return [];
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++)
    if (columns.every(({ codes }, index) => wanted[index]?.has(codes[row] ?? 0))) rows.push(row);
  return rows;
}

/** Rows that are named like totals, with the name. */
function namedTotals(table: CsvTable, report: boolean): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [at, { dictionary, codes }] of (report
    ? table.columns
    : table.columns.slice(0, LABELS)
  ).entries()) {
    const isLabel = at < LABELS ? mayBeTotal : isTotalWord;
    const labels = new Map<number, string>();
    for (const [index, text] of dictionary.entries()) if (isLabel(text)) labels.set(index + 1, text);
    if (labels.size === 0) continue;
    for (let row = 0; row < table.rowCount; row++) {
      const label = labels.get(codes[row] ?? 0);
      if (label === undefined || found.has(row)) continue;
      if (!isSharesWord(label) || areShares(table, row, label)) found.set(row, label);
    }
  }
  return found;
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** Whether the only text of a row could stand in a row of its column: no longer than others, and without what footers have. */
function isLikeAbove(table: CsvTable, row: number): boolean {
  const column = table.columns.find(({ codes }) => codes[row] !== 0);
  if (column === undefined) return false;
  const text = textAt(column, row);
  if (/[\p{N}:：]/u.test(text)) return false;
  const others = column.dictionary.filter((other) => other !== text);
  return others.some((other) => other.length >= text.length && wordsIn(other) >= wordsIn(text));
}

/** A line of strokes, as databases draw it below the names. */
const STROKES = /^\s*[-=:+]{3,}\s*$/;

/** Signs of how a column is set, and of where columns meet: nobody writes these for nothing. */
const DRAWN = /[:+]/;

/**
 * Whether the first row is nothing but such a line, across all columns or in one piece. "seems": where one is shorter than its name it
 * may stand for nothing.
 */
function ruled(table: CsvTable): "is" | "seems" | null {
  const { ownHeader, columns } = table;
  if (table.rowCount < 2 || ownHeader === null || columns.length < 2) return null;
  const cells = rowAt(table, 0);
  if (table.faults.get("shortRows")?.[0] === table.lines[0])
    return STROKES.test(cells[0] ?? "") ? "is" : null;
  const drawn = ownHeader.flatMap((name, at) =>
    name.trim() === "" ? [] : [{ name, line: cells[at] ?? "" }],
  );
  if (drawn.length === 0 || !drawn.every(({ line }) => STROKES.test(line))) return null;
  const long = drawn.every(({ name, line }) => line.length >= name.trim().length);
  return long || drawn.some(({ line }) => DRAWN.test(line)) ? "is" : "seems";
}

/** "Number of records: 2". */
const COUNT = /^[^:：\d]{3,40}[:：]\s*\d+\s*$/u;

/** A line as it comes again on each page, whatever the page's number. */
const pageKey = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== "")
    .join(" ")
    .replace(/\d+/g, "0");

/** Who made it, who looked at it and when: a label in every cell that is filled. */
const SIGNED = /^[^:：\d]{1,20}[:：]/u;
const isSigned = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === "" || SIGNED.test(cell));

class Extent {
  private readonly table: CsvTable;
  private readonly secondLine: number | null;
  private report: boolean;
  private readonly out = new Map<number, ExcludedReason>();
  private readonly doubtful: Doubtful[] = [];

  constructor({ table, report, secondLine }: Unsettled) {
    this.table = table;
    this.secondLine = secondLine;
    this.report = report;
  }

  settle(): { readonly out: Map<number, ExcludedReason>; readonly doubtful: readonly Doubtful[] } {
    const isSecond = this.table.rowCount > 0 && this.table.lines[0] === this.secondLine;
    const strokes = ruled(this.table);
    if (isSecond || strokes === "is") this.out.set(0, "headerRow");
    else if (strokes === "seems") this.doubt(0, "headerRow");
    for (const row of repeatedHeaders(this.table, this.out)) this.out.set(row, "repeatedHeader");
    const labels = namedTotals(this.table, this.report);
    const short = this.table.faults.get("shortRows") ?? new Uint32Array(0);
    if (labels.size > 0 || this.report || short.length > 0) this.parts(labels, new Set(short));
    this.unnamedTotal();
    this.count();
    this.balances();
    return { out: this.out, doubtful: this.doubtful };
  }

  private doubt(row: number, looksLike: Doubtful["looksLike"]): void {
    this.doubtful.push({ line: this.table.lines[row] ?? 0, looksLike });
  }

  private parts(labels: ReadonlyMap<number, string>, short: ReadonlySet<number>): void {
    const { table } = this;
    const filled = filledCells(table);
    const parts = partTotals(table, labels, this.report, filled);
    this.report ||= parts.proven.size > 0;
    const named = new Set([...parts.proven, ...parts.open]);
    const words = new Set(parts.proven);
    for (const [row, label] of labels) if (isTotalWord(label) || isSharesWord(label)) words.add(row);
    const lonely: number[] = [];
    for (let row = 0; row < table.rowCount; row++) {
      const alone = (filled[row] ?? 0) <= 1 && !words.has(row);
      if (alone && table.columns.length > 2 && (this.report || short.has(table.lines[row] ?? 0)))
        lonely.push(row);
    }
    this.repeatedTitles(lonely);
    const sums = this.sums(labels, lonely);
    const totals = new Set([...labels.keys()].filter((row) => words.has(row) || sums.has(row)));
    const lastRow = this.settleEnd(totals, new Set(lonely));
    for (const row of lonely) {
      if (row < lastRow || this.out.has(row)) continue;
      if (filled[row] === 0) this.out.set(row, "blank");
      else if (short.has(table.lines[row] ?? 0) || !isLikeAbove(table, row)) this.out.set(row, "footer");
      else this.doubt(row, "footer");
    }
    this.sections(
      lonely.filter((row) => row < lastRow && !this.out.has(row)),
      filled,
      totals.size > 0,
    );
    const alone = new Set(lonely);
    for (const [row, label] of labels) {
      if (this.out.has(row) || alone.has(row)) continue;
      const seems = this.looksTotal(row, label, filled, row > lastRow);
      if (sums.has(row) || isSharesWord(label) || (seems && words.has(row))) this.out.set(row, "total");
      else if (isTotalWord(label) || named.has(row) || (seems && this.report)) this.doubt(row, "total");
    }
  }

  /** Those of the rows named like totals whose figures prove it. Rows of nothing but a text are none of those above. */
  private sums(labels: ReadonlyMap<number, string>, lonely: readonly number[]): ReadonlySet<number> {
    if (labels.size === 0) return new Set();
    const texts = lonely.filter((row) => !rowAt(this.table, row).some(isMeasured));
    const aside = new Set([...labels.keys(), ...this.out.keys(), ...texts]);
    return sumRows(this.table.columns, aside, new Set(labels.keys()));
  }

  /** In a report or at the end, with cells left empty and neither a code nor another name in front. */
  private looksTotal(row: number, label: string, filled: Uint32Array, atEnd: boolean): boolean {
    const { table, report } = this;
    const emptier = (filled[row] ?? 0) < table.columns.length;
    const nameless = table.columns[0]?.codes[row] === 0 || firstText(table, row) === label;
    return (report || (atEnd && isTotalWord(label))) && emptier && nameless;
  }

  /** Titles of the whole that stand on each of its pages. */
  private repeatedTitles(lonely: readonly number[]): void {
    const { table } = this;
    const titles = table.excluded.filter(({ why }) => why === "title");
    const keys = new Set(titles.map(({ cells }) => pageKey(cells)));
    for (const row of lonely) if (keys.has(pageKey(rowAt(table, row)))) this.out.set(row, "section");
  }

  /** Puts out the lines that sign a report below one of its totals. Returns the last row that is neither these, a total nor filled in one place only. */
  private settleEnd(totals: ReadonlySet<number>, lonely: ReadonlySet<number>): number {
    const { table, report, out } = this;
    let signed: number[] = [];
    let row = table.rowCount - 1;
    for (; row >= 0; row--) {
      if (totals.has(row)) {
        for (const each of signed) out.set(each, "footer");
        signed = [];
      } else if (!lonely.has(row)) {
        if (!report || !isSigned(rowAt(table, row))) break;
        signed.push(row);
      }
    }
    return signed[0] ?? row;
  }

  /** What an account had before, and has after. */
  private balances(): void {
    const told = new Set(this.doubtful.map(({ line }) => line));
    for (const row of balanceRows(this.table))
      if (!this.out.has(row) && !told.has(this.table.lines[row] ?? 0)) this.doubt(row, "balance");
  }

  /** How many rows there are, which no row says of itself. */
  private count(): void {
    const { table, out } = this;
    const last = table.rowCount - 1;
    if (last < 1 || out.has(last) || table.columns.length < 3) return;
    const cells = rowAt(table, last).filter((cell) => cell !== "");
    if (cells.length === 1 && COUNT.test(cells[0] ?? "")) this.doubt(last, "footer");
  }

  /** Figures at the end that are the sums of those above, with nothing beside them, where each other row begins with something. */
  private unnamedTotal(): void {
    const { table, out } = this;
    let last = table.rowCount - 1;
    while (last >= 0 && out.has(last)) last -= 1;
    const label = table.columns.find(({ codes }) => codes[0] !== 0);
    if (last < 2 || label === undefined || textAt(label, last).trim() !== "") return;
    const figures = rowAt(table, last).filter((cell) => cell.trim() !== "");
    if (figures.length === 0 || !figures.every(isMeasured)) return;
    for (let row = 0; row < last; row++) if (label.codes[row] === 0 && !out.has(row)) return;
    const sums = sumRows(table.columns, new Set([...out.keys(), last]), new Set([last]));
    if (sums.has(last)) this.doubt(last, "total");
  }

  private sections(rows: readonly number[], filled: Uint32Array, hasTotals: boolean): void {
    const { table, report } = this;
    if (!report) return;
    const [titles, blanks] = [
      rows.filter((row) => filled[row] === 1),
      rows.filter((row) => filled[row] === 0),
    ];
    for (const row of blanks) this.out.set(row, "blank");
    if (titles.length === 0) return;
    const column = table.columns.findIndex(({ codes }) => codes[titles[0] ?? 0] !== 0);
    const codes = table.columns[column]?.codes ?? new Uint32Array(0);
    let beside = 0;
    for (let row = 0; row < table.rowCount; row++)
      if (codes[row] !== 0 && (filled[row] ?? 0) > 1) beside += 1;
    const hierarchical = beside <= titles.length * 2;
    const few = titles.length <= (table.rowCount - titles.length) * MOST_SECTIONS;
    for (const row of titles) {
      if (hierarchical || (few && hasTotals)) this.out.set(row, "section");
      else this.doubt(row, "section");
    }
  }
}

const firstText = ({ columns: [first] }: CsvTable, row: number): string =>
  first === undefined ? "" : textAt(first, row);

/** The table with its rows only; what the person decided about a line goes before what it looks like. */
export function settleExtent(unsettled: Unsettled, hints: ReadHints): CsvTable {
  const table = withoutBlankEnd(unsettled.table);
  const { shortAreTitles } = unsettled;
  const found = hints.header === false ? null : new Extent({ ...unsettled, table }).settle();
  const out = found?.out ?? new Map<number, ExcludedReason>();
  const short = new Set(shortAreTitles ? table.faults.get("shortRows") : []);
  for (const [row, line] of short.size > 0 ? table.lines.entries() : [])
    if (
      short.has(line) &&
      rowAt(table, row)
        .slice(LABELS)
        .every((cell) => cell === "")
    )
      out.set(row, "section");
  const keep = new Set(hints.keep);
  const leave = new Set(hints.leave);
  if (keep.size > 0 || leave.size > 0) {
    for (const [row, line] of table.lines.entries()) {
      if (keep.has(line)) out.delete(row);
      else if (leave.has(line)) out.set(row, out.get(row) ?? "chosen");
    }
  }
  const doubtful = found?.doubtful.filter(({ line }) => !keep.has(line) && !leave.has(line)) ?? [];
  return { ...without(table, out), doubtful };
}
