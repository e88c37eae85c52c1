/** How one column of texts becomes the values of one field: each distinct text is read once. */
import { type Atom, choicesOf, type Field, type FieldId, type KindId, toAtom } from "../core/model/index.ts";
import type { Steps } from "../engine/steps.ts";
import {
  DATE_EXAMPLE,
  guessDates,
  guessField,
  isNumber,
  kindOf,
  kinds,
  type LocaleFormat,
  type Parsed,
  type ParseProblem,
} from "../fields/index.ts";
import { ownTexts, type TextColumn } from "./csv/columns.ts";
import { type DayOrder, lacksYear, type SettledDays, serialDay } from "./dates.ts";
import { type Decimal, decimalOf } from "./decimals.ts";
import { isStroke, noughtsAmong, strokesIn } from "./noughts.ts";
import type { Delimiter } from "./terms.ts";
import type { Written } from "./written.ts";

export interface Reading {
  /** With the choices and decimals that the column brought. */
  readonly field: Field;
  /** By code less one; null where the text is blank or does not read. */
  readonly atoms: readonly Atom[];
  /** By code. */
  readonly problems: ReadonlyMap<number, ParseProblem>;
}

/** More labels than this are no list that anyone would pick from. */
export const MOST_CHOICES = 200;
const MOST_DECIMALS = 6;
const TEXTS_PER_STEP = 2_000;

const isBlank = (text: string): boolean => text.trim() === "";

/** As typed, but that a file also has days as Excel counts them, and none without a year. */
function parsedDay(text: string, field: Field, locale: LocaleFormat): Parsed {
  const day = serialDay(text);
  if (day !== null) return { ok: true, value: day };
  const parsed = kindOf(field).parse(text, field, locale);
  if (!parsed.ok || parsed.value === null || !lacksYear(text)) return parsed;
  return { ok: false, problem: { problem: "noYear", text, example: DATE_EXAMPLE } };
}

/** What texts mean, one after the other: mostly they mean themselves, and then they are not kept twice. */
class AtomsBeside {
  private readonly texts: readonly string[];
  private length = 0;
  private own: Atom[] | null = null;

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  push(atom: Atom): void {
    if (this.own === null && atom !== this.texts[this.length]) this.own = this.texts.slice(0, this.length);
    this.own?.push(atom);
    this.length += 1;
  }

  /** One for each text. */
  get all(): readonly Atom[] {
    return this.own ?? this.texts;
  }
}

type Parse = (text: string, field: Field, locale: LocaleFormat) => Parsed;

/** As who wrote it writes, else as the file does. Of days the file is believed, about which there was a question. */
function parserOf(field: Field, written: Written | null): Parse {
  if (field.type.storage === "day") return parsedDay;
  const { parse } = kindOf(field);
  if (written === null) return parse;
  return (text, own, locale) => {
    if (!written.texts.has(text)) return parse(text, own, locale);
    const parsed = parse(text, own, written.locale);
    // A number with too many decimals is one as well: read as the file does it might be a thousand times as much.
    if (parsed.ok || parsed.problem.problem !== "notANumber") return parsed;
    const asFile = parse(text, own, locale);
    return asFile.ok ? asFile : parsed;
  };
}

/** Where a column's strokes are noughts they are read so. */
function withStrokes(parse: Parse, texts: readonly string[]): Parse {
  const isNought = strokesIn(texts);
  return (text, field, locale) => {
    const parsed = parse(text, field, locale);
    return !parsed.ok && isStroke(text) && isNought(text) ? { ok: true, value: 0 } : parsed;
  };
}

const isAmount = (kind: KindId): boolean => kind === "number" || kind === "money";

/** Reads text by text. Gives up, with null, on a list of choices that grows too long. */
export function* readTexts(
  field: Field,
  texts: readonly string[],
  locale: LocaleFormat,
  written: Written | null = null,
): Steps<Reading | null> {
  const own = parserOf(field, written);
  // What the person wrote says nothing of how the others are read.
  const fromFile = written === null ? texts : texts.filter((text) => !written.texts.has(text));
  const parse = isAmount(field.kind) ? withStrokes(own, fromFile) : own;
  const problems = new Map<number, ParseProblem>();
  const atoms = new AtomsBeside(texts);
  let grown = field;
  for (const [index, text] of texts.entries()) {
    const parsed = parse(text, grown, locale);
    if (!parsed.ok) problems.set(index + 1, parsed.problem);
    atoms.push(parsed.ok ? toAtom(parsed.value) : null);
    const { type } = grown;
    if (
      parsed.ok &&
      parsed.choices !== undefined &&
      (type.storage === "choice" || type.storage === "choices")
    ) {
      grown = { ...grown, type: { ...type, choices: parsed.choices } };
      if (parsed.choices.length > choicesOf(field.type).length + MOST_CHOICES) return null;
    }
    if (index % TEXTS_PER_STEP === 0) yield { done: index, total: texts.length };
  }
  return { field: grown, atoms: atoms.all, problems };
}

