/** What becomes of a group of rows that are merged: which of them take part, and for each column the value that stays. */
import { createMemo, createSignal } from "solid-js";
import {
  type Field,
  type FieldId,
  type KindId,
  type RowId,
  toAtom,
  together,
  type Value,
} from "../../core/model/index.ts";
import type { Command, DuplicateGroup, DuplicateRow } from "../../worker/api.ts";

/** Kinds whose values may all stay, and whether they do where nobody says otherwise: else something would be lost. */
const TOGETHER: Partial<Record<KindId, { readonly usual: boolean }>> = {
  longText: { usual: true },
  choices: { usual: true },
  number: { usual: false },
  money: { usual: false },
};

/** A field in which the rows differ, with what all of its values come to; null: one of them has to be chosen. */
export interface Line {
  readonly field: Field;
  readonly values: readonly Value[];
  readonly all: Value;
}

type Take = Extract<Command, { type: "mergeRows" }>["take"];

export interface Choice {
  readonly group: DuplicateGroup;
  /** Places in the group of the rows that become one; the first of them stays. */
  readonly places: () => readonly number[];
  readonly include: (place: number, included: boolean) => void;
  readonly rows: () => readonly DuplicateRow[];
  readonly lines: () => readonly Line[];
  /** Which row's value stays; null: all of them together. */
  readonly taken: (line: Line) => RowId | null;
  readonly take: (field: FieldId, from: RowId | null) => void;
  readonly takes: () => Take;
}

function lineOf(field: Field, values: readonly Value[]): readonly Line[] {
  const distinct = new Set(values.map(toAtom));
  if (distinct.size < 2) return [];
  distinct.delete(null);
  const joins = TOGETHER[field.kind] !== undefined && distinct.size > 1;
  return [{ field, values, all: joins ? together(field.type, values) : null }];
}

export function createChoice(group: DuplicateGroup, fields: readonly Field[]): Choice {
  const [places, setPlaces] = createSignal(group.alike);
  const [asked, setAsked] = createSignal<ReadonlyMap<FieldId, RowId | null>>(new Map());
  const rows = createMemo(() => places().flatMap((place) => group.rows[place] ?? []));
  const lines = createMemo(() =>
    fields.flatMap((field, index) =>
      lineOf(
        field,
        rows().map(({ values }) => values[index] ?? null),
      ),
    ),
  );
  const taken = ({ field, values, all }: Line): RowId | null => {
    const wanted = asked().get(field.id);
    if (wanted === null && all !== null) return null;
    if (rows().some(({ row }) => row === wanted)) return wanted ?? null;
    if (all !== null && TOGETHER[field.kind]?.usual === true) return null;
    return rows()[values.findIndex((value) => toAtom(value) !== null)]?.row ?? null;
  };
  return {
    group,
    places,
    include: (place, included) =>
      setPlaces((now) =>
        group.rows.flatMap((_, each) => ((each === place ? included : now.includes(each)) ? [each] : [])),
      ),
    rows,
    lines,
    taken,
    take: (field, from) => setAsked((now) => new Map(now).set(field, from)),
    takes: () =>
      lines()
        .map((line) => ({ field: line.field.id, from: taken(line) }))
        .filter(({ from }) => from !== rows()[0]?.row),
  };
}
