/** R4: rows that are coded where they lie in their text are what the tokenizer would cut out, in its order, as far as they go. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineEnd } from "../../src/exchange/csv/lines.ts";
import { tokenize } from "../../src/exchange/csv/papa.ts";
import { UsualRows } from "../../src/exchange/csv/usual.ts";
import { readTable, readTableSteps, rowAt } from "../../src/exchange/index.ts";
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

describe("a file whose lines end with a return alone", () => {
  const rows = (count: number, of: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => of(index)).join("\r");

  it("R1 is read window by window, also where a cell holds a line feed", () => {
    const text = `a,b,c\r${rows(3000, (at) => `${at},x,y`)}\r3000,"x\ny",z\r${rows(60_000, (at) => `${at},plain,row`)}\r`;
    let steps = 0;
    for (const _ of readTableSteps(bytesOf(text), {})) steps += 1;
    expect(steps).toBeGreaterThan(10);
    const table = readTable(bytesOf(text));
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.rowCount).toBe(63_001);
    expect(table.lineEnd).toBe("\r");
    expect(rowAt(table, 3000)).toEqual(["3000", "x\ny", "z"]);
  });

  it("R4 keeps its line end where a name holds a line feed", () => {
    const table = readTable(bytesOf(`"Name\nof client",b\r${rows(20_000, (at) => `name ${at},x`)}\r`), {
      header: true,
    });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.lineEnd).toBe("\r");
    expect(table.rowCount).toBe(20_000);
  });

  it("R3 tells each line with a stray quote by its own number", () => {
    const table = readTable(bytesOf(`a,b\r${rows(50, (at) => `v${at},5" pipe`)}\r`), { header: true });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.faults.get("strayQuotes")).toEqual(Uint32Array.from({ length: 50 }, (_, at) => at + 2));
  });

  it("R3 has no blank lines where later ones end with a return and a line feed", () => {
    const later = Array.from({ length: 20_000 }, (_, at) => `${at},later\r\n`).join("");
    const table = readTable(bytesOf(`a,b\r${rows(20_000, (at) => `${at},first`)}\r${later}`), {
      header: true,
    });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.rowCount).toBe(40_000);
    expect(Array.from(table.blank)).toEqual([]);
    expect(table.lines[30_001]).toBe(30_003);
  });
});
