/** Rows anywhere in the workbook by any of their texts, for whoever knows a name and not where it stands. */
import { type Field, type RowId, type Sheet, type SheetId, squeezed } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { selectSteps } from "../query/query.ts";
import { beginsWithSought, type Sought, soughtIn } from "../query/search.ts";
import { type Steps, whileUnchanged } from "../steps.ts";
import type { Session } from "./session.ts";

export interface FoundRow {
  readonly sheet: SheetId;
  readonly row: RowId;
  /** What it holds, what names it first; never empty. */
  readonly texts: readonly string[];
}

/** Rows of one sheet that are looked at more closely: more would be no answer to anyone. */
const MOST_JUDGED = 1000;
const TEXTS = 3;

/** A person's or a thing's name before all else. */
function naming(sheet: Sheet): readonly Field[] {
  const texts = sheet.fields.filter(({ type }) => type.storage === "text");
  return leading(texts, ({ role }) => role === "name");
}

/** Those that lead, and then the others, each in their order. */
const leading = <T>(all: readonly T[], leads: (each: T) => boolean): readonly T[] => [
  ...all.filter(leads),
  ...all.filter((each) => !leads(each)),
];

function textsAt(table: ColumnTable, fields: readonly Field[], slot: number): readonly string[] {
  const texts: string[] = [];
  for (const field of fields) {
    const atom = table.atom(field.id, slot);
    if (typeof atom === "string" && atom !== "") texts.push(atom);
  }
  return texts;
}

/** What tells a row apart for a person: its texts, what names it first. */
export const textsOf = (sheet: Sheet, table: ColumnTable, slot: number): readonly string[] =>
  textsAt(table, naming(sheet), slot).slice(0, TEXTS);

/** 0: its name begins with it; 1: one of its texts does; 2: it is in there somewhere. */
function distance(texts: readonly string[], sought: Sought): number {
  const begins = texts.map((text) => beginsWithSought(squeezed(text), sought));
  return begins[0] === true ? 0 : begins.includes(true) ? 1 : 2;
}

/** Nearest first, `most` of each sheet, the present one's before the others'. */
export function* findRowSteps(
  session: Session,
  search: string,
  first: SheetId | null,
  most: number,
): Steps<readonly FoundRow[]> {
  const { han } = session;
  const sought = soughtIn(search, han);
  if (sought === null) return [];
  const found: FoundRow[] = [];
  for (const sheet of leading(session.workbook.sheets, ({ id }) => id === first)) {
    const table = session.table(sheet.id);
    if (table === undefined) continue;
    const searched = naming(sheet);
    const { version } = session;
    const steps = selectSteps(table, sheet.fields, { filter: null, search, han, searched, today: 0 });
    const slots = yield* whileUnchanged(steps, () => session.version === version);
    // Whoever asks while others write asks again.
    if (slots === null) return found;
    const judged = Array.from(slots.subarray(0, MOST_JUDGED), (slot) => {
      const texts = textsAt(table, searched, slot);
      return { slot, texts, distance: distance(texts, sought) };
    });
    judged.sort((a, b) => a.distance - b.distance);
    for (const { slot, texts } of judged.slice(0, most)) {
      found.push({ sheet: sheet.id, row: table.idOf(slot), texts: texts.slice(0, TEXTS) });
    }
  }
  return found;
}