const SAMPLE = 1_000;

type Guessed = ReturnType<typeof guessField>;

/** Of amounts in brackets also those that Excel shows as nought, which are no text of theirs. */
function guessAmounts(texts: readonly string[], cells: number): Guessed {
  const found = guess(texts, cells);
  const noughts = isAmount(found.kind) ? null : noughtsAmong(texts);
  if (noughts === null) return found;
  const others = texts.filter((text) => !noughts.has(text));
  const { kind, guess: amounts } = guess(others, cells);
  if (!isAmount(kind)) return found;
  return { kind, guess: { ...amounts, read: (text) => (noughts.has(text) ? 0 : amounts.read(text)) } };
}

/** A kind that fits all texts fits some of them, so that most columns of many texts are known by a few. */
function guess(texts: readonly string[], cells: number): Guessed {
  if (texts.length <= SAMPLE) return guessField(texts, cells);
  const few = guessField(texts.slice(0, SAMPLE), cells);
  if (few.kind !== "text" && few.kind !== "longText") return guessField(texts, cells);
  const long = kinds.get("longText")?.guess?.(texts, cells) ?? null;
  return long === null ? { kind: "text", guess: few.guess } : { kind: "longText", guess: long };
}

/** A field for a column that none is meant for. `cells` are those that are not empty; `dayOrder` tells dates that may be either. */
export function readAsNew(
  id: FieldId,
  name: string,
  texts: readonly string[],
  cells: number,
  dayOrder: DayOrder | null,
): Reading {
  const filled = texts.filter((text) => !isBlank(text));
  // Guessed without it, dates that may be either stay text.
  const days = dayOrder === null ? undefined : guessDates(filled).find(({ order }) => order === dayOrder);
  const found =
    days === undefined
      ? guessAmounts(filled, cells)
      : ({ kind: "date", guess: { type: { storage: "day" }, read: days.read } } as const);
  const { type, read } = found.guess;
  const keepsBlanks = type.storage === "text";
  const atoms = new AtomsBeside(texts);
  for (const text of texts) atoms.push(isBlank(text) && !keepsBlanks ? null : toAtom(read(text) ?? null));
  return { field: { id, name, kind: found.kind, type }, atoms: atoms.all, problems: new Map() };
}

export function readAsText(id: FieldId, name: string, texts: readonly string[]): Reading {
  const kind = (kinds.get("longText")?.guess?.(texts, texts.length) ?? null) === null ? "text" : "longText";
  return { field: { id, name, kind, type: { storage: "text" } }, atoms: texts, problems: new Map() };
}

export interface Conventions {
  readonly locale: LocaleFormat;
  /** What the whole file shows, else what was said; a column may show another. */
  readonly decimal: string;
}

/** Of one column. */
export interface ColumnConventions extends Conventions {
  readonly days: SettledDays;
}

/**
 * The decimal sign of a file: what its numbers show, else what was said of it, else what its delimiter says. Who separates by commas
 * writes decimals with a point, as our own export does in every locale.
 */
export function fileConventions(
  numbers: readonly TextColumn[],
  delimiter: Delimiter,
  locale: LocaleFormat,
  decimal: Decimal | null,
): Conventions {
  const shown = decimalOf(numbers.map(ownTexts), locale) ?? decimal;
  return { locale, decimal: shown ?? (delimiter === "," ? "." : locale.decimal) };
}

/** The locale as this column of the file writes. */
export function conventionsFor(
  field: Field,
  column: TextColumn,
  { locale, decimal, days }: ColumnConventions,
): LocaleFormat {
  if (field.type.storage === "day") return { ...locale, dateOrder: days.order ?? locale.dateOrder };
  if (field.type.storage !== "integer") return locale;
  return { ...locale, decimal: decimalOf([ownTexts(column)], locale) ?? decimal };
}

/** The field with as many decimals as the texts have, up to a limit; it has no values yet that would need scaling. */
export function widened(
  field: Field,
  texts: readonly string[],
  locale: LocaleFormat,
  written: Written | null,
): Field {
  const { type } = field;
  if (type.storage !== "integer") return field;
  let { decimals } = type;
  for (const text of texts) {
    const way = written?.texts.has(text) && isNumber(text, written.locale) ? written.locale : locale;
    const sign = text.lastIndexOf(way.decimal);
    const fraction = sign < 0 ? "" : (/^\d+/.exec(text.slice(sign + 1))?.[0] ?? "");
    if (fraction.length <= decimals) continue;
    decimals = Math.max(decimals, Math.min(MOST_DECIMALS, fraction.replace(/0+$/, "").length));
  }
  return decimals === type.decimals ? field : { ...field, type: { ...type, decimals } };
}
