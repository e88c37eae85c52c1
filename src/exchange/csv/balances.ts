/** Rows of a bank's statement that hold what was there before, and is after: they are told, for they are no payments. */
import { cellsWith } from "./columns.ts";
import { isMeasured } from "./looks.ts";
import { type CsvTable, rowAt } from "./table.ts";

const pairs = (before: readonly string[], what: readonly string[]): readonly string[] =>
  before.flatMap((one) => what.map((other) => `${one}\\s*${other}`));

const WORDS = [
  ...pairs(["opening", "closing", "beginning", "ending", "starting", "previous", "final"], ["balances?"]),
  "balance\\s+(?:brought|carried)\\s+(?:forward|down)",
  "balance\\s+[bc]/[fd]",
  "(?:brought|carried)\\s+forward",
  ...pairs(
    ["anfangs", "end", "schluss", "eröffnungs", "alter ", "neuer ", "letzter "],
    ["saldo", "kontostand"],
  ),
  ...pairs(["anfangs", "end"], ["bestand"]),
  "saldo\\s*-?\\s*vortrag",
  ...pairs(["solde"], ["initial", "final", "précédent"]),
  ...pairs(["ancien", "nouveau"], ["solde"]),
  ...pairs(["saldo"], ["inicial", "final", "anterior", "iniziale", "finale"]),
  ...pairs(["begin", "eind"], ["saldo"]),
  ...pairs(["期初", "期末", "上期", "上月", "上年"], ["[余餘][额額]", "[结結][余餘存转轉]"]),
  ...["承前[页頁]", "[过過]次[页頁]", "[结結][转轉][上下]年"],
];

/** With the day, or an amount, behind it. */
const BALANCE = new RegExp(
  `^\\s*(?:${WORDS.join("|")})(?:\\s+(?:as\\s+(?:of|at)|on|at|per|zum|am|vom|au|du|al|del))?[\\p{Sc}\\d\\s.,:：;/()年月日-]*$`,
  "iu",
);

/** Of the first and the last rows of a table, in which such a line stands. */
const ENDS = 3;
/** Of more than a few, such lines are what the table is of. */
const FEW = 2;
const MOST = 1 / 3;

function endsOf({ rowCount }: CsvTable): readonly number[] {
  const last = Array.from({ length: ENDS }, (_, n) => rowCount - 1 - n).filter((row) => row >= ENDS);
  return [...Array.from({ length: Math.min(ENDS, rowCount) }, (_, row) => row), ...last];
}

/** Only where one stands at the beginning or the end is the rest of its column looked through. */
export function balanceRows(table: CsvTable): readonly number[] {
  const ends = endsOf(table);
  const most = Math.max(FEW, table.rowCount * MOST);
  const rows = new Set<number>();
  for (const { codes, dictionary } of table.columns) {
    const isOne = (row: number): boolean => BALANCE.test(dictionary[(codes[row] ?? 0) - 1] ?? "");
    if (!ends.some(isOne)) continue;
    const wanted = new Set(dictionary.flatMap((text, index) => (BALANCE.test(text) ? [index + 1] : [])));
    if (cellsWith(codes, (code) => wanted.has(code)) > most) return [];
    for (const [row, code] of codes.entries()) if (wanted.has(code)) rows.add(row);
  }
  if (rows.size > most) return [];
  return [...rows].filter((row) => rowAt(table, row).some(isMeasured)).sort((a, b) => a - b);
}
