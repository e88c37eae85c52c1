/** Rows that may be the same customer: found on demand, and told of when one is typed again. */
import {
  apartLookup,
  type Field,
  type FieldId,
  findField,
  findSheet,
  fromAtom,
  type RowId,
  type Sheet,
  type SheetId,
} from "../core/model/index.ts";
import { ColumnTable } from "../engine/columns/table.ts";
import { SOUNDLESS, type Sound, type Telling } from "../engine/duplicates/evidence.ts";
import {
  AlikeIndex,
  alikeFreshSteps,
  alikeSteps,
  duplicateSteps,
  type FoundPairs,
  type FreshRows,
  type Likeness,
  type Pair,
} from "../engine/duplicates/find.ts";
import { type Group, groupPairs } from "../engine/duplicates/groups.ts";
import { textsOf } from "../engine/session/find.ts";
import { runInSlices, SHORT_SLICE, whileUnchanged } from "../engine/steps.ts";
import { meaningOfName } from "../exchange/meanings.ts";
import type {
  Alike,
  ApartRows,
  DuplicateGroup,
  DuplicateLink,
  DuplicateRow,
  Duplicates,
} from "./duplicateApi.ts";
import type { Host } from "./host.ts";
import { loadPinyin } from "./pinyin.ts";

/** Groups of one answer, and rows of a group that are looked at together. */
const MOST_GROUPS = 100;
const MOST_ROWS = 12;

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

const tellings = ({ fields }: Pick<Sheet, "fields">): readonly Telling[] =>
  fields.map(tellingOf).filter((each) => each !== null);

interface Coming {
  /** Null: it begins with them. */
  readonly sheet: SheetId | null;
  /** That they are filled in, also such as the sheet does not have. */
  readonly fields: readonly Field[];
  readonly fresh: FreshRows;
}

/** Where sounds cannot be had the rest is found all the same. */
async function loadSound(): Promise<Sound> {
  try {
    const { syllables } = await loadPinyin();
    return (name) => syllables(name).join(" ");
  } catch {
    return SOUNDLESS;
  }
}

export interface AlikeComing {
  /** What new rows of the file look like: the name of a row of the sheet, or the number of one that comes before. */
  readonly like: ReadonlyMap<number, string | number>;
  /** Those that may stay away, as nothing that is like them then does. */
  readonly spare: ReadonlySet<number>;
}

/** Where they begin a sheet. */
async function alikeAmong(
  { fields, fresh }: Coming,
  sound: Sound,
  signal: AbortSignal,
): Promise<AlikeComing | null> {
  const steps = alikeFreshSteps(new ColumnTable(), fresh, tellings({ fields }), sound);
  const found = await runInSlices(steps, { signal, slice: SHORT_SLICE });
  if (found.type === "cancelled") return null;
  const { like, spare } = found.value;
  return { like: new Map([...like].map(([row, other]) => [row, other.row])), spare };
}

/** Null: given up, or the sheet changed meanwhile. */
export async function alikeInFile(
  host: Host,
  coming: Coming,
  signal: AbortSignal,
): Promise<AlikeComing | null> {
  const { sheet: id, fields, fresh } = coming;
  const sound = await loadSound();
  if (id === null) return alikeAmong(coming, sound, signal);
  const { session } = host;
  const { version } = session;
  const sheet = findSheet(session.workbook, id);
  const table = session.table(id);
  if (sheet === undefined || table === undefined || signal.aborted) return null;
  const more = fields.filter((field) => findField(sheet, field.id) === undefined);
  const steps = alikeFreshSteps(table, fresh, tellings({ fields: [...sheet.fields, ...more] }), sound);
  const still = (): boolean => host.session.version === version;
  const found = await runInSlices(whileUnchanged(steps, still), { signal, slice: SHORT_SLICE });
  if (found.type === "cancelled" || found.value === null) return null;
  const nameOrRow = (like: Likeness): string | number =>
    like.in === "fresh" ? like.row : nameOf(sheet, table, table.slotOf(like.row) ?? 0);
  const { like, spare } = found.value;
  return { like: new Map([...like].map(([row, other]) => [row, nameOrRow(other)])), spare };
}

const NOTHING: Duplicates = {
  count: 0,
  groups: [],
  apart: [],
  uncompared: { most: 0, count: 0, commonest: [] },
};

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
      const { version } = session;
      const sheet = findSheet(session.workbook, id);
      const table = session.table(id);
      if (sheet === undefined || table === undefined) return NOTHING;
      const still = (): boolean => this.host.session.version === version;
      const steps = whileUnchanged(duplicateSteps(table, tellings(sheet), sound), still);
      const onProgress = ({ done, total }: { done: number; total: number }): void =>
        this.host.emit({ type: "progress", done, total });
      const found = await runInSlices(steps, { signal, onProgress });
      if (found.type === "cancelled") return null;
      if (found.value === null) continue;
      return answer(found.value, sheet, table);
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
    const areApart = apartLookup(sheet.apart ?? []);
    const except = (other: RowId): boolean => other === row || areApart(row, other);
    const steps = alikeSteps(table, tellings(sheet), { as: telling.as, text, except }, this.index);
    const { version } = session;
    const found = await runInSlices(
      whileUnchanged(steps, () => session.version === version),
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

/** The group with places in place of ids: those that are alike first, should there be too many. */
function shownGroup(
  { rows: all, pairs, weakest, alike }: Group,
  sheet: Sheet,
  table: ColumnTable,
): DuplicateGroup {
  const linked = [weakest.first, weakest.second];
  const first = [...new Set([...alike, ...linked, ...all])].slice(0, MOST_ROWS);
  const rows = all.filter((row) => first.includes(row));
  const linkOf = ({ first, second, score, evidence }: Pair): DuplicateLink => ({
    first: rows.indexOf(first),
    second: rows.indexOf(second),
    score,
    evidence,
  });
  return {
    rows: rows.map((row) => rowOf(row, sheet, table)),
    all,
    links: pairs.map(linkOf).filter((link) => link.first >= 0 && link.second >= 0),
    weakest: linkOf(weakest),
    alike: alike.map((row) => rows.indexOf(row)).filter((place) => place >= 0),
  };
}

function answer({ pairs, uncompared }: FoundPairs, sheet: Sheet, table: ColumnTable): Duplicates {
  const { apart = [] } = sheet;
  const areApart = apartLookup(apart);
  const places = table.positions();
  const groups = groupPairs(
    pairs.filter(({ first, second }) => !areApart(first, second)),
    (row) => places[table.slotOf(row) ?? 0] ?? 0,
  );
  const named = (row: RowId): Alike => ({ row, name: nameOf(sheet, table, table.slotOf(row) ?? 0) });
  return {
    count: groups.length,
    groups: groups.slice(0, MOST_GROUPS).map((group) => shownGroup(group, sheet, table)),
    apart: apart.map((rows): ApartRows => ({ rows: rows.map(named) })),
    uncompared,
  };
}
