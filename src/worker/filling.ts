/** From a dragged fill to the one command that it is: columns go on in themselves, rows over columns of one kind. */
import {
  type Atom,
  type Field,
  type FieldId,
  findField,
  fromAtom,
  isNumeric,
  packAtoms,
} from "../core/model/index.ts";
import { atomOf } from "../engine/columns/column.ts";
import { filled, repeated, type Series } from "../engine/fill/series.ts";
import type { ColumnCells, Command } from "../engine/session/command.ts";
import type { Screen } from "../engine/session/screens.ts";
import type { Steps } from "../engine/steps.ts";
import { clipText } from "../exchange/clipboard/cells.ts";
import { Taker } from "../exchange/clipboard/take.ts";
import type { LocaleFormat } from "../fields/index.ts";
import type { FillRequest, PickedBox } from "./api.ts";

/** Cells between two chances to pause. */
const STEP = 1 << 12;

interface Filling {
  readonly screen: Screen;
  readonly request: FillRequest;
  readonly to: PickedBox;
  readonly locale: LocaleFormat;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

function reader({ table, slots }: Screen, field: Field): (row: number) => Atom {
  const column = table.columns.get(field.id);
  return (row) => (column === undefined ? null : atomOf(column, slots[row] ?? 0));
}

function seriesFor(field: Field, atoms: readonly Atom[], how: FillRequest["how"]): Series {
  return how === "copy" ? repeated(atoms) : filled(field.type, atoms, how === "toggled");
}

const write = (
  { table, slots }: Screen,
  field: Field,
  rows: readonly number[],
  atoms: readonly Atom[],
): ColumnCells => ({
  field: field.id,
  rows: Uint32Array.from(rows, (row) => table.idOf(slots[row] ?? 0)),
  values: packAtoms(isNumeric(field.type), atoms),
});

/** Below or above: `source` in the order it is dragged in, `targets` from near to far. */
function* downSteps(
  filling: Filling,
  field: Field,
  source: readonly number[],
  targets: readonly number[],
): Steps<ColumnCells> {
  const { screen, request } = filling;
  const series = seriesFor(field, source.map(reader(screen, field)), request.how);
  const atoms: Atom[] = [];
  for (const place of targets.keys()) {
    atoms.push(series(place));
    if (place % STEP === STEP - 1) yield { done: place, total: targets.length };
  }
  return write(screen, field, targets, atoms);
}

const sameType = (a: Field, b: Field): boolean =>
  a.type.storage === b.type.storage &&
  (a.type.storage !== "integer" || b.type.storage !== "integer" || a.type.decimals === b.type.decimals) &&
  a.type.storage !== "choice" &&
  a.type.storage !== "choices";

/** To the right or left, one target column for all its rows. Between kinds the text goes over; what cannot, stays. */
function* acrossSteps(
  { screen, request, locale }: Filling,
  sources: readonly Field[],
  target: Field,
  place: number,
  rows: readonly number[],
): Steps<ColumnCells> {
  const from = sources[place % sources.length] ?? target;
  const alike = sources.every((field) => sameType(field, target));
  const readers = sources.map((field) => reader(screen, field));
  const taker = new Taker(target, locale);
  const kept: number[] = [];
  const atoms: Atom[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total: rows.length };
    if (alike) {
      kept.push(row);
      atoms.push(
        seriesFor(
          target,
          readers.map((read) => read(row)),
          request.how,
        )(place),
      );
      continue;
    }
    const atom = readers[place % sources.length]?.(row) ?? null;
    const taken = taker.take(clipText(fromAtom(from.type, atom), from, locale));
    if (!taken.ok) continue;
    kept.push(row);
    atoms.push(taken.atom);
  }
  const choices = taker.choices === undefined ? {} : { choices: taker.choices };
  return { ...write(screen, target, kept, atoms), ...choices };
}

/** `to` holds the box that is filled from, and reaches beyond it in one direction. */
export function* fillSteps(filling: Filling): Steps<Command> {
  const { screen, request, to } = filling;
  const { from } = request;
  const field = (column: number): Field | undefined =>
    findField(screen.sheet, request.fields[column] ?? ("" as FieldId));
  const last = Math.min(to.bottom, screen.slots.length - 1);
  const columns: ColumnCells[] = [];
  const rows = range(from.top, Math.min(from.bottom, last));
  const across = range(from.left, from.right);
  if (to.bottom > from.bottom || to.top < from.top) {
    const up = to.top < from.top;
    const targets = up ? range(to.top, from.top - 1).toReversed() : range(from.bottom + 1, last);
    for (const column of across) {
      const known = field(column);
      if (known !== undefined)
        columns.push(yield* downSteps(filling, known, up ? rows.toReversed() : rows, targets));
    }
  } else {
    const left = to.left < from.left;
    const targets = left ? range(to.left, from.left - 1).toReversed() : range(from.right + 1, to.right);
    const sources = (left ? across.toReversed() : across).flatMap((column) => field(column) ?? []);
    for (const [place, column] of targets.entries()) {
      const known = field(column);
      if (known !== undefined) columns.push(yield* acrossSteps(filling, sources, known, place, rows));
    }
  }
  return { type: "setCells", sheet: screen.sheet.id, columns };
}

/** How far down the data beside a box goes on without a gap: to its left, else to its right. */
export function neighbourEnd({ table, slots }: Screen, fields: readonly FieldId[], box: PickedBox): number {
  for (const at of [box.left - 1, box.right + 1]) {
    const column = table.columns.get(fields[at] ?? ("" as FieldId));
    if (column === undefined) continue;
    let row = box.bottom;
    while (row + 1 < slots.length && atomOf(column, slots[row + 1] ?? 0) !== null) row += 1;
    if (row > box.bottom) return row;
  }
  return box.bottom;
}
