/** Which delimiter and which line ends a text uses, and mixed line ends made one without touching quoted cells. */
import Papa from "papaparse";
import { DELIMITERS, type Delimiter } from "../../exchange/api.ts";

const SAMPLE = 65_536;
const SAMPLE_ROWS = 200;

/** Excel's own first line; the delimiter it names and the text behind it. */
export function separatorLine(text: string): { readonly delimiter: Delimiter; readonly rest: string } | null {
  const match = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const delimiter = DELIMITERS.find((each) => each === match?.[1]);
  return match === null || delimiter === undefined ? null : { delimiter, rest: text.slice(match[0].length) };
}

/** Share of rows that have the commonest count of cells, weighed by that count: one column proves nothing. */
function consistency(sample: string, delimiter: Delimiter): number {
  const { data } = Papa.parse<string[]>(sample, { delimiter, preview: SAMPLE_ROWS, skipEmptyLines: true });
  const counts = new Map<number, number>();
  for (const row of data) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return width < 2 || data.length === 0 ? 0 : (rows / data.length) * (1 + Math.min(width, 20) / 40);
}

export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE);
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = sample.includes(delimiter) ? consistency(sample, delimiter) : 0;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

export interface Lines {
  readonly text: string;
  readonly newline: "\r\n" | "\n" | "\r";
  /** Row ends of another kind than the first that were found outside quotes, and the line of the first one. */
  readonly mended: { readonly count: number; readonly line: number } | null;
}

function count(text: string, sought: string): number {
  let found = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) found += 1;
  return found;
}

/** Text with one kind of row end. Costs a walk through the text only where more than one kind occurs in it. */
export function unifyLineEnds(text: string, delimiter: Delimiter): Lines {
  const pairs = count(text, "\r\n");
  const feeds = count(text, "\n") - pairs;
  const returns = count(text, "\r") - pairs;
  if (feeds === 0 && returns === 0) return { text, newline: "\r\n", mended: null };
  if (pairs === 0 && returns === 0) return { text, newline: "\n", mended: null };
  if (pairs === 0 && feeds === 0) return { text, newline: "\r", mended: null };
  const parts: string[] = [];
  const marks = /\r\n|["\r\n]/g;
  let from = 0;
  let quoted = false;
  let line = 1;
  let first = "";
  const mended = { count: 0, line: 0 };
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [found] = mark;
    if (found !== '"') {
      line += 1;
      if (quoted) continue;
      first ||= found;
      if (found !== first) {
        mended.count += 1;
        mended.line ||= line - 1;
      }
      parts.push(text.slice(from, mark.index), "\n");
      from = marks.lastIndex;
    } else if (quoted) {
      if (text[marks.lastIndex] === '"') marks.lastIndex += 1;
      else quoted = false;
    } else {
      const before = text[mark.index - 1];
      quoted = before === undefined || before === delimiter || before === "\n" || before === "\r";
    }
  }
  parts.push(text.slice(from));
  return { text: parts.join(""), newline: "\n", mended: mended.count === 0 ? null : mended };
}
