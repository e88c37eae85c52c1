/**
 * What is selected, as a description: corners by the row's place on the screen and the column's, both from 0. It is as
 * small for a million rows as for one cell. Pure.
 */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are to select from. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Whole rows, whole columns and everything stay whole when the sheet grows. */
export type Span = "cells" | "rows" | "columns" | "all";

export interface Range {
  readonly span: Span;
  /** Where it was begun; it is extended from here. */
  readonly from: Place;
  readonly to: Place;
}

export interface Selection {
  /** The cell that is typed into; it lies in one of the ranges. */
  readonly active: Place;
  /** At least one; the last is the one that Shift extends. */
  readonly ranges: readonly Range[];
}

/** Corners, both included. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const samePlace = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

/** One cell. */
export const only = (place: Place): Selection => ({
  active: place,
  ranges: [{ span: "cells", from: place, to: place }],
});

export const boxAt = ({ row, column }: Place): Box => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

/** All of a box, and the cursor in its first cell. */
export const ofBox = ({ top, left, bottom, right }: Box): Selection => {
  const from = { row: top, column: left };
  return { active: from, ranges: [{ span: "cells", from, to: { row: bottom, column: right } }] };
};

export const span = (kind: Span, from: Place, to: Place = from): Selection => ({
  active: from,
  ranges: [{ span: kind, from, to }],
});

/** Everything; the cursor stays where it is. */
export const everything = ({ active }: Selection): Selection => ({
  active,
  ranges: [{ span: "all", from: active, to: active }],
});

export const lastRange = ({ active, ranges }: Selection): Range =>
  ranges.at(-1) ?? { span: "cells", from: active, to: active };

/** The last range reaches to another place. */
export const extended = (selection: Selection, to: Place): Selection => ({
  ...selection,
  ranges: [...selection.ranges.slice(0, -1), { ...lastRange(selection), to }],
});

/** One more range, which has the cursor from now on. */
export const added = (selection: Selection, kind: Span, place: Place): Selection => ({
  active: place,
  ranges: [...selection.ranges, { span: kind, from: place, to: place }],
});

/** Null where nothing of it is there. */
export function boxOf({ span: kind, from, to }: Range, { rows, columns }: Size): Box | null {
  const whole = { rows: kind === "columns" || kind === "all", columns: kind === "rows" || kind === "all" };
  const box: Box = {
    top: whole.rows ? 0 : Math.max(0, Math.min(from.row, to.row)),
    bottom: whole.rows ? rows - 1 : Math.min(rows - 1, Math.max(from.row, to.row)),
    left: whole.columns ? 0 : Math.max(0, Math.min(from.column, to.column)),
    right: whole.columns ? columns - 1 : Math.min(columns - 1, Math.max(from.column, to.column)),
  };
  return box.top > box.bottom || box.left > box.right ? null : box;
}

export const boxesOf = (selection: Selection, size: Size): readonly Box[] =>
  selection.ranges.flatMap((range) => boxOf(range, size) ?? []);

export const isSingle = ({ ranges }: Selection): boolean => {
  const [range] = ranges;
  return (
    ranges.length === 1 && range !== undefined && range.span === "cells" && samePlace(range.from, range.to)
  );
};

const widthOf = (box: Box): number => box.right - box.left + 1;
const heightOf = (box: Box): number => box.bottom - box.top + 1;
export const cellsOf = (box: Box): number => widthOf(box) * heightOf(box);

export const within = ({ row, column }: Place, box: Box): boolean =>
  box.top <= row && row <= box.bottom && box.left <= column && column <= box.right;

/** The cell that Tab ("across") or Enter ("down") goes to next, round and round through all ranges. */
export function cycled(selection: Selection, size: Size, order: "across" | "down", step: 1 | -1): Selection {
  const boxes = boxesOf(selection, size);
  const at = boxes.findIndex((box) => within(selection.active, box));
  const box = boxes[at];
  if (box === undefined) return selection;
  const [width, height] = [widthOf(box), heightOf(box)];
  const [row, column] = [selection.active.row - box.top, selection.active.column - box.left];
  const index = (order === "across" ? row * width + column : column * height + row) + step;
  const inside = index >= 0 && index < width * height;
  const next = inside ? box : boxes.at((at + step) % boxes.length);
  if (next === undefined) return selection;
  const inner = inside ? index : step > 0 ? 0 : cellsOf(next) - 1;
  const side = order === "across" ? widthOf(next) : heightOf(next);
  const [major, minor] = [Math.floor(inner / side), inner % side];
  const active =
    order === "across"
      ? { row: next.top + major, column: next.left + minor }
      : { row: next.top + minor, column: next.left + major };
  return { ...selection, active };
}

/** What stays selected when rows move to other places: what does not depend on them, else the cursor's cell. */
export function afterReorder(selection: Selection): Selection {
  const stays = selection.ranges.every(({ span: kind }) => kind === "columns" || kind === "all");
  return stays ? selection : only(selection.active);
}

/** Within what is there: `rows` and `columns` of the size are the most. The cursor may stand on one row more. */
export function clamped(place: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  };
}
