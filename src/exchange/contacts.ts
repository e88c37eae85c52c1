/**
 * Google's and Outlook's lists of contacts: dozens of columns, most of them empty, and a name in parts. What is empty goes
 * nowhere unless the person says otherwise, the name comes whole as well, and each number has a column of its own.
 */
import { TextIndex } from "../engine/columns/textIndex.ts";
import type { TextColumn } from "./csv/columns.ts";
import { type CsvTable, textAt } from "./csv/table.ts";
import { isEmpty, type NameColumns, nameColumnsOf, RECOGNISED } from "./layouts.ts";
import { google } from "./presets/google.ts";
import { outlook } from "./presets/outlook.ts";
import { nameKey } from "./synonyms.ts";

/** What Google wrote until 2023. */
const LEGACY_GOOGLE = [
  ...["Name", "Given Name", "Additional Name", "Family Name", "Yomi Name", "Given Name Yomi"],
  ...["Additional Name Yomi", "Family Name Yomi", "Name Prefix", "Name Suffix", "Initials", "Nickname"],
  ...["Short Name", "Maiden Name", "Birthday", "Gender", "Location", "Billing Information"],
  ...["Directory Server", "Mileage", "Occupation", "Hobby", "Sensitivity", "Priority", "Subject", "Notes"],
  ...["Language", "Photo", "Group Membership"],
  ...["E-mail", "Phone", "Website", "Relation", "Event", "Custom Field"].flatMap((kind) => [
    `${kind} 1 - Type`,
    `${kind} 1 - Value`,
  ]),
  ...["Type", "Service", "Value"].map((part) => `IM 1 - ${part}`),
  ...["Type", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country"].map(
    (part) => `Address 1 - ${part}`,
  ),
  "Address 1 - Extended Address",
  ...["Type", "Name", "Yomi Name", "Title", "Department", "Symbol", "Location", "Job Description"].map(
    (part) => `Organization 1 - ${part}`,
  ),
];

const keysOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(nameKey));
const LAYOUTS = [keysOf(google.layout.columns), keysOf(outlook.layout.columns), keysOf(LEGACY_GOOGLE)];

/** What both must have, in one of the spellings. */
const PARTS = {
  given: ["First Name", "Given Name"],
  middle: ["Middle Name", "Additional Name"],
  family: ["Last Name", "Family Name"],
} as const;
const LABEL = / - (?:Label|Type)$/;

/** Groups that are numbered repeat: `E-mail 2 - Value` is known by `E-mail 1 - Value`. */
const known = (layout: ReadonlySet<string>, name: string): boolean =>
  layout.has(nameKey(name)) || layout.has(nameKey(name.replace(/ \d+ - /, " 1 - ")));

function partColumn(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((name) => names.includes(name));
}

export function isContacts(header: readonly string[]): boolean {
  if (partColumn(header, PARTS.given) < 0 || header.length < 10) return false;
  return LAYOUTS.some(
    (layout) => header.filter((name) => known(layout, name)).length >= header.length * RECOGNISED,
  );
}

/** Columns that go nowhere by themselves: without a cell, or with nothing but what kind another one is of. */
export function idleColumns({ header, columns }: CsvTable): ReadonlySet<number> {
  if (!isContacts(header)) return new Set();
  return new Set(
    header.flatMap((name, index) => (LABEL.test(name) || isEmpty(columns[index]) ? [index] : [])),
  );
}

const HAN = /\p{Script=Han}/u;

interface NamedColumn {
  readonly name: string;
  readonly column: TextColumn;
}

function columnOf(rowCount: number, text: (row: number) => string): TextColumn {
  const dictionary: string[] = [];
  const index = new TextIndex(dictionary);
  const codes = Uint32Array.from({ length: rowCount }, (_, row) => {
    const own = text(row);
    return own === "" ? 0 : index.codeOf(own);
  });
  return { dictionary, codes };
}

const textIn = (column: TextColumn | undefined, row: number): string =>
  column === undefined ? "" : textAt(column, row);

const withColumns = (table: CsvTable, columns: readonly NamedColumn[]): CsvTable => ({
  ...table,
  header: columns.map(({ name }) => name),
  columns: columns.map(({ column }) => column),
});

const namedColumns = ({ header, columns }: CsvTable): readonly NamedColumn[] =>
  columns.map((column, index) => ({ name: header[index] ?? "", column }));

/** With other texts where the column of that name is empty; a new one, in front, where there is none. */
function filledUp(table: CsvTable, name: string, spare: (row: number) => string): CsvTable {
  const own = table.columns[table.header.indexOf(name)];
  const column = columnOf(table.rowCount, (row) => textIn(own, row) || spare(row));
  const columns = namedColumns(table);
  if (own === undefined) return withColumns(table, [{ name, column }, ...columns]);
  return withColumns(
    table,
    columns.map((each) => (each.name === name ? { name, column } : each)),
  );
}

function joinedName({ given, middle, family }: NameColumns, row: number): string {
  const [a, between, b] = [textIn(given, row), textIn(middle, row), textIn(family, row)];
  if (HAN.test(a + b)) return b + between + a;
  return [a, between, b].filter((part) => part !== "").join(" ");
}

