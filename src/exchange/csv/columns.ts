/** The cells of a file, coded as they are read: each distinct text of a column is kept once. */

import { detached, TextIndex } from "../../engine/columns/textIndex.ts";
import { giveBack, withRoom } from "../../engine/room.ts";
import { unguard } from "./guard.ts";
import { unshield } from "./shield.ts";
import type { UsualRows } from "./usual.ts";

/** Code 0 is the empty text, code n is dictionary[n - 1]. Longer than the table where it is still being filled. */
export interface TextColumn {
  readonly dictionary: readonly string[];
  readonly codes: Uint32Array;
  /** Without the texts that a person wrote in place of others; all of the dictionary if it is not said. */
  readonly own?: readonly string[];
}

/** The texts that the file itself has: these tell how it is meant. */
export const ownTexts = ({ dictionary, own = dictionary }: TextColumn): readonly string[] => own;

/** The array that is given must not be used any more. */
export function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  return new Uint32Array(withRoom(array.buffer, Math.max(length, array.length * 2) * 4));
}

/** What stood in the cell before it was written so that no spreadsheet harms it, or is harmed by it. */
export const bared = (text: string, shielded: boolean): string => unguard(shielded ? unshield(text) : text);

/** The column without what stands in front of its texts to guard them. */
function withoutGuards(texts: readonly string[], codes: Uint32Array, shielded: boolean): TextColumn {
  if (!texts.some((text) => /^['\t]/.test(text) && bared(text, shielded) !== text))
    return { dictionary: texts, codes };
  const dictionary: string[] = [];
  const index = new TextIndex(dictionary);
  const translate = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) translate[at + 1] = index.codeOf(bared(text, shielded));
  return { dictionary, codes: codes.map((code) => translate[code] ?? 0) };
}

/** How many filled cells have a code that counts. */
export function cellsWith(codes: Uint32Array, counts: (code: number) => boolean): number {
  let cells = 0;
  for (const code of codes) if (code !== 0 && counts(code)) cells += 1;
  return cells;
}

const NARROW = 0xffff;

/** The first `used` of them, with room for `length`. The array that is given must not be used any more. */
function widened(codes: Uint16Array<ArrayBuffer>, used: number, length: number): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(length);
  // By hand: the conversions of typed arrays' own constructors take many times as long.
  for (let at = 0; at < used; at++) wide[at] = codes[at] ?? 0;
  giveBack(codes);
  return wide;
}

export class TextColumnBuilder {
  private readonly texts: string[] = [];
  private readonly index = new TextIndex(this.texts);
  /** Half as wide as long as that will do, which it does for most columns. */
  private codes: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> = new Uint16Array(1024);
  private length = 0;

  /** With room for so many more. */
  private codesFor(more: number): Uint16Array | Uint32Array {
    const { codes } = this;
    const length = this.length + more;
    const room = codes.length >= length ? codes.length : Math.max(length, codes.length * 2);
    if (codes instanceof Uint16Array) {
      if (this.texts.length + more > NARROW) this.codes = widened(codes, this.length, room);
      else if (room > codes.length) this.codes = new Uint16Array(withRoom(codes.buffer, room * 2));
    } else this.codes = grown(codes, length);
    return this.codes;
  }

  /** The cell `column` of each row, "" where a row is too short. */
  add(rows: readonly (readonly string[])[], column: number): void {
    const codes = this.codesFor(rows.length);
    const { index, length } = this;
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]?.[column] ?? "";
      codes[length + i] = text === "" ? 0 : index.codeOf(text, detached);
    }
    this.length = length + rows.length;
  }

  /** The same of rows that were found in their text. */
  addUsual(rows: UsualRows, column: number, width: number): void {
    const codes = this.codesFor(rows.rowCount);
    const { index, length } = this;
    const { units, from, to, hashes, cut } = rows;
    for (let i = 0, cell = column; i < rows.rowCount; i++, cell += width) {
      const begin = from[cell] ?? 0;
      const end = to[cell] ?? 0;
      if (begin === end) codes[length + i] = 0;
      else {
        const text = rows.undoubled(cell);
        const code =
          text === null
            ? index.codeOfPart(units, begin, end, hashes[cell] ?? 0, cut)
            : index.codeOf(text, detached);
        codes[length + i] = code;
      }
    }
    this.length = length + rows.rowCount;
  }

  /** `shielded`: the file is of the form in which texts have a tab in front that Excel would take for numbers. */
  finish(shielded: boolean): TextColumn {
    this.index.close();
    const codes =
      this.codes instanceof Uint16Array ? widened(this.codes, this.length, this.length) : this.codes;
    return withoutGuards(this.texts, codes.subarray(0, this.length), shielded);
  }
}

/** The column of some of its rows; texts that none of them has are gone. */
export function withRows({ dictionary, codes }: TextColumn, rows: Uint32Array): TextColumn {
  const translate = new Uint32Array(dictionary.length + 1);
  const texts: string[] = [];
  const kept = rows.map((row) => {
    const code = codes[row] ?? 0;
    if (code === 0) return 0;
    if (translate[code] === 0) translate[code] = texts.push(dictionary[code - 1] ?? "");
    return translate[code] ?? 0;
  });
  return { dictionary: texts, codes: kept };
}
