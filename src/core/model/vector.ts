/**
 * Packed runs of atoms: what changes, columns, chunks and imports pass around. Text is dictionary-coded
 * (code 0 is empty, code n is dictionary[n - 1]); numbers are doubles, NaN is empty.
 */
import { type FieldType, isNumeric } from "./field.ts";
import { type Atom, fromAtom, toAtom, type Value } from "./value.ts";

export type Vector =
  | { readonly form: "coded"; readonly dictionary: readonly string[]; readonly codes: Uint32Array }
  | { readonly form: "numeric"; readonly values: Float64Array };

export function vectorLength(vector: Vector): number {
  return vector.form === "coded" ? vector.codes.length : vector.values.length;
}

export function atomAt(vector: Vector, index: number): Atom {
  if (vector.form === "numeric") {
    const number = vector.values[index];
    return number === undefined || Number.isNaN(number) ? null : number;
  }
  const code = vector.codes[index] ?? 0;
  return code === 0 ? null : (vector.dictionary[code - 1] ?? null);
}

export function valueAt(type: FieldType, vector: Vector, index: number): Value {
  return fromAtom(type, atomAt(vector, index));
}

/** Packs atoms; `numeric` is the form of the column they go into. Throws if an atom is of the other form. */
export function packAtoms(numeric: boolean, atoms: readonly Atom[]): Vector {
  if (numeric) {
    const values = new Float64Array(atoms.length);
    for (const [index, atom] of atoms.entries()) {
      if (typeof atom === "string") throw new TypeError("text in a numeric column");
      values[index] = atom ?? Number.NaN;
    }
    return { form: "numeric", values };
  }
  const dictionary: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(atoms.length);
  for (const [index, atom] of atoms.entries()) {
    if (atom === null || atom === "") continue;
    if (typeof atom === "number") throw new TypeError("a number in a text column");
    let code = codeOf.get(atom);
    if (code === undefined) {
      dictionary.push(atom);
      code = dictionary.length;
      codeOf.set(atom, code);
    }
    codes[index] = code;
  }
  return { form: "coded", dictionary, codes };
}

export function packValues(type: FieldType, values: readonly Value[]): Vector {
  return packAtoms(isNumeric(type), values.map(toAtom));
}

/** A vector of `length` empty cells. */
export function emptyVector(numeric: boolean, length: number): Vector {
  return numeric
    ? { form: "numeric", values: new Float64Array(length).fill(Number.NaN) }
    : { form: "coded", dictionary: [], codes: new Uint32Array(length) };
}
