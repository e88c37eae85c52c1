/** Rows that are no duplicates of each other: said, taken back, and forgotten with the rows. */
import type { Change, Op, RowBlock } from "../../core/change/index.ts";
import {
  type Apart,
  apartMapped,
  findSheet,
  type Sheet,
  type SheetId,
  sameApart,
  type Workbook,
  withApart,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { type Built, type Definitions, GONE_ROW, GONE_SHEET, replaced } from "./built.ts";
import type { Command, Refusal } from "./command.ts";

/** The ops that make it so; none where it is so already. */
export function apartOps(workbook: Workbook, sheet: Sheet, apart: readonly Apart[]): readonly Op[] {
  const { apart: before = [], ...rest } = sheet;
  const edit =
    apart === before ? null : replaced(workbook.sheets, apart.length === 0 ? rest : { ...rest, apart });
  return edit === null ? [] : [{ op: "sheet", edit }];
}

export function apartCommand(
  basis: Definitions,
  { type, sheet: id, rows }: Extract<Command, { type: "keepApart" | "forgetApart" }>,
): Built | Refusal {
  const sheet = findSheet(basis.workbook, id);
  const table = basis.table(id);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const { apart = [] } = sheet;
  const present = rows.filter((row) => table.slotOf(row) !== null);
  if (present.length < 2) return GONE_ROW;
  const wanted = Array.from(present).sort((a, b) => a - b);
  const left = apart.filter((each) => !sameApart(each, wanted));
  const after = type === "keepApart" ? withApart(apart, present) : left.length < apart.length ? left : apart;
  return {
    change: { ops: apartOps(basis.workbook, sheet, after) },
    cause: { type, sheet: id, rows: present.length },
  };
}

/** Rows that a change takes away, by sheet. */
function leaving(change: Change): ReadonlyMap<SheetId, readonly RowBlock[]> {
  const blocks = new Map<SheetId, readonly RowBlock[]>();
  for (const op of change.ops)
    if (op.op === "removeRows") blocks.set(op.sheet, [...(blocks.get(op.sheet) ?? []), ...op.blocks]);
  return blocks;
}

/** What was said of rows that a change took away goes with them. The change is applied already. */
export function forgetGone(
  {
    workbook,
    table,
  }: { readonly workbook: Workbook; readonly table: (id: SheetId) => ColumnTable | undefined },
  change: Change,
): readonly Op[] {
  return Array.from(leaving(change)).flatMap(([id, blocks]) => {
    const sheet = findSheet(workbook, id);
    const rows = table(id);
    if (sheet?.apart === undefined || rows === undefined) return [];
    const gone = new Set<number>();
    for (const { ids } of blocks) for (const row of ids) if (rows.slotOf(row) === null) gone.add(row);
    return apartOps(
      workbook,
      sheet,
      apartMapped(sheet.apart, (row) => (gone.has(row) ? null : row)),
    );
  });
}
