/** Find and replace in the cells of a sheet's last query, by the text that editing a cell begins with. */
import {
  type Atom,
  type Field,
  type FieldId,
  findField,
  fromAtom,
  type SheetId,
} from "../core/model/index.ts";
import { atomOf } from "../engine/columns/column.ts";
import { type Pattern, patternOf } from "../engine/query/pattern.ts";
import type { ColumnCells, Command } from "../engine/session/command.ts";
import type { Screen } from "../engine/session/screens.ts";
import { runInSlices, SHORT_SLICE, type Steps, whileUnchanged } from "../engine/steps.ts";
import { Taker } from "../exchange/clipboard/take.ts";
import { kindOf, type LocaleFormat, localeFormat } from "../fields/index.ts";
import type {
  CellsQuestion,
  FindStep,
  FoundCells,
  PickedPlace,
  Replaced,
  ReplacePreview,
  ReplaceRequest,
} from "./api.ts";
import type { Host } from "./host.ts";

/** Places found; more are not told apart. */
const MOST = 5_000_000;
/** Distinct values of a column whose texts are remembered. */
const REMEMBERED = 1 << 16;
/** Rows read between two chances to pause. */
const STEP = 512;
/** Changes that a preview shows one by one. */
const SHOWN = 200;

/** Every place that matches, as row times columns plus column, ascending. */
interface Found {
  readonly key: string;
  readonly version: symbol;
  readonly slots: Uint32Array;
  readonly columns: readonly FieldId[];
  readonly places: Uint32Array;
}

/** A column's texts, each worked out once as far as they are remembered. */
function textsOf(field: Field, locale: LocaleFormat): (atom: Atom) => string {
  const kind = kindOf(field);
  const known = new Map<Atom, string>();
  return (atom) => {
    if (atom === null) return "";
    const before = known.get(atom);
    if (before !== undefined) return before;
    const text = kind.editText(fromAtom(field.type, atom), field, locale);
    if (known.size < REMEMBERED) known.set(atom, text);
    return text;
  };
}

interface Reader {
  readonly field: Field;
  readonly at: number;
  readonly text: (slot: number) => string;
}

function readersOf(screen: Screen, fields: readonly FieldId[], locale: LocaleFormat): readonly Reader[] {
  return fields.flatMap((id, at): readonly Reader[] => {
    const field = findField(screen.sheet, id);
    const column = screen.table.columns.get(id);
    if (field === undefined || column === undefined) return [];
    const text = textsOf(field, locale);
    return [{ field, at, text: (slot) => text(atomOf(column, slot)) }];
  });
}

/** Whether a place lies in the column that is asked for, and within what was selected. */
function within({ column, boxes }: CellsQuestion): (row: number, at: number, id: FieldId) => boolean {
  return (row, at, id) =>
    (column === null || column === id) &&
    (boxes === null ||
      boxes.some((box) => row >= box.top && row <= box.bottom && at >= box.left && at <= box.right));
}

function* placesSteps(
  screen: Screen,
  question: CellsQuestion,
  pattern: Pattern,
  locale: LocaleFormat,
): Steps<Uint32Array> {
  const readers = readersOf(screen, question.fields, locale);
  const asked = within(question);
  const width = question.fields.length;
  const places: number[] = [];
  const { layout } = screen;
  for (const [row, slot] of screen.slots.entries()) {
    for (const { field, at, text } of readers)
      if (asked(layout.placeOf(row), at, field.id) && pattern.matches(text(slot)))
        places.push(row * width + at);
    if (places.length >= MOST) break;
    if (row % STEP === STEP - 1) yield { done: row, total: screen.slots.length };
  }
  return Uint32Array.from(places);
}

/** The first index whose place is not before. */
function indexOf(places: Uint32Array, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Prepared {
  readonly columns: readonly ColumnCells[];
  readonly preview: ReplacePreview;
}

/** What replacing would write, and the first of it to be looked at. */
function* replaceSteps(
  screen: Screen,
  { columns: fields, places }: Pick<Found, "columns" | "places">,
  pattern: Pattern,
  by: string,
  locale: LocaleFormat,
): Steps<Prepared> {
  const readers = new Map(readersOf(screen, fields, locale).map((reader) => [reader.at, reader]));
  const takers = new Map<number, { taker: Taker; field: Field; rows: number[]; atoms: Atom[] }>();
  const changes: ReplacePreview["changes"][number][] = [];
  let cells = 0;
  let refused = 0;
  for (const [done, place] of places.entries()) {
    if (done % STEP === STEP - 1) yield { done, total: places.length };
    const at = place % fields.length;
    const row = (place - at) / fields.length;
    const reader = readers.get(at);
    const slot = screen.slots[row];
    if (reader === undefined || slot === undefined) continue;
    const into = takers.get(at) ?? {
      taker: new Taker(reader.field, locale),
      field: reader.field,
      rows: [],
      atoms: [],
    };
    takers.set(at, into);
    const before = reader.text(slot);
    const after = pattern.replaced(before, by);
    if (after === before) continue;
    const taken = into.taker.take(after);
    if (taken.ok) {
      into.rows.push(screen.table.idOf(slot));
      into.atoms.push(taken.atom);
      cells += 1;
    } else refused += 1;
    if (changes.length < SHOWN)
      changes.push({ row, field: reader.field.id, before, after, problem: taken.ok ? null : taken.problem });
  }
  const columns = [...takers.values()]
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ taker, field, rows, atoms }): ColumnCells => ({
        field: field.id,
        rows: Uint32Array.from(rows),
        values: taker.pack(atoms),
        ...(taker.choices === undefined ? {} : { choices: taker.choices }),
      }),
    );
  return { columns, preview: { cells, refused, changes } };
}

