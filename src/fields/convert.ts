/**
 * A column's values as another kind would have them: by the text that editing a cell begins with, and directly where
 * both hold numbers or choices.
 *
 * F3: a value is unchanged exactly if its text as the new kind has it is the text it had.
 */
import {
  type Atom,
  type Choice,
  choicesOf,
  type Field,
  type FieldType,
  fromAtom,
  type KindId,
  MAX_INTEGER,
  toAtom,
} from "../core/model/index.ts";
import { kindOf, kinds } from "./index.ts";
import type { ParseProblem } from "./kind.ts";
import type { LocaleFormat } from "./locale.ts";

/** What a column shall become. */
export interface KindTarget {
  readonly kind: KindId;
  /** Of numbers and money: values with more are rounded. Left out: as many as the values need. */
  readonly decimals?: number;
  /** Which number of 3/4/2026 is the day. Left out: as most values have it. */
  readonly dateOrder?: LocaleFormat["dateOrder"];
}

export type Converted =
  | { readonly type: "unchanged" | "changed"; readonly atom: Atom }
  | { readonly type: "lost"; readonly problem: ParseProblem };

type Filled = Exclude<Atom, null>;

/** As many decimals as are ever stored. */
export const MOST_DECIMALS = 9;

/** The text that stands for a value between two kinds: a box's, which has none to type, is that of files. */
export function textOf(field: Field, atom: Atom, locale: LocaleFormat): string {
  const value = fromAtom(field.type, atom);
  const kind = kindOf(field);
  return field.type.storage === "flag" ? kind.plain(value, field) : kind.editText(value, field, locale);
}

const withDecimals = (field: Field, decimals: number): Field => ({
  ...field,
  type: { storage: "integer", decimals },
});

/** Half away from zero. */
function rounded(value: number, steps: number): number {
  const unit = 10n ** BigInt(steps);
  const size = BigInt(Math.abs(value));
  const up = (size % unit) * 2n >= unit ? 1n : 0n;
  const whole = Number(size / unit + up);
  return value < 0 ? 0 - whole : whole;
}

/** Null: beyond what is stored exactly. */
function rescaled(value: number, from: number, to: number): number | null {
  if (to < from) return rounded(value, from - to);
  const scaled = value * 10 ** (to - from);
  return Number.isSafeInteger(scaled) ? scaled : null;
}

const isAmount = ({ kind }: Field): boolean => kind === "number" || kind === "money";

/** Reads values of one field as values of another; choices that the texts name are added to it. */
export class Converter {
  readonly from: Field;
  private to: Field;
  private readonly locale: LocaleFormat;
  private readonly known = new Map<Filled, Converted>();

  /** `type`: of the target, as `resolveTarget` has it. */
  constructor(from: Field, target: KindTarget, type: FieldType, locale: LocaleFormat) {
    this.from = from;
    this.to = { ...from, kind: target.kind, type };
    this.locale = target.dateOrder === undefined ? locale : { ...locale, dateOrder: target.dateOrder };
  }

  /** What the column becomes, with the choices that were met so far. */
  get field(): Field {
    return this.to;
  }

  convert(atom: Filled): Converted {
    const known = this.known.get(atom);
    if (known !== undefined) return known;
    const converted = this.read(atom);
    this.known.set(atom, converted);
    return converted;
  }

  private read(atom: Filled): Converted {
    const { from, to } = this;
    const [storage, next] = [from.type.storage, to.type.storage];
    if (storage === "text" && next === "text") return { type: "unchanged", atom };
    if (isListed(from.type) && isListed(to.type)) return this.sameChoices(atom);
    if (storage === "flag" && isAmount(to)) return this.amount(Number(atom), 0, "changed");
    if (from.type.storage === "integer" && isAmount(to))
      return this.amount(Number(atom), from.type.decimals, "unchanged");
    return this.byText(textOf(from, atom, this.locale));
  }

  /** The same choices under the same ids; of several that a cell may hold no more, the first. */
  private sameChoices(atom: Filled): Converted {
    const [first = ""] = String(atom).split(" ");
    const kept = this.to.type.storage === "choice" ? first : String(atom);
    return { type: kept === atom ? "unchanged" : "changed", atom: kept };
  }

  private amount(value: number, decimals: number, exact: "unchanged" | "changed"): Converted {
    const { to, locale } = this;
    const wanted = to.type.storage === "integer" ? to.type.decimals : 0;
    const scaled = rescaled(value, decimals, wanted);
    if (scaled !== null) {
      const lossless = rescaled(scaled, wanted, decimals) === value;
      return { type: lossless ? exact : "changed", atom: scaled };
    }
    const limit = textOf(to, MAX_INTEGER, locale);
    const text = kindOf(this.from).editText(value, withDecimals(this.from, decimals), locale);
    return { type: "lost", problem: { problem: "outOfRange", text, low: `-${limit}`, high: limit } };
  }

