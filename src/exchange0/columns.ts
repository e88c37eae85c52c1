/** Rows of texts to dictionary-coded columns: from here on each distinct text of a column is looked at once. */
import { unguard } from "./guard.ts";

export interface CodedTexts {
  /** Distinct and not blank. */
  readonly texts: readonly string[];
  /** By row; 0 is blank, n is texts[n - 1]. */
  readonly codes: Uint32Array;
  /** Rows that are not blank. */
  readonly filled: number;
}

const BLANK = /^\s*$/;

/** `guarded`: the file may hold the apostrophes of our own export. Yields columns done. */
export function* codeColumns(
  rows: readonly (readonly string[])[],
  width: number,
  guarded: boolean,
): Generator<number, readonly CodedTexts[]> {
  const columns: CodedTexts[] = [];
  for (let column = 0; column < width; column++) {
    const codeOf = new Map<string, number>([["", 0]]);
    const texts: string[] = [];
    const ownCode = new Map<string, number>();
    const codes = new Uint32Array(rows.length);
    let filled = 0;
    for (let row = 0; row < rows.length; row++) {
      const cell = rows[row]?.[column] ?? "";
      let code = codeOf.get(cell);
      if (code === undefined) {
        const text = guarded ? unguard(cell) : cell;
        code = BLANK.test(text) ? 0 : (ownCode.get(text) ?? texts.push(text));
        codeOf.set(cell, code);
        if (code > 0) ownCode.set(text, code);
      }
      codes[row] = code;
      if (code > 0) filled += 1;
    }
    columns.push({ texts, codes, filled });
    yield column;
  }
  return columns;
}
