/** R4: rows that are coded where they lie in their text are what the tokenizer would cut out, in its order, as far as they go. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineEnd } from "../../src/exchange/csv/lines.ts";
import { tokenize } from "../../src/exchange/csv/papa.ts";
import { UsualRows } from "../../src/exchange/csv/usual.ts";
import { readTable, rowAt } from "../../src/exchange/index.ts";
import { bytesOf } from "../support/csv.ts";
import { check } from "../support/property.ts";

const WIDTH = 3;
const SIGNS = { delimiter: ",", quote: '"' } as const;

const plain = fc.stringMatching(/^[ab李𠮷\u{1f600} '=.-]{0,20}$/u);
const quoted = fc.stringMatching(/^[ab李,"\r\n ]{0,20}$/u).map((text) => `"${text.replaceAll('"', '""')}"`);
/** Now and then one with quotes as they should not be. */
const cell = fc.oneof(
  { weight: 30, arbitrary: plain },
  { weight: 10, arbitrary: quoted },
  { weight: 1, arbitrary: fc.constantFrom('a"b', '"a"b', ' "a"', '"a" ', '"') },
);
const row = fc.oneof(
  { weight: 20, arbitrary: fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }) },
  { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 5 }) },
);
const file = fc.record({
  rows: fc.array(row, { maxLength: 30 }),
  lineEnd: fc.constantFrom<LineEnd>("\n", "\r\n", "\r"),
  closed: fc.boolean(),
});

const textOf = (rows: readonly (readonly string[])[], lineEnd: LineEnd, closed: boolean): string =>
  rows.map((cells) => cells.join(",")).join(lineEnd) + (closed ? lineEnd : "");

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function cellsOf(usual: UsualRows): readonly (readonly string[])[] {
  const text = (at: number): string =>
    usual.undoubled(at) ?? usual.cut(usual.from[at] ?? 0, usual.to[at] ?? 0);
  return Array.from({ length: usual.rowCount }, (_, at) =>
    Array.from({ length: WIDTH }, (__, column) => text(at * WIDTH + column)),
  );
}

describe("rows found in their text", () => {
  it("R4 are those that the tokenizer cuts out, up to the first that is unusual", () => {
    const usual = new UsualRows(SIGNS, WIDTH);
    let found = 0;
    check(
      fc.property(file, ({ rows, lineEnd, closed }) => {
        const text = textOf(rows, lineEnd, closed);
        usual.find(unitsOf(text), lineEnd);
        const cut = tokenize(text.slice(0, usual.end), SIGNS, lineEnd, false);
        expect(cellsOf(usual)).toEqual(cut.rows);
        expect(cut.badRow).toBe(-1);
        found += usual.rowCount;
        if (!usual.stopped) return;
        const [next = []] = tokenize(text.slice(usual.end), SIGNS, lineEnd, true, 1).rows;
        const strange = rows.flat().some((each) => /^(?:a"b|"a"b| "a"|"a" |")$/.test(each));
        expect(strange || next.length !== WIDTH).toBe(true);
      }),
    );
    expect(found).toBeGreaterThan(500);
  });

  it("R4 have the texts and the lines that they have in the file, whatever rows stand between them", () => {
    const line = (index: number): string => {
      if (index % 97 === 0) return `${index},short`;
      if (index % 89 === 0) return `${index},"said ""so""\r\ntwice",x`;
      return index % 83 === 0 ? `${index},stray " quote,x` : `${index},name ${index % 700},x`;
    };
    const rows = Array.from({ length: 20_000 }, (_, index) => line(index + 1));
    const table = readTable(bytesOf(`Code,Name,Mark\r\n${rows.join("\r\n")}\r\n`), { header: true });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.rowCount).toBe(rows.length);
    let at = 2;
    for (const [index, text] of rows.entries()) {
      expect(table.lines[index]).toBe(at);
      at += text.split("\n").length;
      const [code, name] = rowAt(table, index);
      expect(code).toBe(`${index + 1}`);
      expect(text).toContain(name?.split('"')[0]);
    }
  });
});
