/** What a workbook file holds: a whole workbook but for its history. */
import type { Op } from "../../core/change/index.ts";
import type { FieldId, SheetId, Vector, Workbook, WorkbookSettings } from "../../core/model/index.ts";

/** The rows of a sheet in its own order; fields without a vector are empty. */
export interface ContentRows {
  readonly ids: Uint32Array;
  readonly columns: ReadonlyMap<FieldId, Vector>;
}

export interface Content {
  readonly workbook: Workbook;
  readonly rows: ReadonlyMap<SheetId, ContentRows>;
}

export const rowsIn = ({ rows }: Content): number =>
  Array.from(rows.values()).reduce((sum, { ids }) => sum + ids.length, 0);

/** What makes a new, empty workbook, whose settings are `empty`, hold all that a file does. */
export function contentOps({ workbook, rows }: Content, empty: WorkbookSettings): readonly Op[] {
  return [
    { op: "settings", before: empty, after: workbook.settings },
    ...workbook.sheets.flatMap((sheet, index): readonly Op[] => {
      const added: Op = { op: "sheet", edit: { before: null, after: { index, item: sheet } } };
      const own = rows.get(sheet.id);
      if (own === undefined || own.ids.length === 0) return [added];
      return [added, { op: "insertRows", sheet: sheet.id, blocks: [{ at: 0, ...own }] }];
    }),
  ];
}
