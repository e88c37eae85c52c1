/** What an import would do, row by row of the file: found by kind, and read window by window. */
import { type Atom, type Field, type FieldId, fromAtom } from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import type { FreshRows } from "../engine/duplicates/find.ts";
import { type DiffCell, type DiffKind, type DiffRow, FATES, type ImportHints, type Like } from "./api.ts";
import { type CsvTable, type RejectedRow, textAt } from "./csv/table.ts";
import { CONFLICT, type Matched, type Matching, MINE } from "./match.ts";
import type { ImportPlan, PlannedColumn } from "./plan.ts";
import type { Merge } from "./returning/merge.ts";

/** Longer texts are cut: they are shown in one line. */
const MOST_SHOWN = 200;

const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

export interface DiffSource {
  readonly table: CsvTable;
  readonly plan: ImportPlan;
  readonly matching: Matching;
  readonly matched: Matched;
  /** Of a file that came back. */
  readonly merge: Merge | null;
  readonly hints: Pick<ImportHints, "mended">;
}

const placeOf = (line: number, column: number): string => `${line} ${column}`;

export class Diff {
  private readonly source: DiffSource;
  /** By kind, in the order of the file: rows of the table, or -1 - n for the nth of `apart`. */
  private readonly listed = new Map<DiffKind, Int32Array>();
  /** Rejected rows that the table does not have. */
  private readonly apart: readonly RejectedRow[];
  private readonly reasons = new Map<number, RejectedRow>();
  /** By row of the table: what it looks like. */
  private alike: ReadonlyMap<number, Like> = new Map();
  /** By place: what the person wrote, which a file that came back has in our own form. */
  private readonly typed: ReadonlyMap<string, string>;

  constructor(source: DiffSource) {
    this.source = source;
    const { rejected } = source.matched;
    this.apart = rejected.filter(({ row }) => row === null);
    for (const each of rejected) if (each.row !== null) this.reasons.set(each.row, each);
    const { mended = [] } = source.hints;
    this.typed = new Map(mended.map(({ line, column, text }) => [placeOf(line, column), text]));
  }

  private wanted(kind: DiffKind): (row: number) => boolean {
    const { fates, merged } = this.source.matched;
    const marked = (mark: number) => (row: number) => ((merged?.marks[row] ?? 0) & mark) !== 0;
    if (kind === "all") return () => true;
    if (kind === "alike") return (row) => this.alike.has(row);
    if (kind === "conflict") return marked(CONFLICT);
    if (kind === "mine") return marked(MINE);
    const code = FATES.indexOf(kind);
    return (row) => fates[row] === code;
  }

  private list(kind: DiffKind): Int32Array {
    const known = this.listed.get(kind);
    if (known !== undefined) return known;
    const { table } = this.source;
    const wanted = this.wanted(kind);
    const found = new Int32Array(table.rowCount + this.apart.length);
    const withApart = kind === "all" || kind === "rejected";
    let length = 0;
    let next = 0;
    const passApart = (line: number): void => {
      while (withApart && (this.apart[next]?.line ?? Number.POSITIVE_INFINITY) < line)
        found[length++] = -1 - next++;
    };
    for (let row = 0; row < table.rowCount; row++) {
      passApart(table.lines[row] ?? 0);
      if (wanted(row)) found[length++] = row;
    }
    passApart(Number.MAX_SAFE_INTEGER);
    const list = found.subarray(0, length);
    this.listed.set(kind, list);
    return list;
  }

  /** The new rows, and what they would have in the sheet's fields. */
  fresh(): FreshRows {
    const { columns } = this.source.plan;
    const readings = new Map(
      columns.flatMap(({ ignored, reading }, index) =>
        ignored ? [] : [[reading.field.id, { index, reading }] as const],
      ),
    );
    const atom = (field: FieldId, row: number): Atom => {
      const found = readings.get(field);
      const code = found === undefined ? 0 : (this.source.table.columns[found.index]?.codes[row] ?? 0);
      return code === 0 ? null : (found?.reading.atoms[code - 1] ?? null);
    };
    return { rows: this.list("added"), atom };
  }

  /** Fields that new rows may be filled in. */
  filled(): readonly Field[] {
    return this.source.plan.columns.map(({ reading }) => reading.field);
  }

