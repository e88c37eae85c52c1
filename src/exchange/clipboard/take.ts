/** Texts from the clipboard as values of a column: read by its kind and the locale, each distinct text once. */
import {
  type Atom,
  type Choice,
  choicesOf,
  type Field,
  isNumeric,
  packAtoms,
  toAtom,
  type Vector,
} from "../../core/model/index.ts";
import { kindOf, type LocaleFormat, type ParseProblem } from "../../fields/index.ts";

export type Taken =
  | { readonly ok: true; readonly atom: Atom }
  | { readonly ok: false; readonly problem: ParseProblem };

/** Reads the texts of one column; new choices add up. */
export class Taker {
  private field: Field;
  private readonly locale: LocaleFormat;
  private readonly known = new Map<string, Taken>();

  constructor(field: Field, locale: LocaleFormat) {
    this.field = field;
    this.locale = locale;
  }

  take(text: string): Taken {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const parsed = kindOf(this.field).parse(text, this.field, this.locale);
    const { type } = this.field;
    if (
      parsed.ok &&
      parsed.choices !== undefined &&
      (type.storage === "choice" || type.storage === "choices")
    )
      this.field = { ...this.field, type: { ...type, choices: parsed.choices } };
    const taken: Taken = parsed.ok ? { ok: true, atom: toAtom(parsed.value) } : parsed;
    this.known.set(text, taken);
    return taken;
  }

  pack(atoms: readonly Atom[]): Vector {
    return packAtoms(isNumeric(this.field.type), atoms);
  }

  /** With what the texts added; undefined for a kind that has none. */
  get choices(): readonly Choice[] | undefined {
    const choices = choicesOf(this.field.type);
    return choices.length === 0 ? undefined : choices;
  }
}
