/** The cells of a file, coded as they are read: each distinct text of a column is kept once. */
import { detached, TextIndex } from "../../engine/columns/textIndex.ts";
import { unguard } from "./guard.ts";

/** Code 0 is the empty text, code n is dictionary[n - 1]. Longer than the table where it is still being filled. */
export interface TextColumn {
  readonly dictionary: readonly string[];
  readonly codes: Uint32Array;
}

export function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** The column without the guards that stand in front of its texts. */
function withoutGuards(texts: readonly string[], codes: Uint32Array): TextColumn {
  if (!texts.some((text) => text.startsWith("'") && unguard(text) !== text))
    return { dictionary: texts, codes };
  const dictionary: string[] = [];
  const index = new TextIndex(dictionary);
  const translate = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) translate[at + 1] = index.codeOf(unguard(text));
  return { dictionary, codes: codes.map((code) => translate[code] ?? 0) };
}

export class TextColumnBuilder {
  private readonly texts: string[] = [];
  private readonly index = new TextIndex(this.texts);
  private codes = new Uint32Array(1024);
  private length = 0;

  /** The cell `column` of each row, "" where a row is too short. */
  add(rows: readonly (readonly string[])[], column: number): void {
    const codes = grown(this.codes, this.length + rows.length);
    const { index, length } = this;
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]?.[column] ?? "";
      codes[length + i] = text === "" ? 0 : index.codeOf(text, detached);
    }
    this.codes = codes;
    this.length = length + rows.length;
  }

  finish(): TextColumn {
    return withoutGuards(this.texts, this.codes.subarray(0, this.length));
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
