/** The naive truth: a sheet as a plain list of rows, each a Map. Slow and obvious; the engine must agree with it. */
import { ChangeMisfit, type RowBlock, type State, type Table } from "../../src/core/change/index.ts";
import {
  type Atom,
  atomAt,
  type FieldId,
  packAtoms,
  type Vector,
  type Workbook,
} from "../../src/core/model/index.ts";

interface ListRow {
  readonly id: number;
  readonly cells: Map<FieldId, Atom>;
}

export class ListTable implements Table {
  rows: ListRow[] = [];
  readonly fields = new Set<FieldId>();

  get rowCount(): number {
    return this.rows.length;
  }

  private known(field: FieldId): void {
    if (!this.fields.has(field)) throw new ChangeMisfit(`no field ${field}`);
  }

  setCells(field: FieldId, rows: Uint32Array, values: Vector): void {
    this.known(field);
    const found = Array.from(rows, (id) => {
      const row = this.rows.find((each) => each.id === id);
      if (row === undefined) throw new ChangeMisfit(`no row ${id}`);
      return row;
    });
    for (const [index, row] of found.entries()) row.cells.set(field, atomAt(values, index));
  }

  insertRows(blocks: readonly RowBlock[]): void {
    const next = [...this.rows];
    for (const block of blocks) {
      if (block.at > next.length) throw new ChangeMisfit("no such place");
      for (const field of block.columns.keys()) this.known(field);
      const rows = Array.from(block.ids, (id, index) => {
        if (next.some((row) => row.id === id)) throw new ChangeMisfit(`row ${id} is there already`);
        const cells = new Map(
          [...block.columns].map(([field, vector]) => [field, atomAt(vector, index)] as const),
        );
        return { id, cells };
      });
      next.splice(block.at, 0, ...rows);
    }
    this.rows = next;
  }

  removeRows(blocks: readonly RowBlock[]): void {
    const next = [...this.rows];
    for (const block of blocks.toReversed()) {
      const gone = next.splice(block.at, block.ids.length);
      if (gone.some((row, index) => row.id !== block.ids[index]) || gone.length !== block.ids.length) {
        throw new ChangeMisfit("other rows are there");
      }
    }
    this.rows = next;
  }

  addColumn(field: FieldId, _type: unknown, values: Vector | null): void {
    if (this.fields.has(field)) throw new ChangeMisfit(`field ${field} is there already`);
    this.fields.add(field);
    if (values === null) return;
    for (const [index, row] of this.rows.entries()) row.cells.set(field, atomAt(values, index));
  }

  removeColumn(field: FieldId): void {
    this.known(field);
    this.fields.delete(field);
    for (const row of this.rows) row.cells.delete(field);
  }

  column(field: FieldId, numeric: boolean): Vector {
    return packAtoms(
      numeric,
      this.rows.map((row) => row.cells.get(field) ?? null),
    );
  }
}

export function oracleState(workbook: Workbook): State<ListTable> {
  const state: State<ListTable> = { workbook, tables: new Map(), createTable: () => new ListTable() };
  for (const sheet of workbook.sheets) {
    const table = new ListTable();
    for (const field of sheet.fields) table.addColumn(field.id, field.type, null);
    state.tables.set(sheet.id, table);
  }
  return state;
}
