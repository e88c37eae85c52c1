/** K1: what is written to the clipboard reads back as the same cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runNow } from "../../src/engine/steps.ts";
import { clipHtml } from "../../src/exchange/clipboard/cells.ts";
import { readTsvSteps, writeTsv } from "../../src/exchange/clipboard/tsv.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { fieldOf } from "../support/fields.ts";
import { check } from "../support/property.ts";

const read = (text: string) => runNow(readTsvSteps(text));
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "\r", " ", "张") }),
);

describe("cells as text", () => {
  it("K1 read back as they were written, whatever is in them", () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    check(
      fc.property(table, (rows) => {
        // One empty cell at the end is no row: it is what a line break leaves.
        fc.pre(!(rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ""));
        expect(read(writeTsv(rows))).toEqual(rows);
      }),
    );
  });

  it("takes the line break at the end for no row, and quotes that open nothing for themselves", () => {
    expect(read("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(read('5" pipe\t"6" pipe')).toEqual([['5" pipe', '"6" pipe']]);
    expect(read('"open\nnext')).toEqual([['"open'], ["next"]]);
    expect(read('"a\nb"\t""')).toEqual([["a\nb", ""]]);
    expect(read("")).toEqual([[""]]);
  });

  it("writes no HTML that a cell brought along", () => {
    const html = clipHtml([["<script>alert(1)</script>\nb"]], [fieldOf("text")], localeFormat("en", "EUR"));
    expect(html.replace(/<td[^>]*>/, "<td>")).toBe(
      '<meta charset="utf-8"><table><tr><td>&lt;script&gt;alert(1)&lt;/script&gt;<br>b</td></tr></table>',
    );
  });
});
