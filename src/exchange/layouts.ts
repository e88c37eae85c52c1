/**
 * Files of accounting programs, known by the names of their columns: each column then means what our export puts there, and
 * those without a cell go nowhere unless the person says otherwise. Lists of contacts are known by `contacts.ts`.
 */
import type { Field } from "../core/model/index.ts";
import type { TextColumn } from "./csv/columns.ts";
import type { CsvTable } from "./csv/table.ts";
import { type Meaning, meaningOfName } from "./meanings.ts";
import { chinaTax } from "./presets/chinaTax.ts";
import { datev } from "./presets/datev.ts";
import { myob } from "./presets/myob.ts";
import type { ColumnRule, Layout } from "./presets/preset.ts";
import { quickbooks } from "./presets/quickbooks.ts";
import { sage50 } from "./presets/sage50.ts";
import { sageAccounting } from "./presets/sageAccounting.ts";
import { wave } from "./presets/wave.ts";
import { xero } from "./presets/xero.ts";
import { nameKey } from "./synonyms.ts";
import { LAYOUT_IDS, type LayoutId } from "./terms.ts";

/** FreeAgent is none of them: its columns are called as those of any list. */
const PRESETS: Readonly<Record<LayoutId, { readonly layout: Layout }>> = {
  xero,
  quickbooks,
  sage50,
  sageAccounting,
  wave,
  myob,
  datev,
  chinaTax,
};

/** Of the columns of a file that is known by them, so many have names of the layout. */
export const RECOGNISED = 0.8;
const LEAST_COLUMNS = 5;
/** Names that no list has unless it is of that program: what each sheet may have tells nothing. */
const LEAST_OWN = 2;

/** As the program writes it: others write the same words in their own way. Some put a star before names that must be there. */
const exact = (name: string): string => name.normalize("NFKC").trim().replace(/^\*/, "");

interface Known {
  readonly id: LayoutId;
  readonly names: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly rules: ReadonlyMap<string, ColumnRule>;
}

function knownOf(id: LayoutId): Known {
  const { layout } = PRESETS[id];
  const rules = Object.entries(layout.rules).map(([name, rule]) => [exact(name), rule] as const);
  const required = rules.flatMap(([name, rule]) => (rule.required === true ? [name] : []));
  return { id, names: new Set(layout.columns.map(exact)), required, rules: new Map(rules) };
}

const LAYOUTS: readonly Known[] = LAYOUT_IDS.map(knownOf);

const isOrdinary = (name: string): boolean => meaningOfName(name) !== undefined;

export interface FoundLayout {
  readonly id: LayoutId;
  /** By column of the file; null: it is none of the layout. */
  readonly columns: readonly (LayoutColumn | null)[];
}

export interface LayoutColumn {
  /** The likeliest first; none: nothing that a customer has. */
  readonly meanings: readonly Meaning[];
}

const NOTHING: LayoutColumn = { meanings: [] };

/** A column that takes the company or else the name holds names where the file has no other column of those. */
function columnOf(rule: ColumnRule | undefined, hasNames: boolean): LayoutColumn {
  const [first, ...others] = rule?.from ?? [];
  if (first === undefined) return NOTHING;
  if (rule?.part !== undefined) return { meanings: [first] };
  return { meanings: !hasNames && rule?.or?.includes("name") === true ? ["name"] : [first, ...others] };
}

function knownBy(names: readonly string[]): Known | undefined {
  const named = new Set(names.filter((name) => name !== ""));
  const fits = ({ names: known, required }: Known): boolean => {
    const hits = [...named].filter((name) => known.has(name));
    return (
      hits.length >= Math.max(LEAST_COLUMNS, named.size * RECOGNISED) &&
      hits.filter((name) => !isOrdinary(name)).length >= LEAST_OWN &&
      required.every((name) => named.has(name))
    );
  };
  return LAYOUTS.find(fits);
}

/** `hasCells`: by column of the file. */
export function findLayout(
  header: readonly string[],
  hasCells: (index: number) => boolean = () => true,
): FoundLayout | null {
  const names = header.map(exact);
  const found = knownBy(names);
  if (found === undefined) return null;
  const hasNames = names.some((name, index) => {
    const rule = found.rules.get(name);
    return rule?.from?.[0] === "name" && rule.part === undefined && hasCells(index);
  });
  const columns = names.map((name) =>
    found.names.has(name) ? columnOf(found.rules.get(name), hasNames) : null,
  );
  return { id: found.id, columns };
}

/** Without a cell. */
export const isEmpty = (column: TextColumn | undefined): boolean =>
  column === undefined || column.codes.every((code) => code === 0);

/** Columns of names in parts, and of those that nobody calls a person's or a company's. */
export interface NameColumns {
  readonly given?: TextColumn | undefined;
  readonly middle?: TextColumn | undefined;
  readonly family?: TextColumn | undefined;
  readonly either?: TextColumn | undefined;
  /** What the columns for whole names and for companies are called. */
  readonly whole: string;
  readonly company?: string | undefined;
}

/** Null: the file has no such names, or its layout no column for whole ones. */
export function nameColumnsOf({ header, columns }: CsvTable): NameColumns | null {
  const names = header.map(exact);
  const rules = [...(knownBy(names)?.rules ?? [])];
  const named = (is: (rule: ColumnRule) => boolean): string | undefined =>
    rules.find(([, rule]) => is(rule))?.[0];
  const column = (is: (rule: ColumnRule) => boolean): TextColumn | undefined => {
    const name = named(is);
    return name === undefined ? undefined : columns[names.indexOf(name)];
  };
  const [given, family] = (["given", "family"] as const).map((part) => column((rule) => rule.part === part));
  const either = column((rule) => rule.nameOfEither === true);
  const whole = named(({ from, part }) => from?.[0] === "name" && part === undefined);
  const parts = given === undefined || family === undefined ? {} : { given, family };
  if (whole === undefined || [parts.given, parts.family, either].every(isEmpty)) return null;
  const own = (name: string): string => header[names.indexOf(name)] ?? name;
  const company = named(({ from }) => from?.[0] === "company");
  return { ...parts, either, whole: own(whole), company: company && own(company) };
}

type Fits = (field: Field) => boolean;

/** Which fields a column of the layout may go into, in rounds: what a field's role says, its name, what its name means. */
export function layoutRounds(name: string, { meanings }: LayoutColumn): readonly Fits[] {
  const [first, ...others] = meanings;
  const isFree = ({ role }: Field): boolean => role === undefined;
  return [
    (field) => first !== undefined && field.role === first,
    (field) => isFree(field) && nameKey(field.name) === nameKey(name) && nameKey(name) !== "",
    (field) => isFree(field) && first !== undefined && meaningOfName(field.name) === first,
    (field) => others.some((meaning) => field.role === meaning),
  ];
}

/** The layout of a table that was read. */
export const layoutOf = ({ header, columns }: CsvTable): FoundLayout | null =>
  findLayout(header, (index) => !isEmpty(columns[index]));

/** Columns of the layout without a cell. */
export function emptyColumns({ columns }: CsvTable, found: FoundLayout): ReadonlySet<number> {
  return new Set(
    found.columns.flatMap((column, index) => (column !== null && isEmpty(columns[index]) ? [index] : [])),
  );
}
