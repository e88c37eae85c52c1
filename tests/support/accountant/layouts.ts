/** Each named layout, as its program writes it, with three customers in it. */
import { readFileSync } from "node:fs";
import type { Encoding } from "../../../src/exchange/index.ts";
import { csv, lines, type SentFile } from "./file.ts";

const LAYOUTS: Readonly<Record<string, { readonly columns?: readonly string[] }>> = JSON.parse(
  readFileSync(new URL("../exchange-layouts.json", import.meta.url), "utf8"),
);

interface Form {
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  readonly locale?: string;
  /** Lines above the names. */
  readonly lead?: string;
  readonly leftOut?: string;
  readonly means?: SentFile["means"];
}

const TEXTS = ["Müller & Söhne", 'The "Corner"', "Kent, York, Hull"];
/** Of two parts that are alike. */
const WHOLE_NAMES = { Name: ["text", ...TEXTS.map((text) => `${text} ${text}`)] };
/** The same with a middle one. */
const LONG_NAMES = { Name: ["text", ...TEXTS.map((text) => `${text} ${text} ${text}`)] };

/** Where a layout is not written with commas in UTF-8. */
const FORMS: Readonly<Record<string, Form>> = {
  myob_cards_core: {
    delimiter: "\t",
    lead: lines("{}"),
    leftOut: "1 directive",
    encoding: "windows-1252",
    locale: "en-AU",
  },
  datev_debitoren_kreditoren: {
    delimiter: ";",
    lead: lines('"EXTF";700;16;"Debitoren/Kreditoren";5;20250101000000000;;"RE";"";"";1001;1;20250101;4'),
    leftOut: "1 directive",
    encoding: "windows-1252",
    locale: "de-DE",
  },
  freeagent_contacts: { means: WHOLE_NAMES },
  google_contacts: { means: LONG_NAMES },
  // What Outlook calls a title is how someone is addressed.
  outlook_contacts: {
    encoding: "windows-1252",
    means: { ...LONG_NAMES, "Name Prefix": ["text", ...TEXTS], Title: [] },
  },
};

interface Sample {
  /** What such a column is called. */
  readonly named: RegExp;
  /** One for each of the three customers. */
  readonly cells: readonly string[];
  readonly means?: readonly string[];
}

/** The first that fits. */
const SAMPLES: readonly Sample[] = [
  { named: /mail(?!.*(?:type|label|name|bemerkung))/i, cells: ["ann@a.example", "", "cid@c.example"] },
  {
    named: /(?:phone|fax|mobile|^telefon)(?! type)(?!.* label)/i,
    cells: ["+49 30 1234567", "020 7946 0001", ""],
  },
  {
    named: /(?:^|\W)\*?(?:invoice|due|service)?\s?date$|birthday|anniversary/i,
    cells: ["2025-01-31", "2024-02-29", ""],
    means: ["date", "2025-01-31", "2024-02-29", ""],
  },
  { named: /^Phone 1 - Label$/, cells: ["Mobile", "Mobile", ""] },
  // There is a field for it.
  {
    named: /^\*Amount$/,
    cells: ["1,234.50", "-99.00", "0.50"],
    means: ["money", "1234.50", "-99.00", "0.50"],
  },
  {
    named: /amount$|limit|balance|quantity|rate$|^discount$|T\.D\.$/i,
    cells: ["1,234.50", "-99.00", "0.50"],
    means: ["number", "1234.5", "-99", "0.5"],
  },
  { named: /code|number|account|konto|nr\.|postal|zip|id$/i, cells: ["000123", "45", "0098765432109"] },
];

/** In lists of contacts what says of which kind a value is goes nowhere. */
const NOWHERE: readonly string[] = ["nowhere"];

const sampleOf = (name: string): Sample | undefined => SAMPLES.find(({ named }) => named.test(name));

function layoutFile(name: string, header: readonly string[]): SentFile {
  const {
    delimiter = ",",
    encoding = "utf-8",
    lead = "",
    leftOut = "",
    locale = "en-US",
    means = {},
  } = FORMS[name] ?? {};
  const rows = [0, 1, 2].map((at) => header.map((column) => (sampleOf(column)?.cells ?? TEXTS)[at] ?? ""));
  const said = Object.fromEntries(
    header.flatMap((column) => {
      const known = / - Label$/.test(column) ? NOWHERE : sampleOf(column)?.means;
      return known === undefined ? [] : [[column, known] as const];
    }),
  );
  const text = lead + csv([header, ...rows], delimiter);
  return {
    name: `layout: ${name}`,
    text,
    encoding,
    locale,
    header,
    rows,
    leftOut,
    means: { ...said, ...means },
  };
}

const TAX_CONTROL = "cn_tax_control_customer_txt";

/** A group of customers is no row. */
function taxControl(header: readonly string[]): SentFile {
  const rows = [
    [
      "HD01",
      "华东贸易有限公司",
      "hd",
      "91310000MA1K35XX0X",
      "上海市 021-55550001",
      "工行 0200001234567890123",
      "",
      "",
      "0",
    ],
    ["HD02", "北京茶叶店", "bj", "", "北京市 010-55550002", "", "tea@b.example", "老客户", "0"],
  ];
  const first = lines('{客户编码}[分隔符]"~~"', "// 每行格式 :", `// ${header.join("~~")}`, "HD~~华东~~HD");
  return {
    name: `layout: ${TAX_CONTROL}`,
    text: first + lines(...rows.map((cells) => cells.join("~~"))),
    encoding: "gb18030",
    locale: "zh-CN",
    header,
    rows,
    leftOut: "1 directive, 2 directive, 3 directive, 4 section",
    means: { 身份证校验: ["number", "0", "0"] },
  };
}

export const LAYOUT_FILES: readonly SentFile[] = Object.entries(LAYOUTS).flatMap(([name, { columns }]) => {
  if (columns === undefined) return [];
  return [name === TAX_CONTROL ? taxControl(columns) : layoutFile(name, columns)];
});