export class FindJobs {
  private readonly host: Host;
  private running = new AbortController();
  private found: Found | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  private get locale(): LocaleFormat {
    const { locale, currency } = this.host.shown.workbook.settings;
    return localeFormat(locale, currency);
  }

  /** A newer question gives up the one before. Null: given up, or the sheet is gone. */
  private async places(id: SheetId, question: CellsQuestion): Promise<Found | null> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    for (;;) {
      const session = this.host.shown;
      const screen = session.screens.of(id);
      if (screen === null) return null;
      const { version } = session;
      const key = JSON.stringify([id, question]);
      const known = this.found;
      if (known?.key === key && known.version === version && known.slots === screen.slots) return known;
      const steps = placesSteps(screen, question, patternOf(question), this.locale);
      const done = await runInSlices(
        whileUnchanged(steps, () => session.version === version),
        {
          signal,
          slice: SHORT_SLICE,
          onProgress: (progress) => this.host.emit({ type: "progress", ...progress }),
        },
      );
      if (done.type === "cancelled") return null;
      if (done.value === null) continue;
      this.found = { key, version, slots: screen.slots, columns: question.fields, places: done.value };
      return this.found;
    }
  }

  async find(id: SheetId, question: CellsQuestion, { from, step }: FindStep): Promise<FoundCells | null> {
    const found = await this.places(id, question);
    if (found === null) return null;
    const { places, columns } = found;
    if (places.length === 0) return { count: 0, at: null };
    const layout = this.host.shown.screens.of(id)?.layout;
    const here = (layout?.rowFrom(from.row) ?? from.row) * columns.length + from.column;
    const next = indexOf(places, step > 0 ? here + 1 : here) - (step < 0 ? 1 : 0);
    // Past the last it goes on with the first, as everywhere.
    const index = (next + places.length) % places.length;
    const place = places[index] ?? 0;
    const column = place % columns.length;
    const row = (place - column) / columns.length;
    return { count: places.length, at: { index, row: layout?.placeOf(row) ?? row, column } };
  }

  private async prepare(id: SheetId, { question, by, only }: ReplaceRequest): Promise<Prepared | null> {
    const found = await this.places(id, question);
    const screen = this.host.shown.screens.of(id);
    if (found === null || screen === null) return null;
    const { columns } = found;
    const row = only === null ? 0 : screen.layout.rowFrom(only.row);
    const places = only === null ? found.places : onePlace(found, { ...only, row });
    const steps = replaceSteps(screen, { columns, places }, patternOf(question), by, this.locale);
    const done = await runInSlices(steps, {
      slice: SHORT_SLICE,
      onProgress: (progress) => this.host.emit({ type: "progress", ...progress }),
    });
    return done.type === "cancelled" ? null : done.value;
  }

  async preview(id: SheetId, request: ReplaceRequest): Promise<ReplacePreview | null> {
    return (await this.prepare(id, request))?.preview ?? null;
  }

  /** One step for all of them. Cells whose new text their column cannot read keep what they hold. */
  async replace(id: SheetId, request: ReplaceRequest): Promise<Replaced> {
    const prepared = await this.prepare(id, request);
    if (prepared === null) return { ok: false, refusal: { refused: "gone", what: "sheet" } };
    const { columns, preview } = prepared;
    if (columns.length === 0) return { ok: true, ...preview };
    const command: Command = { type: "setCells", sheet: id, columns };
    const given = await this.host.perform(command);
    return given !== null && "ok" in given && !given.ok ? given : { ok: true, ...preview };
  }
}

/** That place, where it is among those found. */
function onePlace({ places, columns }: Found, { row, column }: PickedPlace): Uint32Array {
  const place = row * columns.length + column;
  const index = indexOf(places, place);
  return places[index] === place ? places.subarray(index, index + 1) : new Uint32Array();
}