  private byText(text: string): Converted {
    const { to, locale } = this;
    const parsed = kindOf(to).parse(text, to, locale);
    if (!parsed.ok) {
      const { problem } = parsed;
      const value = problem.problem === "tooManyDecimals" ? this.roundedText(text) : null;
      return value === null ? { type: "lost", problem } : { type: "changed", atom: value };
    }
    if (parsed.choices !== undefined) this.offer(parsed.choices);
    const atom = toAtom(parsed.value);
    const same = textOf(this.to, atom, locale) === text;
    return { type: same ? "unchanged" : "changed", atom };
  }

  private offer(choices: readonly Choice[]): void {
    const { type } = this.to;
    if (isListed(type)) this.to = { ...this.to, type: { ...type, choices } };
  }

  /** A number with more decimals than are kept. */
  private roundedText(text: string): number | null {
    const { to } = this;
    if (to.type.storage !== "integer") return null;
    for (let decimals = to.type.decimals + 1; decimals <= LONGEST_FRACTION; decimals++) {
      const finer = kindOf(to).parse(text, withDecimals(to, decimals), this.locale);
      if (finer.ok && typeof finer.value === "number")
        return rounded(finer.value, decimals - to.type.decimals);
    }
    return null;
  }
}

/** More digits than a double holds. */
const LONGEST_FRACTION = 16;

const isListed = (type: FieldType): type is Extract<FieldType, { readonly choices: readonly Choice[] }> =>
  type.storage === "choice" || type.storage === "choices";

/** What the values of a column say about what it shall become. Told of each distinct one, once. */
export class TargetSurvey {
  private readonly from: Field;
  private readonly target: KindTarget;
  private readonly locale: LocaleFormat;
  private readonly amounts: boolean;
  private readonly dates: boolean;
  /** Decimals that the values need, and the largest of them. */
  private needed = 0;
  private largest = 0;
  private readonly cells = { dmy: 0, mdy: 0, ambiguous: 0 };

  constructor(from: Field, target: KindTarget, locale: LocaleFormat) {
    this.from = from;
    this.target = target;
    this.locale = locale;
    this.amounts = target.decimals === undefined && (target.kind === "number" || target.kind === "money");
    this.dates = target.kind === "date" && (from.type.storage === "text" || isListed(from.type));
  }

  /** False: the answer is known without looking at values. */
  get looks(): boolean {
    return this.amounts || this.dates;
  }

  take(atom: Filled, cells: number): void {
    if (this.amounts) this.takeAmount(atom);
    if (this.dates) this.takeDate(atom, cells);
  }

  private takeAmount(atom: Filled): void {
    const { from } = this;
    if (from.type.storage === "integer" && typeof atom === "number") {
      let { decimals } = from.type;
      for (let value = atom; decimals > 0 && value % 10 === 0; decimals--) value /= 10;
      this.need(decimals, Math.abs(atom) / 10 ** from.type.decimals);
      return;
    }
    const text = textOf(from, atom, this.locale);
    const field: Field = { ...from, kind: this.target.kind };
    for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      const parsed = kindOf(field).parse(text, withDecimals(field, decimals), this.locale);
      if (parsed.ok) {
        if (typeof parsed.value === "number") this.need(decimals, Math.abs(parsed.value) / 10 ** decimals);
        return;
      }
      if (parsed.problem.problem !== "tooManyDecimals") return;
    }
    this.need(MOST_DECIMALS, 0);
  }

  private need(decimals: number, size: number): void {
    this.needed = Math.max(this.needed, decimals);
    this.largest = Math.max(this.largest, size);
  }

  private takeDate(atom: Filled, cells: number): void {
    const text = textOf(this.from, atom, this.locale);
    const field: Field = { ...this.from, kind: "date", type: { storage: "day" } };
    const [dmy, mdy] = (["dmy", "mdy"] as const).map((dateOrder) =>
      kindOf(field).parse(text, field, { ...this.locale, dateOrder }),
    );
    if (dmy?.ok === true) this.cells.dmy += cells;
    if (mdy?.ok === true) this.cells.mdy += cells;
    if (dmy?.ok === true && mdy?.ok === true && dmy.value !== mdy.value) this.cells.ambiguous += cells;
  }

  /** Cells whose date could be two. */
  get ambiguous(): number {
    return this.cells.ambiguous;
  }

  /** Null: the values do not say; where any is ambiguous, who asked has to. */
  get dateOrder(): LocaleFormat["dateOrder"] | null {
    const { dmy, mdy, ambiguous } = this.cells;
    if (this.target.dateOrder !== undefined) return this.target.dateOrder;
    if (ambiguous === 0 || dmy === mdy) return null;
    return dmy > mdy ? "dmy" : "mdy";
  }

  /** With the choices of the field itself, where it had some. */
  type(): FieldType {
    const { from, target } = this;
    const type = kinds.get(target.kind)?.newType() ?? from.type;
    if (isListed(type) && isListed(from.type)) return { ...type, choices: choicesOf(from.type) };
    if (type.storage !== "integer" || target.kind === "rating") return type;
    if (target.decimals !== undefined) return { ...type, decimals: target.decimals };
    let decimals = Math.max(type.decimals, this.needed);
    while (decimals > this.needed && this.largest * 10 ** decimals > MAX_INTEGER) decimals -= 1;
    return { ...type, decimals };
  }
}
