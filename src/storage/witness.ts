/**
 * A small note outside IndexedDB of how far a workbook was: the only thing that can tell an emptied or older
 * database from a new one. Numbers and ids only. Kept by the interface thread, since workers lack localStorage.
 */
import * as v from "valibot";
import { type SheetId, sheetId, type WorkbookId, workbookId } from "../core/model/index.ts";

export interface SheetCount {
  readonly sheet: SheetId;
  readonly rows: number;
}

/** How far a workbook is. */
export interface Standpoint {
  /** The last entry that is saved. */
  readonly seq: number;
  readonly rows: readonly SheetCount[];
}

export interface Witness extends Standpoint {
  readonly workbook: WorkbookId;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly time: number;
}

/** What is kept under `key`. */
export interface Note {
  readonly key: string;
  readonly text: string;
}

const WITNESSES = "tierbook-witness/";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema: v.GenericSchema<unknown, Witness> = v.object({
  workbook: v.pipe(v.string(), v.transform(workbookId)),
  seq: count,
  time: v.number(),
  rows: v.array(v.object({ sheet: v.pipe(v.string(), v.transform(sheetId)), rows: count })),
});

export const noteOf = (witness: Witness): Note => ({
  key: WITNESSES + witness.workbook,
  text: JSON.stringify(witness),
});

/** Null where it is none, or of another workbook than its key says. */
export function readNote({ key, text }: Note): Witness | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success && WITNESSES + parsed.output.workbook === key ? parsed.output : null;
  } catch {
    return null;
  }
}

function sameCounts(found: readonly SheetCount[], witnessed: readonly SheetCount[]): boolean {
  const counts = new Map(found.map(({ sheet, rows }) => [sheet, rows]));
  return counts.size === witnessed.length && witnessed.every(({ sheet, rows }) => counts.get(sheet) === rows);
}

/** Whether less is there than there was. The witness may be late, never early: what is found may be ahead of it. */
export function isBehind(found: Standpoint, witness: Witness): boolean {
  return found.seq < witness.seq || (found.seq === witness.seq && !sameCounts(found.rows, witness.rows));
}
