/**
 * The rows of one sheet, columnar. A row's id leads to its slot; the sheet's own order is a list of slots.
 * Inserting and deleting rows moves that list only, never a column.
 */
import { ChangeMisfit, type RowBlock, type Table } from "../../core/change/index.ts";
import {
  type Atom,
  type FieldId,
  type FieldType,
  isNumeric,
  type RowId,
  type Vector,
} from "../../core/model/index.ts";
import { CHUNK_ROWS, type RowChunk, type SheetRows } from "../../core/schema/snapshot.ts";
import type { Steps } from "../steps.ts";
import {
  atomOf,
  type CodedColumn,
  type Column,
  clearSlots,
  copyColumn,
  growColumn,
  makeColumn,
  readVector,
  writeVector,
} from "./column.ts";

const NO_SLOT = -1;
const FIRST_CAPACITY = CHUNK_ROWS;

export class ColumnTable implements Table {
  readonly columns = new Map<FieldId, Column>();
  /** Slots in the sheet's own order; only the first `rowCount` count. */
  private sequence: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  private count = 0;
  private capacity = FIRST_CAPACITY;
  /** By slot; 0 is a free slot. */
  private idAt: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  private slotById: Int32Array = new Int32Array(FIRST_CAPACITY).fill(NO_SLOT);
  private free: number[] = [];
  /** Slots from here on were never used. */
  private frontier = 0;
  private highestId = 0;
  private readonly dirty = new Set<number>();
  /** Made when asked for, and again after rows came or went. */
  private placeOf: Uint32Array | null = null;

  get rowCount(): number {
    return this.count;
  }

  /** Slots from 0 up to here may be in use: the length that arrays by slot need. */
  get slotCount(): number {
    return this.frontier;
  }

  /** The sheet's own order, as slots. A view on live memory: read it, do not keep it. */
  get order(): Uint32Array {
    return this.sequence.subarray(0, this.count);
  }

  /** The id a next new row may take: ids are never given twice. */
  get nextRowId(): number {
    return this.highestId + 1;
  }

  /** Gives ids again from `next` on: those rows were taken back before anyone else could know of them. */
  rewind(next: number): void {
    this.highestId = next - 1;
  }

  idOf(slot: number): RowId {
    return (this.idAt[slot] ?? 0) as RowId;
  }

  slotOf(row: number): number | null {
    const slot = this.slotById[row] ?? NO_SLOT;
    return slot === NO_SLOT ? null : slot;
  }

  atom(field: FieldId, slot: number): Atom {
    const column = this.columns.get(field);
    return column === undefined ? null : atomOf(column, slot);
  }

  /** By slot: its place in the sheet's own order. Slots not in use may hold anything. */
  positions(): Uint32Array {
    if (this.placeOf === null) {
      const places = new Uint32Array(this.frontier);
      for (let place = 0; place < this.count; place++) places[this.sequence[place] ?? 0] = place;
      this.placeOf = places;
    }
    return this.placeOf;
  }

  /** Place of a row in the sheet's own order, or -1. Looks through the order: for single rows. */
  positionOf(row: number): number {
    const slot = this.slotOf(row);
    return slot === null ? -1 : this.order.indexOf(slot);
  }

  private column(field: FieldId): Column {
    const column = this.columns.get(field);
    if (column === undefined) throw new ChangeMisfit(`no field ${field}`);
    return column;
  }

