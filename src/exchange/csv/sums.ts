/** Whether a row holds the sums of the rows above it: what tells a total from a customer of that name. */
import { isMeasured } from "./looks.ts";
import type { CsvTable } from "./table.ts";

/** By column with numbers: the number of each row, NaN where there is none. */
export interface Sums {
  readonly columns: readonly Float64Array[];
  /** Rows that are no rows of the table; a sum reaches back to one of them or to the beginning. */
  readonly aside: ReadonlySet<number>;
}

const LEAST_SHARE = 0.5;
const CLOSE = 0.011;
/** Sums are looked for back to so many earlier totals. */
const MOST_TOTALS = 200;

/** A number in whatever convention; NaN if it is none. With one sign only, three digits behind it are a group. */
function numberOf(text: string): number {
  if (text === "" || !isMeasured(text)) return Number.NaN;
  const tidy = text.normalize("NFKC").replace(/[^\d.,()\-−]/g, "");
  const negative = /^\(|^[-−]|[-−]$/.test(tidy);
  const digits = tidy.replace(/[()\-−]/g, "");
  const sign = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const fraction = sign < 0 ? "" : digits.slice(sign + 1);
  const grouped = fraction.length === 3 && !(digits.includes(".") && digits.includes(","));
  const whole = (sign < 0 || grouped ? digits : digits.slice(0, sign)).replace(/[.,]/g, "");
  const value = Number(`${whole}.${grouped ? "0" : fraction || "0"}`);
  return negative ? -value : value;
}

export function sumsOf(table: CsvTable, aside: ReadonlySet<number>, totals: number): Sums {
  if (totals > MOST_TOTALS) return { columns: [], aside };
  const columns = table.columns.flatMap((column) => {
    const numbers = column.dictionary.map(numberOf);
    const share = numbers.filter((number) => !Number.isNaN(number)).length / Math.max(1, numbers.length);
    if (share < LEAST_SHARE) return [];
    return [Float64Array.from(column.codes, (code) => numbers[code - 1] ?? Number.NaN)];
  });
  return { columns, aside };
}

/** The row's number is the sum of those above it, back to the beginning or to another row aside, in some column. */
export function isSumOf({ columns, aside }: Sums, row: number): boolean {
  return columns.some((numbers) => {
    const wanted = numbers[row] ?? Number.NaN;
    if (Number.isNaN(wanted) || wanted === 0) return false;
    let sum = 0;
    let count = 0;
    for (let above = row - 1; above >= 0; above--) {
      const number = numbers[above] ?? Number.NaN;
      if (aside.has(above)) {
        if (count > 1 && Math.abs(sum - wanted) < CLOSE) return true;
        continue;
      }
      if (Number.isNaN(number)) continue;
      sum += number;
      count += 1;
    }
    return count > 1 && Math.abs(sum - wanted) < CLOSE;
  });
}
