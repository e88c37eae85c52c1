/** Files as accountants send them, from their bytes to the values: cell by cell what they hold, or told; never something else in silence. */
import { describe, expect, it } from "vitest";
import { type Field, fromAtom, sheetId, type Value } from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import {
  type CsvNote,
  type CsvProblem,
  contactsTable,
  type Decided,
  type ImportMode,
  type ImportPlan,
  type PlannedColumn,
  planImport,
  readCsv,
} from "../../../src/exchange/index.ts";
import { kindOf, localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { CODES, COLUMNS, type SentColumn } from "../../support/accountant/columns.ts";
import { currencyOf, REFUSED, type SentFile } from "../../support/accountant/file.ts";
import { SENT_FILES } from "../../support/accountant/index.ts";
import { tableOf } from "../../support/csv.ts";
import { encodeAs } from "../../support/encodings/encode.ts";

const SHEET = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));
const MODES: readonly ImportMode[] = ["intoSheet", "newWorkbook"];

const plainOf = (value: Value, field: Field): string => kindOf(field).plain(value, field);

/** By column of the file: the kind it gets, "text" for all that keep texts, and each cell as exports write it. */
type Came = Readonly<Record<string, readonly string[]>>;

/** Of a column that goes nowhere. */
const NOWHERE: readonly string[] = ["nowhere"];

function cameOf({ ignored, reading }: PlannedColumn, codes: Uint32Array): readonly string[] {
  if (ignored) return NOWHERE;
  const { field, atoms, problems } = reading;
  const keepsTexts = field.type.storage === "text" || field.type.storage === "choice";
  const cells = Array.from(codes, (code) => {
    const atom = code === 0 ? null : (atoms[code - 1] ?? null);
    return problems.has(code) ? REFUSED : plainOf(fromAtom(field.type, atom), field);
  });
  return [keepsTexts ? "text" : field.kind, ...cells];
}

interface Planned {
  readonly plan: ImportPlan;
  readonly came: Came;
}

function planned(bytes: Uint8Array, file: SentFile, mode: ImportMode, decided: Decided = {}): Planned {
  const { locale: language = "en-US" } = file;
  const table = contactsTable(tableOf(bytes, { language }));
  const plan = planImport(table, SHEET, mode, localeFormat(language, currencyOf(language)), decided);
  const came = plan.columns.map(
    (column, at) => [column.header, cameOf(column, table.columns[at]?.codes ?? new Uint32Array(0))] as const,
  );
  return { plan, came: Object.fromEntries(came) };
}

const tellsOf = (note: CsvNote): readonly string[] =>
  "name" in note && !("column" in note) ? [`${note.note}: ${note.name}`] : [];

const problemOf = (found: CsvProblem): string =>
  `${found.line} ${found.problem === "doubtful" ? `doubtful ${found.looksLike}` : found.problem}`;

/** What the person hears of the file before it is taken. */
function told(problems: readonly CsvProblem[], { dates, decimals, notes }: ImportPlan): readonly string[] {
  return [
    ...problems.map(problemOf),
    ...notes.flatMap(tellsOf),
    ...(dates === null ? [] : [`dates: ${dates.columns.join(", ")}`]),
    ...(decimals === null ? [] : [`decimals: ${decimals.columns.join(", ")}`]),
  ];
}

/** What must come of the file's columns: what is said of them, else the texts that stand there. */
function expected({ rows, means = {} }: SentFile, names: readonly string[]): Came {
  const texts = names.map((name, at) => [name, ["text", ...rows.map((cells) => cells[at] ?? "")]] as const);
  const all = Object.entries<readonly string[]>({ ...Object.fromEntries(texts), ...means });
  return Object.fromEntries(all.filter(([, cells]) => cells.length > 0));
}

const isFigure = (kind: string, cell: string): boolean =>
  (kind === "money" || kind === "number") && cell !== "" && cell !== REFUSED;

/** With numbers as numbers: how many decimals a field has is not for the file to say. */
const asValues = (came: Came): unknown =>
  Object.fromEntries(
    Object.entries(came).map(([name, [kind = "", ...cells]]) => [
      name,
      [kind, ...cells.map((cell) => (isFigure(kind, cell) ? Number(cell) : cell))],
    ]),
  );

it("there are at least sixty whole files", () => {
  expect(new Set(SENT_FILES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
});

describe("a file comes in cell by cell, or is asked about", () => {
  it.each(SENT_FILES.map((file) => [file.name, file] as const))("%s", (_, file) => {
    const { encoding = "utf-8", locale = "en-US" } = file;
    const bytes = encodeAs(encoding, file.text);
    const found = readCsv(bytes, { language: locale });
    if (found.type === "refused") throw new Error(found.why.reason);
    expect(found.header).toEqual(file.header);
    expect(found.rows).toEqual(file.rows);
    expect(found.encoding).toBe(encoding);
    expect(found.excluded.map(({ line, why }) => `${line} ${why}`).join(", ")).toBe(file.leftOut ?? "");
    for (const mode of MODES) {
      const asked = planned(bytes, file, mode);
      expect(told(found.problems, asked.plan), mode).toEqual(file.told ?? []);
      const { came } = file.answer === undefined ? asked : planned(bytes, file, mode, file.answer);
      expect(asValues(came), mode).toEqual(asValues(expected(file, found.names)));
    }
  });
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What each text became, as exports write it; "asked" where it does not read or there is a question about it. */
function became({ field, delimiter = ",", texts, locale }: SentColumn): readonly string[] {
  const lines = texts.map((text, index) => `00${index}${delimiter}${quoted(text)}`);
  const table = tableOf(`Code${delimiter}${field}\n${lines.join("\n")}\n`, { delimiter });
  const { columns, dates, decimals, notes } = planImport(
    table,
    SHEET,
    "intoSheet",
    localeFormat(locale, "USD"),
  );
  const [, column] = columns;
  if (column === undefined) throw new Error("no column");
  const { reading } = column;
  // That it stays text is told with the reason.
  const told = notes.some(({ note }) => note === "importedAsText");
  const { dictionary = [], codes = [] } = table.columns[1] ?? {};
  return Array.from(codes, (code) => {
    if (reading.problems.has(code) || dates !== null || decimals !== null || told) return "asked";
    const plain = plainOf(fromAtom(reading.field.type, reading.atoms[code - 1] ?? null), reading.field);
    return reading.field.type.storage === "text" ? `text ${dictionary[code - 1]}` : plain;
  });
}

describe("means what was meant", () => {
  it.each(COLUMNS.map((column) => [`${column.field}: ${column.name}`, column] as const))(
    "%s",
    (_, column) => {
      const same = (text: string): string =>
        column.field === "Revenue" && text !== "asked" ? String(Number(text)) : text;
      expect(became(column).map(same)).toEqual(column.values);
    },
  );

  it.each(CODES)("codes stay what they are: %s, %s, %s", (...texts) => {
    const table = tableOf(`Code,Ref\n${texts.map((text, index) => `c${index},${text}`).join("\n")}\n`);
    const { columns, notes } = planImport(table, SHEET, "intoSheet", localeFormat("en-US", "USD"));
    const reading = columns[1]?.reading;
    expect(reading?.field.type.storage).not.toBe("integer");
    expect(reading?.field.type.storage).not.toBe("day");
    expect(table.columns[1]?.dictionary).toEqual(texts);
    expect(notes.some(({ note }) => note === "damagedByExcel")).toBe(
      texts.some((text) => text.includes("E+")),
    );
  });
});
