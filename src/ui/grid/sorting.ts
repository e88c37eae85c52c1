/** What a click on a header makes of a view's sort keys. Pure. */
import type { FieldId, SortKey } from "../../core/model/index.ts";

type Direction = SortKey["direction"];

/** A column's part in the sort: its direction, its rank from 1, and how many keys there are. */
export interface SortPlace {
  readonly direction: Direction;
  readonly rank: number;
  readonly keys: number;
}

export function sortPlace(sort: readonly SortKey[], field: string): SortPlace | null {
  const index = sort.findIndex((key) => key.field === field);
  const key = sort[index];
  return key === undefined ? null : { direction: key.direction, rank: index + 1, keys: sort.length };
}

function following(direction: Direction | undefined): Direction | undefined {
  switch (direction) {
    case undefined:
      return "ascending";
    case "ascending":
      return "descending";
    case "descending":
      return undefined;
  }
}

/** Ascending, descending, none, and round again. `adding` (Shift) leaves the other keys as they are. */
export function nextSort(sort: readonly SortKey[], field: FieldId, adding: boolean): readonly SortKey[] {
  const place = sort.findIndex((key) => key.field === field);
  const direction = following(sort[place]?.direction);
  const key: readonly SortKey[] = direction === undefined ? [] : [{ field, direction }];
  if (!adding) return key;
  return place < 0 ? [...sort, ...key] : sort.flatMap((each, index) => (index === place ? key : [each]));
}
