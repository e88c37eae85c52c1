/** The column by which rows of a file that went out are known when it comes back. Excel leaves such texts as they are. */

const HEADER = /^\s*tierbook[ _-]([0-9a-z]{4,})\s*$/i;
const ROW = /^\s*r(\d{1,10})\s*$/i;

/** `id`: of the file that goes out, in letters and digits. */
export const markHeader = (id: string): string => `Tierbook ${id}`;

export const rowMark = (row: number): string => `R${row}`;

export interface MarkColumn {
  readonly column: number;
  readonly id: string;
}

/** Null: the file is none of those. */
export function findMark(header: readonly string[]): MarkColumn | null {
  for (const [column, name] of header.entries()) {
    const id = HEADER.exec(name.normalize("NFKC"))?.[1];
    if (id !== undefined) return { column, id: id.toLowerCase() };
  }
  return null;
}

/** 0: it names no row. */
export const markedRow = (text: string): number => Number(ROW.exec(text.normalize("NFKC"))?.[1] ?? 0);

/** Letters and digits that no other file has, by the clock in milliseconds. */
export const sentId = (time: number): string => Math.max(0, Math.floor(time)).toString(36).padStart(4, "0");
