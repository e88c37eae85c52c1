/** Files as bad as they come, the same for the same seed: soups of bytes, and tables of which the rows are known. */
import { makeRandom } from "../../src/core/template/random.ts";
import type { Encoding } from "../../src/exchange/index.ts";
import { canEncode, encodeAs } from "./encodings/encode.ts";

type Random = ReturnType<typeof makeRandom>;

const ENCODINGS: readonly Encoding[] = [
  "utf-8",
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "windows-1252",
  "macintosh",
];
const PIECES = [
  ",",
  ",",
  ";",
  "\t",
  "|",
  "~~",
  "^",
  "，",
  '"',
  '"',
  '""',
  "'",
  "\n",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "\ufeff",
  "\ud800",
  "\udc00",
  "__proto__",
  "constructor",
  "toString",
  "sep=;",
  "\n{}\n",
  "Total",
  "合计",
  "张伟",
  "李",
  "é",
  "Müller",
  "007",
  "1.5",
  "(1,234.00)",
  "1.23E+10",
  "03/04/2025",
  "2025-01-02",
  "=1+1",
  "'=x",
  " ",
  "  ",
  "a",
  "b",
  "c",
  "𠮷",
  "👩‍👩‍👧",
  "\u2028",
  "\u0085",
  "\x1a",
];
const BYTES = [0x00, 0x0a, 0x0d, 0x22, 0x2c, 0x80, 0x8e, 0xa1, 0xc3, 0xe9, 0xef, 0xfe, 0xff];

/** A file of pieces that mean something to readers of CSV, in any order, now and then with stray bytes. */
export function soup(seed: number): Uint8Array {
  const random: Random = makeRandom(seed);
  const count = random.below(3) === 0 ? random.below(400) : random.below(40);
  const text = Array.from({ length: count }, () => random.pick(PIECES)).join("");
  const encoding = random.pick(ENCODINGS);
  const marked = (random.below(3) === 0 ? "\ufeff" : "") + text;
  const bytes = canEncode(encoding, marked) ? encodeAs(encoding, marked) : encodeAs("utf-8", marked);
  for (let stray = random.below(4) === 0 ? random.below(5) : 0; stray > 0 && bytes.length > 0; stray--)
    bytes[random.below(bytes.length)] = random.pick(BYTES);
  return bytes;
}

export interface KnownFile {
  readonly text: string;
  readonly delimiter: "," | ";" | "\t";
  readonly width: number;
  /** Everything behind the header, blank lines too. */
  readonly records: readonly (readonly string[])[];
}

const CELLS = [
  "",
  "",
  "x",
  "Ann",
  "York",
  "张伟",
  "12",
  "1,5",
  'say "hi"',
  "two\nlines",
  "two\r\nlines",
  "Total",
  "007",
  "=1",
  "-5",
];

/** A table as a careful program writes it, but for rows that are too short or too long, and lines that are blank. */
export function known(seed: number): KnownFile {
  const random = makeRandom(seed);
  const delimiter = random.pick([",", ";", "\t"] as const);
  const ends =
    random.below(3) === 0 ? (["\r\n", "\n"] as const) : ([random.pick(["\r\n", "\n", "\r"])] as const);
  const width = 2 + random.below(5);
  const records = Array.from({ length: random.below(30) }, (): readonly string[] => {
    const shape = random.below(12);
    if (shape === 0) return [""];
    const length = shape === 1 ? 1 + random.below(width) : shape === 2 ? width + 1 + random.below(3) : width;
    const cells = Array.from({ length }, () => random.pick(CELLS));
    // A last cell that is filled, so that the row is as long as it looks.
    return shape === 2 || length === 1 ? [...cells.slice(0, -1), "end"] : cells;
  });
  const quoted = (cell: string): string =>
    /[",;\t\r\n]/.test(cell) || random.below(6) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
  const header = Array.from({ length: width }, (_, column) => `Name ${column + 1}`).join(delimiter);
  const lines = records.map((cells) =>
    cells.length === 1 && cells[0] === "" ? "" : cells.map(quoted).join(delimiter),
  );
  const text = [header, ...lines].map((line) => line + random.pick(ends)).join("");
  return { text, delimiter, width, records };
}
