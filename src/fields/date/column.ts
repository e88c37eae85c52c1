/** Recognises columns of dates: a column is one only if every text comes back as it was (F2). */
import { civil, dayOf, pad } from "../shared/day.ts";

/** How a column of dates is written. */
interface DateDialect {
  readonly order: "ymd" | "dmy" | "mdy";
  readonly separator: string;
  readonly padded: boolean;
}

const PARTS = /^(\d{1,4})([-/ 年]|\. ?)(\d{1,2})(?:\2|月)(\d{1,4})日?$/;

function write(days: number, { order, separator, padded }: DateDialect): string {
  const { year, month, day } = civil(days);
  const [y, m, d] = [pad(year, 4), pad(month, padded ? 2 : 1), pad(day, padded ? 2 : 1)];
  if (separator === "年") return `${y}年${m}月${d}日`;
  const parts = order === "ymd" ? [y, m, d] : order === "dmy" ? [d, m, y] : [m, d, y];
  return parts.join(separator);
}

function read(text: string, dialect: DateDialect): number | undefined {
  const match = PARTS.exec(text);
  if (match === null) return undefined;
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const { order } = dialect;
  const days = order === "ymd" ? dayOf(a, b, c) : order === "dmy" ? dayOf(c, b, a) : dayOf(c, a, b);
  return days !== null && write(days, dialect) === text ? days : undefined;
}

export interface DateGuess {
  readonly order: DateDialect["order"];
  readonly read: (text: string) => number | undefined;
}

/**
 * The dialects in which every text comes back as it was: none if it is no column of dates, two if no value tells
 * day and month apart.
 */
export function guessDates(texts: readonly string[]): readonly DateGuess[] {
  const separator = PARTS.exec(texts[0] ?? "")?.[2];
  if (separator === undefined) return [];
  const found: DateGuess[] = [];
  for (const order of ["ymd", "dmy", "mdy"] as const) {
    const fitting = [true, false]
      .map((padded) => ({ order, separator, padded }))
      .find((dialect) => texts.every((text) => read(text, dialect) !== undefined));
    if (fitting !== undefined) found.push({ order, read: (text) => read(text, fitting) });
  }
  return found;
}
