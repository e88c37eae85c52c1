/**
 * Google's and Outlook's lists of contacts: dozens of columns, most of them empty, and a name in parts. What is empty goes
 * nowhere unless the person says otherwise, and the name comes whole as well.
 */
import { TextIndex } from "../engine/columns/textIndex.ts";
import { type CsvTable, textAt } from "./csv/table.ts";
import { google } from "./presets/google.ts";
import { outlook } from "./presets/outlook.ts";
import { nameKey } from "./synonyms.ts";

/** What Google wrote until 2023. */
const LEGACY_GOOGLE = [
  "Name",
  "Given Name",
  "Additional Name",
  "Family Name",
  "Name Prefix",
  "Name Suffix",
  "Nickname",
  "Birthday",
  "Notes",
  "Language",
  "Photo",
  "Group Membership",
  "E-mail 1 - Type",
  "E-mail 1 - Value",
  "Phone 1 - Type",
  "Phone 1 - Value",
  "Organization 1 - Name",
  "Organization 1 - Title",
];

const keysOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(nameKey));
const LAYOUTS = [keysOf(google.layout.columns), keysOf(outlook.layout.columns), keysOf(LEGACY_GOOGLE)];

/** What both must have, in one of the spellings. */
const PARTS = { given: ["First Name", "Given Name"], family: ["Last Name", "Family Name"] } as const;
const RECOGNISED = 0.8;
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
    header.flatMap((name, index) =>
      LABEL.test(name) || (columns[index]?.codes.every((code) => code === 0) ?? true) ? [index] : [],
    ),
  );
}

const HAN = /\p{Script=Han}/u;

/** The table with a column `Name` in front, where the list has names in parts alone. */
export function withWholeNames(table: CsvTable): CsvTable {
  const { header, columns, rowCount } = table;
  const [given, family] = [partColumn(header, PARTS.given), partColumn(header, PARTS.family)];
  const [first, last] = [columns[given], columns[family]];
  if (!isContacts(header) || header.includes("Name") || first === undefined || last === undefined)
    return table;
  const dictionary: string[] = [];
  const index = new TextIndex(dictionary);
  const codes = Uint32Array.from({ length: rowCount }, (_, row) => {
    const [a, b] = [textAt(first, row), textAt(last, row)];
    const name = HAN.test(a + b) ? b + a : [a, b].filter((part) => part !== "").join(" ");
    return name === "" ? 0 : index.codeOf(name);
  });
  return { ...table, header: ["Name", ...header], columns: [{ dictionary, codes }, ...columns] };
}