  private slotsOf(rows: Uint32Array): Uint32Array {
    const slots = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const slot = this.slotById[rows[i] ?? 0] ?? NO_SLOT;
      if (slot === NO_SLOT) throw new ChangeMisfit(`no row ${rows[i]}`);
      slots[i] = slot;
    }
    return slots;
  }

  private touch(slots: Uint32Array): void {
    for (let i = 0; i < slots.length; i++) this.dirty.add(Math.floor((slots[i] ?? 0) / CHUNK_ROWS));
  }

  setCells(field: FieldId, rows: Uint32Array, values: Vector): void {
    const column = this.column(field);
    const slots = this.slotsOf(rows);
    writeVector(column, slots, values);
    this.touch(slots);
  }

  addColumn(field: FieldId, type: FieldType, values: Vector | null): void {
    if (this.columns.has(field)) throw new ChangeMisfit(`field ${field} is there already`);
    const column = makeColumn(isNumeric(type), this.capacity);
    if (values !== null) {
      writeVector(column, this.order, values);
      this.touch(this.order);
    }
    this.columns.set(field, column);
  }

  removeColumn(field: FieldId): void {
    this.column(field);
    this.columns.delete(field);
    this.touch(this.order);
  }

  insertRows(blocks: readonly RowBlock[]): void {
    let total = 0;
    let highest = this.highestId;
    for (const block of blocks) {
      if (block.at > this.count + total) throw new ChangeMisfit(`no place ${block.at} for rows`);
      total += block.ids.length;
      for (const id of block.ids) {
        if (id === 0 || this.slotOf(id) !== null) throw new ChangeMisfit(`row ${id} is there already`);
        if (id > highest) highest = id;
      }
      for (const field of block.columns.keys()) this.column(field);
    }
    this.reserve(total, highest);
    const slots = blocks.map((block) => {
      const own = this.allocate(block.ids.length);
      this.occupy(own, block);
      return own;
    });
    this.placeOf = null;
    this.sequence = spliceIn(this.sequence, this.count, blocks, slots, this.capacity);
    this.count += total;
  }

  private allocate(count: number): Uint32Array {
    const slots = new Uint32Array(count);
    for (let i = 0; i < count; i++) slots[i] = this.free.pop() ?? this.frontier++;
    return slots;
  }

  /** Puts rows into slots and writes their cells. */
  private occupy(slots: Uint32Array, rows: RowChunk): void {
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const id = rows.ids[i] ?? 0;
      this.idAt[slot] = id;
      this.slotById[id] = slot;
    }
    for (const [field, vector] of rows.columns) writeVector(this.column(field), slots, vector);
    this.touch(slots);
  }

  removeRows(blocks: readonly RowBlock[]): void {
    for (const block of blocks) {
      for (let i = 0; i < block.ids.length; i++) {
        const slot = this.slotOf(block.ids[i] ?? 0);
        if (slot === null || this.sequence[block.at + i] !== slot || block.at + i >= this.count) {
          throw new ChangeMisfit(`row ${block.ids[i]} is not at place ${block.at + i}`);
        }
      }
    }
    this.placeOf = null;
    let write = 0;
    let read = 0;
    for (const block of blocks) {
      this.sequence.copyWithin(write, read, block.at);
      write += block.at - read;
      read = block.at + block.ids.length;
      this.vacate(block.ids);
    }
    this.sequence.copyWithin(write, read, this.count);
    this.count -= read - write;
  }

  private vacate(ids: Uint32Array): void {
    const slots = this.slotsOf(ids);
    for (let i = slots.length - 1; i >= 0; i--) {
      const slot = slots[i] ?? 0;
      this.idAt[slot] = 0;
      this.slotById[ids[i] ?? 0] = NO_SLOT;
      this.free.push(slot);
    }
    for (const column of this.columns.values()) clearSlots(column, slots);
    this.touch(slots);
  }

  private reserve(rows: number, highestId: number): void {
    this.highestId = highestId;
    if (highestId >= this.slotById.length) {
      const next = new Int32Array(Math.max(highestId + 1, this.slotById.length * 2)).fill(NO_SLOT);
      next.set(this.slotById);
      this.slotById = next;
    }
    const needed = this.frontier + Math.max(0, rows - this.free.length);
    if (needed <= this.capacity) return;
    this.capacity = Math.max(needed, Math.ceil(this.capacity * 1.5));
    const ids = new Uint32Array(this.capacity);
    ids.set(this.idAt);
    this.idAt = ids;
    const order = new Uint32Array(this.capacity);
    order.set(this.order);
    this.sequence = order;
    for (const column of this.columns.values()) growColumn(column, this.capacity);
  }

  /** Packed copies of rows that stand at `positions` (ascending) of the sheet's order, as blocks of neighbours. */
  blocksAt(positions: readonly number[]): readonly RowBlock[] {
    const blocks: RowBlock[] = [];
    let start = 0;
    while (start < positions.length) {
      let end = start + 1;
      while (end < positions.length && positions[end] === (positions[end - 1] ?? 0) + 1) end += 1;
      const at = positions[start] ?? 0;
      const slots = this.order.slice(at, at + end - start);
      blocks.push({ at, ids: this.idsOf(slots), columns: this.read(slots) });
      start = end;
    }
    return blocks;
  }

  /** All rows: one block, or none where there are none. */
  blocks(): readonly RowBlock[] {
    const { order } = this;
    return order.length === 0 ? [] : [{ at: 0, ids: this.idsOf(order), columns: this.read(order) }];
  }

  /** All columns of `slots`, empty ones left out. */
  private read(slots: Uint32Array): ReadonlyMap<FieldId, Vector> {
    const columns = new Map<FieldId, Vector>();
    for (const [field, column] of this.columns) {
      const vector = readVector(column, slots);
      const empty =
        vector.form === "coded" ? vector.dictionary.length === 0 : vector.values.every(Number.isNaN);
      if (!empty) columns.set(field, vector);
    }
    return columns;
  }

  columnInOrder(field: FieldId): Vector {
    return readVector(this.column(field), this.order);
  }

  idsOf(slots: Uint32Array): Uint32Array {
    return slots.map((slot) => this.idAt[slot] ?? 0);
  }

  /** A table with the same rows, to be written to apart. It is of one moment only if nothing changes meanwhile. */
  *copySteps(): Steps<ColumnTable> {
    const copy = new ColumnTable();
    copy.sequence = this.sequence.slice();
    copy.count = this.count;
    copy.capacity = this.capacity;
    copy.idAt = this.idAt.slice();
    copy.slotById = this.slotById.slice();
    copy.free = this.free.slice();
    copy.frontier = this.frontier;
    copy.highestId = this.highestId;
    for (const [field, column] of this.columns) {
      copy.columns.set(field, copyColumn(column));
      yield { done: copy.columns.size, total: this.columns.size };
    }
    return copy;
  }

  // What storage asks for: chunks are runs of slots, so that a row stays in its chunk while others come and go.

  get chunkCount(): number {
    return Math.ceil(this.frontier / CHUNK_ROWS);
  }

  chunk(index: number): RowChunk {
    const slots: number[] = [];
    const end = Math.min(this.frontier, (index + 1) * CHUNK_ROWS);
    for (let slot = index * CHUNK_ROWS; slot < end; slot++) if (this.idAt[slot] !== 0) slots.push(slot);
    const packed = Uint32Array.from(slots);
    return { ids: this.idsOf(packed), columns: this.read(packed) };
  }

  /** For each code of a column the number that its text gets when the chunks are loaded; 0 for one not in use. */
  numbersOnLoad(column: CodedColumn): Uint32Array {
    const { codes, dictionary } = column;
    const numbers = new Uint32Array(dictionary.length + 1);
    let last = 0;
    for (let slot = 0; slot < this.frontier; slot++) {
      const code = codes[slot] ?? 0;
      if (code !== 0 && numbers[code] === 0) numbers[code] = ++last;
    }
    return numbers;
  }

  dirtyChunks(): readonly number[] {
    return [...this.dirty].sort((a, b) => a - b);
  }

  published(): void {
    this.dirty.clear();
  }

  /** Fills an empty table, whose columns exist, from storage: each chunk into its own run of slots. */
  load(rows: SheetRows): void {
    let highest = rows.nextRowId - 1;
    for (const chunk of rows.chunks) for (const id of chunk.ids) if (id > highest) highest = id;
    for (const column of this.columns.values()) if (column.form === "coded") column.startLoading();
    this.reserve(rows.chunks.length * CHUNK_ROWS, highest);
    for (const [index, chunk] of rows.chunks.entries()) {
      const first = index * CHUNK_ROWS;
      this.occupy(
        Uint32Array.from(chunk.ids, (_, i) => first + i),
        chunk,
      );
      for (let slot = first + chunk.ids.length; slot < first + CHUNK_ROWS; slot++) this.free.push(slot);
    }
    this.frontier = rows.chunks.length * CHUNK_ROWS;
    const slots = this.slotsOf(rows.order);
    this.sequence.set(slots);
    this.count = slots.length;
    this.dirty.clear();
  }
}

/** The order with each block's slots put in at its place. */
function spliceIn(
  order: Uint32Array,
  count: number,
  blocks: readonly RowBlock[],
  slots: readonly Uint32Array[],
  capacity: number,
): Uint32Array {
  const [only] = blocks;
  const [added] = slots;
  if (blocks.length === 1 && only !== undefined && added !== undefined) {
    order.copyWithin(only.at + added.length, only.at, count);
    order.set(added, only.at);
    return order;
  }
  const next = new Uint32Array(capacity);
  let read = 0;
  let write = 0;
  for (const [index, block] of blocks.entries()) {
    const keep = block.at - write;
    next.set(order.subarray(read, read + keep), write);
    next.set(slots[index] ?? [], block.at);
    read += keep;
    write = block.at + block.ids.length;
  }
  next.set(order.subarray(read, count), write);
  return next;
}
