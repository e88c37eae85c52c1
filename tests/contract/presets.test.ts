/**
 * Every named preset against the receivers' layouts as they were found in public (`support/exchange-layouts.json`): the
 * bytes of the head, and what each receiver asks of the cells.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  bytesOf,
  encoderOf,
  headOf,
  type Moment,
  PRESETS,
  textColumn,
  textFiles,
} from "../../src/exchange/index.ts";
import { joined } from "../support/csv.ts";

interface Known {
  readonly columns: readonly string[];
  readonly required?: readonly string[];
  readonly max_rows?: number;
}

const LAYOUTS: Readonly<Record<string, Known>> = JSON.parse(
  readFileSync(new URL("../support/exchange-layouts.json", import.meta.url), "utf8"),
);

interface Expected {
  readonly layout: string;
  /** A numbered group that is there twice. */
  readonly repeats?: readonly string[];
  /** Head of a file made on the 4th of March 2026 at 05:06:07.089, as text. */
  readonly head: (columns: readonly string[]) => string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly row: string;
  readonly mostRows?: number;
  readonly required?: readonly string[];
}

const MOMENT: Moment = [2026, 3, 4, 5, 6, 7, 89];

/** As RFC 4180 has it: in quotes where the delimiter, a quote or a line end is in it, or another delimiter we know. */
const csv = (cells: readonly string[], delimiter = ","): string =>
  cells.map((cell) => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);

const CELL = 'Müller; "Söhne"';
const PLAIN = {
  encoding: "utf-8",
  bom: false,
  head: (c: readonly string[]) => `${csv(c)}\r\n`,
  row: '"Müller; ""Söhne"""',
};

/** The second group stands right behind the first. */
function withRepeats(known: Known | undefined, repeats: readonly string[]): Known | undefined {
  if (known === undefined || repeats.length === 0) return known;
  const end = Math.max(...repeats.map((name) => known.columns.indexOf(name))) + 1;
  const second = repeats.map((name) => name.replace(" 1 ", " 2 "));
  return { ...known, columns: [...known.columns.slice(0, end), ...second, ...known.columns.slice(end)] };
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  xero: { ...PLAIN, layout: "xero_contacts", mostRows: 1000 },
  quickbooks: { ...PLAIN, layout: "qbo_customers", required: ["Name"], mostRows: 1000 },
  sage50: { ...PLAIN, layout: "sage50_customers", encoding: "windows-1252" },
  sageAccounting: { ...PLAIN, layout: "sage_accounting_contacts" },
  freeAgent: { ...PLAIN, layout: "freeagent_contacts", required: [] },
  wave: { ...PLAIN, layout: "wave_customers", required: ["customer_name"] },
  myob: {
    ...PLAIN,
    layout: "myob_cards_core",
    head: (c) => `{}\r\n${csv(c, "\t")}\r\n`,
    required: ["Co./Last Name"],
  },
  datev: {
    layout: "datev_debitoren_kreditoren",
    encoding: "windows-1252",
    bom: false,
    head: (c) =>
      `"EXTF";700;16;"Debitoren/Kreditoren";5;20260304050607089;;"RE";"";"";;;20260101;4${";".repeat(17)}\r\n${c.join(";")}\r\n`,
    row: '"Müller; ""Söhne"""',
  },
  google: {
    ...PLAIN,
    layout: "google_contacts",
    required: [],
    repeats: ["Phone 1 - Label", "Phone 1 - Value"],
  },
  outlook: { ...PLAIN, layout: "outlook_contacts", bom: true, required: [] },
  chinaTax: {
    layout: "cn_tax_control_customer_txt",
    encoding: "gbk",
    bom: false,
    head: (c) => `{客户编码}[分隔符]"~~"\r\n// 每行格式 :\r\n// ${c.join("~~")}\r\n`,
    row: 'Muller; "Sohne"',
    required: ["编码", "名称"],
  },
};

const named = PRESETS.filter((preset) => preset.kind === "layout");

describe("presets", () => {
  it("have a layout to be compared with, each", () => {
    expect(named.map(({ id }) => id).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("have each column once, and rules for no other", () => {
    for (const { layout } of named) {
      expect(new Set(layout.columns).size).toBe(layout.columns.length);
      expect(Object.keys(layout.rules).filter((name) => !layout.columns.includes(name))).toEqual([]);
    }
  });

  describe.each(named.map((preset) => [preset.id, preset] as const))(
    "%s",
    (id, { layout, form, extension }) => {
      const expected = EXPECTED[id];
      if (expected === undefined) return;
      const known = withRepeats(LAYOUTS[expected.layout], expected.repeats ?? []);

      it("has the receiver's columns in their order", () => {
        expect(layout.columns).toEqual(known?.columns);
      });

      it("begins byte for byte as the receiver wants it, and ends every line as it does", () => {
        const cell = id === "chinaTax" ? 'Muller; "Sohne"' : CELL;
        const columns = layout.columns.map((name) =>
          textColumn(name, [name === layout.columns[1] ? cell : ""]),
        );
        const [file, ...more] = textFiles("a", extension, { rowCount: 1, columns }, form, layout, MOMENT);
        if (file === undefined) throw new Error("no file");
        expect(more).toEqual([]);
        const bytes = joined(bytesOf(file));
        const empty = form.delimiter.repeat(layout.columns.length - 2);
        const text = `${expected.head(known?.columns ?? [])}${form.delimiter}${expected.row}${empty}\r\n`;
        const whole = expected.bom ? `\ufeff${text}` : text;
        expect(form.encoding).toBe(expected.encoding);
        const wanted =
          form.encoding === "utf-8"
            ? new TextEncoder().encode(whole)
            : encoderOf(form.encoding).encode(whole);
        expect(Buffer.from(bytes).equals(Buffer.from(wanted)), Buffer.from(bytes).toString()).toBe(true);
        expect(headOf(layout.columns, form, MOMENT)).toBe(expected.head(known?.columns ?? []));
      });

      it("asks for what the receiver asks for", () => {
        const required = layout.columns.filter((name) => layout.rules[name]?.required === true);
        expect(required).toEqual(expected.required ?? known?.required);
        expect(layout.mostRows).toBe(expected.mostRows ?? known?.max_rows);
      });
    },
  );
});
