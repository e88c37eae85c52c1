/** How one column of texts becomes the values of one field: each distinct text read once. */
import { type Atom, type Field, isNumeric, MAX_INTEGER, toAtom } from "../core/model/index.ts";
import type { LocaleFormat, ParseProblem } from "../fields/index.ts";
import { kindOf, kinds } from "../fields/index.ts";
import type { CodedTexts } from "./columns.ts";

export interface ColumnReading {
  /** The field, with choices or decimals that the column brought. */
  readonly field: Field;
  /** By text; undefined where a problem stands. */
  readonly atoms: readonly (Atom | undefined)[];
  /** By index of the text. */
  readonly problems: ReadonlyMap<number, ParseProblem>;
}

/** A scaled integer at another scale; null where digits would be lost or the size is too much. */
function rescale(value: number, from: number, to: number): number | null {
  const factor = 10 ** Math.abs(to - from);
  const scaled = to >= from ? value * factor : value / factor;
  return Number.isInteger(scaled) && Math.abs(scaled) <= MAX_INTEGER ? scaled : null;
}

/**
 * Reads the column by one dialect for all of it, as a file has one. Null where no dialect fits every text.
 * `widen`: the field may take more decimals, because it has no values yet.
 */
function readWhole(field: Field, { texts, filled }: CodedTexts, widen: boolean): ColumnReading | null {
  const kind = kindOf(field);
  if (!isNumeric(field.type) || field.kind === "rating") return null;
  const guess =
    kind.guess?.(texts, filled) ??
    (field.type.storage === "integer" ? kinds.get("number")?.guess?.(texts, filled) : null);
  if (guess === null || guess === undefined) return null;
  const atoms = texts.map((text) => toAtom(guess.read(text) ?? null));
  if (field.type.storage !== "integer" || guess.type.storage !== "integer") {
    return { field, atoms, problems: new Map() };
  }
  const from = guess.type.decimals;
  for (const to of widen ? [field.type.decimals, from] : [field.type.decimals]) {
    const scaled = atoms.map((atom) => (typeof atom === "number" ? rescale(atom, from, to) : atom));
    if (scaled.every((atom, index) => atom !== null || atoms[index] === null)) {
      return {
        field: { ...field, type: { storage: "integer", decimals: to } },
        atoms: scaled,
        problems: new Map(),
      };
    }
  }
  return null;
}

/** Reads the column text by text, as if each had been typed. */
function readEach(field: Field, { texts }: CodedTexts, locale: LocaleFormat): ColumnReading {
  const { parse } = kindOf(field);
  const problems = new Map<number, ParseProblem>();
  let grown = field;
  const atoms = texts.map((text, index) => {
    const parsed = parse(text, grown, locale);
    if (!parsed.ok) {
      problems.set(index, parsed.problem);
      return undefined;
    }
    const { type } = grown;
    if (parsed.choices !== undefined && (type.storage === "choice" || type.storage === "choices")) {
      grown = { ...grown, type: { ...type, choices: parsed.choices } };
    }
    return toAtom(parsed.value);
  });
  return { field: grown, atoms, problems };
}

export function readColumn(
  field: Field,
  column: CodedTexts,
  locale: LocaleFormat,
  widen: boolean,
): ColumnReading {
  return readWhole(field, column, widen) ?? readEach(field, column, locale);
}

/** Rows whose text was refused. */
export function failedCells({ codes }: CodedTexts, { problems }: ColumnReading): number {
  if (problems.size === 0) return 0;
  let failed = 0;
  for (const code of codes) if (code > 0 && problems.has(code - 1)) failed += 1;
  return failed;
}
