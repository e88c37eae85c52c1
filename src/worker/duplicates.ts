/** Rows that may be the same customer: found on demand, and told of when one is typed again. */
import {
  type Field,
  type FieldId,
  findField,
  findSheet,
  fromAtom,
  type RowId,
  type Sheet,
  type SheetId,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { SOUNDLESS, type Sound, type Telling } from "../engine/duplicates/evidence.ts";
import {
  AlikeIndex,
  alikeFreshSteps,
  alikeSteps,
  duplicateSteps,
  type FreshRows,
  type Pair,
} from "../engine/duplicates/find.ts";
import { textsOf } from "../engine/session/find.ts";
import { runInSlices, SHORT_SLICE, whileUnchanged } from "../engine/steps.ts";
import { meaningOfName } from "../exchange/meanings.ts";
import type { Alike, DuplicatePair, DuplicateRow, Duplicates } from "./duplicateApi.ts";
import type { Host } from "./host.ts";
import { loadPinyin } from "./pinyin.ts";

/** Pairs of one answer. */
const MOST_PAIRS = 100;

/** What a field's texts tell customers apart by; null: nothing. */
function tellingOf({ id: field, role, kind, type, name }: Field): Telling | null {
  if (type.storage !== "text") return null;
  if (kind === "email") return { field, as: "email" };
  if (kind === "phone") return { field, as: "phone" };
  switch (role ?? meaningOfName(name)) {
    case "name":
      return { field, as: "name" };
    case "company":
      return { field, as: "company" };
    case "mobile":
    case "phone":
      return { field, as: "phone" };
    case "email":
      return { field, as: "email" };
    case "taxNumber":
      return { field, as: "taxNumber" };
    default:
      return null;
  }
}

export const tellings = (sheet: Sheet): readonly Telling[] =>
  sheet.fields.map(tellingOf).filter((each) => each !== null);

/** Where sounds cannot be had the rest is found all the same. */
export async function loadSound(): Promise<Sound> {
  try {
    const { syllables } = await loadPinyin();
    return (name) => syllables(name).join(" ");
  } catch {
    return SOUNDLESS;
  }
}

/** The names of the sheet's rows that the file's new rows look like; null: given up, or the sheet changed meanwhile. */
export async function alikeInFile(
  host: Host,
  { sheet: id, fresh }: { readonly sheet: SheetId; readonly fresh: FreshRows },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, string> | null> {
  const sound = await loadSound();
  const { session } = host;
  const { seq } = session;
  const sheet = findSheet(session.workbook, id);
  const table = session.table(id);
  if (sheet === undefined || table === undefined || signal.aborted) return null;
  const steps = alikeFreshSteps(table, fresh, tellings(sheet), sound);
  const still = (): boolean => host.session === session && session.seq === seq;
  const found = await runInSlices(whileUnchanged(steps, still), { signal });
  if (found.type === "cancelled" || found.value === null) return null;
  return new Map(
    [...found.value].map(([row, like]) => [row, nameOf(sheet, table, table.slotOf(like) ?? 0)] as const),
  );
}

const nameOf = (sheet: Sheet, table: ColumnTable, slot: number): string =>
  textsOf(sheet, table, slot)[0] ?? "";

export class DuplicateJobs {
  private readonly host: Host;
  private running = new AbortController();
  private readonly index = new AlikeIndex();
  private sound: Promise<Sound> | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  async find(id: SheetId): Promise<Duplicates | null> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    this.sound ??= loadSound();
    const sound = await this.sound;
    for (;;) {
      const { session } = this.host;
      const { seq } = session;
      const sheet = findSheet(session.workbook, id);
      const table = session.table(id);
      if (sheet === undefined || table === undefined) return { count: 0, pairs: [] };
      const still = (): boolean => this.host.session === session && session.seq === seq;
      const steps = whileUnchanged(duplicateSteps(table, tellings(sheet), sound), still);
      const onProgress = ({ done, total }: { done: number; total: number }): void =>
        this.host.emit({ type: "progress", done, total });
      const found = await runInSlices(steps, { signal, onProgress });
      if (found.type === "cancelled") return null;
      if (found.value === null) continue;
      const pairs = found.value.slice(0, MOST_PAIRS).map((pair) => shown(pair, sheet, table));
      return { count: found.value.length, pairs };
    }
  }

  async alike(id: SheetId, row: RowId, field: FieldId, text: string): Promise<Alike | null> {
    const { session } = this.host;
    const sheet = findSheet(session.workbook, id);
    const table = session.table(id);
    const typed = sheet === undefined ? undefined : findField(sheet, field);
    const telling = typed === undefined ? null : tellingOf(typed);
    if (sheet === undefined || table === undefined || telling === null || telling.as === "company")
      return null;
    const steps = alikeSteps(table, tellings(sheet), { as: telling.as, text, except: row }, this.index);
    const { seq } = session;
    const found = await runInSlices(
      whileUnchanged(steps, () => session.seq === seq),
      { slice: SHORT_SLICE },
    );
    const other = found.type === "done" ? found.value : null;
    const slot = other === null ? null : table.slotOf(other);
    return other === null || slot === null ? null : { row: other, name: nameOf(sheet, table, slot) };
  }
}

function rowOf(row: RowId, sheet: Sheet, table: ColumnTable): DuplicateRow {
  const slot = table.slotOf(row) ?? 0;
  const values = sheet.fields.map(({ id, type }) => fromAtom(type, table.atom(id, slot)));
  return { row, name: nameOf(sheet, table, slot), values };
}

const shown = (
  { first, second, score, evidence }: Pair,
  sheet: Sheet,
  table: ColumnTable,
): DuplicatePair => ({
  first: rowOf(first, sheet, table),
  second: rowOf(second, sheet, table),
  score,
  evidence,
});