  /** What was found out about the new rows: the name of a row of the sheet, or a row of the table. Returns their lines in the file. */
  markAlike(alike: ReadonlyMap<number, string | number>): readonly number[] {
    const { lines } = this.source.table;
    const likeOf = (like: string | number): Like =>
      typeof like === "string" ? { in: "sheet", name: like } : { in: "file", line: lines[like] ?? 0 };
    this.alike = new Map(Array.from(alike, ([row, like]) => [row, likeOf(like)]));
    this.listed.delete("alike");
    return Array.from(this.list("alike"), (row) => lines[row] ?? 0);
  }

  linesOf(rows: ReadonlySet<number>): readonly number[] {
    return Array.from(rows, (row) => this.source.table.lines[row] ?? 0);
  }

  count(kind: DiffKind): number {
    return this.list(kind).length;
  }

  /** Rows `start` up to, not including, `end` of a kind, against the sheet's rows as they are. */
  rows(kind: DiffKind, start: number, end: number, sheet: ColumnTable): readonly DiffRow[] {
    return Array.from(this.list(kind).subarray(start, end), (place) =>
      place < 0 ? this.apartRow(-1 - place) : this.tableRow(place, sheet),
    );
  }

  private apartRow(at: number): DiffRow {
    const rejected = this.apart[at];
    const texts = rejected?.cells ?? [];
    const cells = this.source.plan.columns.map(
      (_, column): DiffCell => ({ text: shown(texts[column] ?? "") }),
    );
    return {
      line: rejected?.line ?? 0,
      fate: "rejected",
      there: null,
      like: null,
      row: null,
      cells,
      why: rejected?.why ?? null,
    };
  }

  private tableRow(row: number, sheet: ColumnTable): DiffRow {
    const { table, plan, matched } = this.source;
    const fate = FATES[matched.fates[row] ?? 0] ?? "added";
    const slot = sheet.slotOf(matched.there[row] ?? 0);
    const why = this.reasons.get(row)?.why ?? null;
    const line = table.lines[row] ?? 0;
    const cells = plan.columns.map((planned, column): DiffCell => {
      const texts = table.columns[column] ?? { codes: new Uint32Array(), dictionary: [] };
      const typed = this.typed.size === 0 ? undefined : this.typed.get(placeOf(line, column));
      const text = shown(typed ?? textAt(texts, row));
      if (planned.ignored) return { text };
      const code = texts.codes[row] ?? 0;
      const { field, atoms, problems } = planned.reading;
      const read = typed === undefined ? {} : { written: fromAtom(field.type, atoms[code - 1] ?? null) };
      if ((fate === "updated" || fate === "unchanged") && slot !== null)
        return { text, ...read, ...this.changeOf(planned, code, slot, sheet) };
      const problem = problems.get(code);
      if (problem !== undefined) return { text, problem, mendable: true };
      const unclear = why?.reason === "sameKey" || why?.reason === "severalRows";
      const mendable = unclear && this.source.matching.key.includes(field.id);
      return mendable ? { text, mendable } : { text, ...read };
    });
    const there = slot === null ? null : sheet.idOf(slot);
    return { line, fate, there, like: this.alike.get(row) ?? null, row, cells, why };
  }

  private changeOf(
    { reading, isNew }: PlannedColumn,
    code: number,
    slot: number,
    sheet: ColumnTable,
  ): Pick<DiffCell, "change" | "merge"> {
    const { matching, merge } = this.source;
    const { field, atoms } = reading;
    if (matching.key.includes(field.id)) return {};
    const after: Atom = code === 0 ? null : (atoms[code - 1] ?? null);
    const before = isNew ? null : sheet.atom(field.id, slot);
    if (before === after) return {};
    const value = (atom: Atom) => fromAtom(field.type, atom);
    const change = { before: value(before), after: value(after) };
    if (merge === null) return after === null && matching.blanks === "keep" ? {} : { change };
    const row = sheet.idOf(slot);
    const verdict = merge.verdict(field.id, row, before, after);
    if (verdict === "theirs") return { change };
    if (verdict === "same") return {};
    const sent = value(merge.baseOf(field.id, row) ?? null);
    const side = merge.side(field.id, row);
    return { merge: { verdict, side, field: field.id, sent, mine: change.before, theirs: change.after } };
  }
}