/**
 * With each name whole, where a row has it in parts, or has one of which it is not said whose it is. Beside the name of
 * a person that one is a company's.
 */
function withWholeNames(table: CsvTable, names: NameColumns): CsvTable {
  const { either, whole, company } = names;
  const persons = table.columns[table.header.indexOf(whole)];
  const found = filledUp(table, whole, (row) => joinedName(names, row) || textIn(either, row));
  if (either === undefined || persons === undefined || company === undefined) return found;
  return table.header.includes(company)
    ? filledUp(found, company, (row) => (textIn(persons, row) === "" ? "" : textIn(either, row)))
    : found;
}

/** Null: they come whole already. */
function nameParts({ header, columns }: CsvTable): NameColumns | null {
  const [given, middle, family] = [PARTS.given, PARTS.middle, PARTS.family].map(
    (names) => columns[partColumn(header, names)],
  );
  if (given === undefined || family === undefined || header.includes("Name")) return null;
  return { given, middle, family, whole: "Name" };
}

/** What Outlook writes for no day. */
const NO_DAY = "0/0/00";

/** Outlook's `Title` is how someone is addressed; what we call so is `Job Title` there. No day is no text. */
function withoutOutlooksOwn(table: CsvTable): CsvTable {
  const { header, rowCount } = table;
  if (!header.includes("Job Title")) return table;
  return withColumns(
    table,
    namedColumns(table).map(({ name, column }) => {
      if (name === "Title" && !header.includes("Name Prefix")) return { name: "Name Prefix", column };
      if (!column.dictionary.includes(NO_DAY)) return { name, column };
      const dayOf = (row: number): string => {
        const text = textAt(column, row);
        return text === NO_DAY ? "" : text;
      };
      return { name, column: columnOf(rowCount, dayOf) };
    }),
  );
}

/** How Google puts several values of one label into a cell. */
const JOINED = " ::: ";
const MOBILE = /mobile|cell|手机|手機|移动|移動|行動/i;
/** Google stars what is used first. */
const STARRED = /^\* ?/;

interface Entry {
  readonly label: string;
  readonly value: string;
}

/** Which comes first; what is 2 is none for the first place. */
const RANKS: Readonly<Record<"Phone" | "E-mail", (label: string) => 0 | 1 | 2>> = {
  Phone: (label) => (MOBILE.test(label) ? 0 : label.replace(STARRED, "") === "" ? 1 : 2),
  "E-mail": (label) => (STARRED.test(label) ? 0 : 1),
};

/**
 * Each number or address of a row in a column of its own, with its label, the best of them first. The first column of
 * telephones is for mobile ones and those that do not say what they are.
 */
function spread(table: CsvTable, kind: keyof typeof RANKS): CsvTable {
  const { header, rowCount } = table;
  const word = header.includes(`${kind} 1 - Type`) ? "Type" : "Label";
  const columns = namedColumns(table);
  const named = new Map(columns.map(({ name, column }) => [name, column]));
  const places = header.filter((name) => name.startsWith(`${kind} `) && name.endsWith(" - Value"));
  if (places.length === 0) return table;
  const rank = RANKS[kind];
  const entries = Array.from({ length: rowCount }, (_, row): readonly Entry[] => {
    const found = places.flatMap((place) => {
      const column = named.get(place);
      const labels = named.get(place.replace(/Value$/, word));
      const label = labels === undefined ? "" : textAt(labels, row);
      const values = column === undefined ? [] : textAt(column, row).split(JOINED);
      return values.flatMap((value) => (value.trim() === "" ? [] : [{ label, value: value.trim() }]));
    });
    const best = Math.min(...found.map(({ label }) => rank(label)));
    const first = best < 2 ? found.find(({ label }) => rank(label) === best) : { label: "", value: "" };
    return first === undefined ? [] : [first, ...found.filter((each) => each !== first)];
  });
  const width = entries.reduce((most, { length }) => Math.max(most, length), places.length);
  const own = Array.from({ length: width }, (_, index) => {
    const part = (of: keyof Entry) => columnOf(rowCount, (row) => entries[row]?.[index]?.[of] ?? "");
    return [
      { name: `${kind} ${index + 1} - ${word}`, column: part("label") },
      { name: `${kind} ${index + 1} - Value`, column: part("value") },
    ];
  }).flat();
  const taken = places.flatMap((place) => [place, place.replace(/Value$/, word)]);
  const names = new Set([...taken, ...own.map(({ name }) => name)]);
  const begin = header.findIndex((name) => names.has(name));
  const after = columns.slice(begin).filter(({ name }) => !names.has(name));
  return withColumns(table, [...columns.slice(0, begin), ...own, ...after]);
}

/** Lists of contacts, and of customers whose names come in parts, as a list of customers is read; any other table as it is. */
export function contactsTable(table: CsvTable): CsvTable {
  const isList = isContacts(table.header);
  const found = isList ? withoutOutlooksOwn(spread(spread(table, "Phone"), "E-mail")) : table;
  const names = isList ? nameParts(found) : nameColumnsOf(found);
  return names === null ? found : withWholeNames(found, names);
}
