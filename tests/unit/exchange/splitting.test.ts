/** Files for receivers that take no more at once: where one ends and the next begins. */
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../src/core/template/random.ts";
import {
  bytesOf,
  encoderOf,
  findPreset,
  headOf,
  type Layout,
  type Moment,
  PLAIN_CSV,
  PRESETS,
  type TextForm,
  textFiles,
  textSource,
} from "../../../src/exchange/index.ts";
import { outFile } from "../../../src/exchange/out/job.ts";
import { joined } from "../../support/csv.ts";
import { bytesOfFile } from "../../support/exports.ts";
import { unpacked } from "../../support/zip.ts";

const MOMENT: Moment = [2026, 3, 4, 5, 6, 7, 89];

interface Split {
  readonly names: readonly string[];
  /** Of each file. */
  readonly sizes: readonly number[];
  readonly lines: readonly (readonly string[])[];
}

/** Throws where a file does not begin as the whole one would, or where what they hold together is not what that holds. */
function split(rows: readonly (readonly string[])[], layout: Layout, form: TextForm): Split {
  const source = textSource(layout.columns, rows);
  const decode = (bytes: Uint8Array): string =>
    new TextDecoder(form.encoding, { ignoreBOM: true }).decode(bytes);
  const textsOf = (limits: Layout | null) =>
    textFiles("a", "csv", source, form, limits, MOMENT).map((file) => {
      const bytes = joined(bytesOf(file));
      return { name: file.name, size: bytes.length, text: decode(bytes) };
    });
  const head = (form.bom ? "\ufeff" : "") + headOf(layout.columns, form, MOMENT);
  const [whole] = textsOf(null);
  const files = textsOf(layout);
  for (const { text, name } of files) expect(text.startsWith(head), name).toBe(true);
  const bodies = files.map(({ text }) => text.slice(head.length));
  expect(bodies.join("") === whole?.text.slice(head.length)).toBe(true);
  return {
    names: files.map(({ name }) => name),
    sizes: files.map(({ size }) => size),
    lines: bodies.map((body) => body.split(form.lineEnd).slice(0, -1)),
  };
}

const rowsFor = (layout: Layout, count: number, cell: (row: number, column: number) => string) =>
  Array.from({ length: count }, (_, row) => layout.columns.map((_, column) => cell(row, column)));

const layouts = PRESETS.filter((preset) => preset.kind === "layout");
const byRows = layouts.filter(({ layout }) => layout.mostRows !== undefined);
const byBytes = layouts.filter(({ layout }) => layout.mostBytes !== undefined);

describe("by rows", () => {
  it("some receivers ask for it", () => {
    expect(byRows.map(({ id }) => id)).toEqual(["xero", "quickbooks"]);
  });

  it.each(
    byRows.flatMap(({ id, layout, form }) =>
      [
        [0, [0]],
        [1, [1]],
        [999, [999]],
        [1000, [1000]],
        [1001, [1000, 1]],
        [2000, [1000, 1000]],
        [2500, [1000, 1000, 500]],
      ].map(([count, counts]) => [id, Number(count), counts, layout, form] as const),
    ),
  )("%s: %i rows", (_, count, counts, layout, form) => {
    const { names, lines } = split(
      rowsFor(layout, count, (row, column) => `${row} ${column}`),
      layout,
      form,
    );
    expect(lines.map(({ length }) => length)).toEqual(counts);
    expect(names).toEqual(lines.length === 1 ? ["a.csv"] : lines.map((_, index) => `a ${index + 1}.csv`));
  });
});

describe("by bytes", () => {
  it("Sage Accounting asks for it: half a megabyte", () => {
    expect(byBytes.map(({ id, layout }) => [id, layout.mostBytes])).toEqual([["sageAccounting", 500_000]]);
  });

  const HARMFUL = ["", "Müller", "株式会社", 'a "b", c', "two\nlines", "😀", "=1+1"];

  it.each([
    ["the receiver's", 500_000, 6_000],
    ["few", 2_000, 300],
  ])("no file is larger, and none could have had the next row: %s", (_, most, count) => {
    const [preset] = byBytes;
    if (preset === undefined) throw new Error("no preset");
    const { form } = preset;
    const layout = { ...preset.layout, mostBytes: most };
    const random = makeRandom(7);
    const rows = rowsFor(layout, count, (row) => `${row}${HARMFUL[random.below(HARMFUL.length)] ?? ""}`);
    const { encode } = encoderOf(form.encoding);
    const head = encode(headOf(layout.columns, form, MOMENT)).length;
    const alone = { ...layout, mostBytes: 1 };
    const lines = split(rows, alone, form).sizes.map((size) => size - head);
    const { sizes } = split(rows, layout, form);
    expect(sizes.length).toBeGreaterThan(3);
    let row = 0;
    for (const size of sizes) {
      expect(size).toBeLessThanOrEqual(most);
      let sum = head;
      while (sum < size) sum += lines[row++] ?? 0;
      expect(sum).toBe(size);
      if (row < rows.length) expect(size + (lines[row] ?? 0)).toBeGreaterThan(most);
    }
    expect(row).toBe(rows.length);
  });

  const layout: Layout = { columns: ["A"], rules: {}, mostBytes: 30 };
  // The head has 3 bytes, and each line two more than its text.
  it.each<[string, readonly string[], readonly number[]]>([
    ["one that is full to the last byte is one", ["x".repeat(10), "y".repeat(13)], [30]],
    ["a byte more begins another", ["x".repeat(10), "y".repeat(14)], [15, 19]],
    ["bytes count, not characters", ["x".repeat(10), "é".repeat(7)], [15, 19]],
    ["a row that is too large stands alone", ["x", "y".repeat(60), "z"], [6, 65, 6]],
    ["so does one at the beginning", ["y".repeat(60), "z"], [65, 6]],
    ["no rows are one file of names", [], [3]],
  ])("%s", (_, texts, sizes) => {
    const found = split(
      texts.map((text) => [text]),
      layout,
      PLAIN_CSV,
    );
    expect(found.sizes).toEqual(sizes);
  });

  it("where both are asked for, whichever comes first", () => {
    const both = { ...layout, mostRows: 2 };
    const long = "d".repeat(25);
    const texts = ["a", "b", "c", long, "e", "f", "g"];
    const found = split(
      texts.map((text) => [text]),
      both,
      PLAIN_CSV,
    );
    expect(found.lines).toEqual([["a", "b"], ["c"], [long], ["e", "f"], ["g"]]);
  });
});

it("packed, each has a name of its own, also where a sheet is called as a part of another", async () => {
  const preset = findPreset("xero");
  if (preset.kind !== "layout") throw new Error("no layout");
  const table = (name: string, count: number) => ({
    name,
    source: textSource(
      preset.layout.columns,
      rowsFor(preset.layout, count, (row) => `${name} ${row}`),
    ),
    fills: null,
    origins: [],
  });
  const tables = [table("A 1", 2), table("A", 1001), table("A?", 1), table("??", 1), table("//", 1)];
  const job = { preset, decimal: ".", tables, decision: undefined, moment: MOMENT };
  const { file, count } = outFile(job, "all", "");
  expect(count).toBe(6);
  const files = await unpacked(await bytesOfFile(file));
  expect(files.size).toBe(6);
  const rows = Array.from(files.values(), (text) => text.split("\r\n").length - 2);
  expect(rows).toEqual([2, 1000, 1, 1, 1, 1]);
  for (const name of files.keys()) expect(name).toMatch(/^[\w()]+[\w() ]*\.csv$/);
});
