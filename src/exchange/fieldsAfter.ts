/** What a sheet has after an import: the fields that it gets, and where the file begins it, their names and its first view. */
import {
  columnsOf,
  DEFAULT_COLUMN_WIDTH,
  type Field,
  firstView,
  type Sheet,
  unusedName,
  type View,
} from "../core/model/index.ts";
import type { Reading } from "./reading.ts";

interface ReadColumn {
  /** Goes nowhere. */
  readonly ignored: boolean;
  readonly reading: Pick<Reading, "field">;
}

/** The file's columns first, in its order; fields it does not have wait hidden. */
export function viewAfter(sheet: Sheet, columns: readonly ReadColumn[]): View {
  const view = firstView(sheet);
  const known = new Map(columnsOf(sheet, view).map((column) => [column.field, column]));
  const own = columns
    .filter(({ ignored }) => !ignored)
    .map(({ reading: { field } }) => ({
      ...(known.get(field.id) ?? { width: DEFAULT_COLUMN_WIDTH, frozen: false }),
      field: field.id,
      hidden: false,
    }));
  const shown = new Set(own.map(({ field }) => field));
  const rest = [...known.values()].filter(({ field }) => !shown.has(field));
  return { ...view, columns: [...own, ...rest.map((column) => ({ ...column, hidden: true }))] };
}

/** Fields that keep no column of the file but stand in the way of its names. */
function renamed(sheet: Sheet, columns: readonly ReadColumn[]): readonly Field[] {
  const kept = new Set(columns.map(({ reading }) => reading.field.id));
  const names = new Set(columns.map(({ reading }) => reading.field.name));
  const unmatched = sheet.fields.filter(({ id }) => !kept.has(id));
  const taken = new Set([...names, ...unmatched.map(({ name }) => name)]);
  return unmatched.flatMap((field) => {
    if (!names.has(field.name)) return [];
    const name = unusedName(field.name, taken);
    taken.add(name);
    return [{ ...field, name }];
  });
}

/** Fields that the sheet gets, or gets in another form. */
export function fieldsAfter(sheet: Sheet, columns: readonly ReadColumn[], begins: boolean): readonly Field[] {
  const known = new Set(sheet.fields);
  const changed = columns.flatMap(({ ignored, reading: { field } }) =>
    ignored || known.has(field) ? [] : [field],
  );
  return begins ? [...changed, ...renamed(sheet, columns)] : changed;
}
