/** What an import would do: planned, read cell by cell, and matched with the sheet as it is. */
import { findSheet, type Sheet } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { ColumnTable } from "../engine/columns/table.ts";
import {
  answersOf,
  type CsvTable,
  EVERY_ROW_NEW,
  type ImportHints,
  KEEP_MINE,
  type Matched,
  Merge,
  matchRows,
  matchRowsSteps,
  mendTable,
  planImportSteps,
  type ReturnedHints,
  readReturnedSteps,
  stageRowsSteps,
} from "../exchange/index.ts";
import { type LocaleFormat, localeFormat } from "../fields/index.ts";
import type { ImportTarget } from "./api.ts";
import type { Host } from "./host.ts";
import { stillFits } from "./importing.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";
import { matchingFor, type Prepared, withMemory } from "./previewing.ts";
import type { ReadFile, Run } from "./reading.ts";
import { type Homecoming, Homecomings, returnedFields, returnedPreview } from "./returning.ts";

const REPAIRED: ReturnedHints = { ...KEEP_MINE, repair: true };

type Unmatched = Omit<Prepared, "matched" | "rematch" | "version" | "homecoming">;

/** What the next file with these columns shall find. */
const isDecided = ({ mapping, key, action, blanks, dayOrder, decimal }: ImportHints): boolean =>
  [mapping, key, action, blanks, dayOrder, decimal].some((each) => each !== undefined);

const rematchOf =
  ({ table, plan, staged, matching, merge }: Unmatched) =>
  (rows: ColumnTable): Matched =>
    matchRows(table, plan, staged, rows, matching, merge);

export class Preparer {
  private readonly host: Host;
  private readonly run: Run;
  private readonly homecomings: Homecomings;

  constructor(host: Host, run: Run) {
    this.host = host;
    this.run = run;
    this.homecomings = new Homecomings(host);
  }

  /** Null: given up. */
  async prepare(
    file: string,
    { table: raw, hash }: Pick<ReadFile, "table" | "hash">,
    target: ImportTarget,
    asked: ImportHints,
    signal: AbortSignal,
  ): Promise<Prepared | null> {
    const isNew = target.type === "newWorkbook";
    const basis = this.basis(target);
    const mended = mendTable(raw, asked.mended ?? []);
    const home = isNew ? null : await this.homecomings.find(mended, basis.id, signal);
    const { hints, remembered } =
      isNew || home !== null
        ? { hints: asked, remembered: false }
        : withMemory(asked, raw.header, basis, this.host.session);
    const { locale: tag, currency } = isNew ? target.setup : this.host.session.workbook.settings;
    const locale = localeFormat(tag, currency);
    const read = await this.readReturned(mended, home, basis, locale, hints, signal);
    if (read === "cancelled") return null;
    const { table, returned, mapping } = read;
    const mode = isNew ? "newWorkbook" : "intoSheet";
    const { dayOrder = null, decimal = null } = hints;
    const onColumns = { mapping, dayOrder, decimal, seq: isNew ? 0 : this.host.session.seq };
    const steps = planImportSteps(table, basis, mode, locale, onColumns);
    const planned = await this.run(steps, signal);
    if (planned.type === "cancelled") return null;
    const plan = planned.value;
    const staging = await this.run(stageRowsSteps(table, plan), signal);
    if (staging.type === "cancelled") return null;
    const staged = staging.value;
    const matching = isNew
      ? EVERY_ROW_NEW
      : home === null
        ? matchingFor(basis, plan, staged, hints)
        : { key: [], action: hints.action ?? "both", blanks: hints.blanks ?? "clear" };
    const decisions = hints.returned ?? REPAIRED;
    const merge = returned === null ? null : new Merge(returned, matching.blanks, decisions);
    const decided = home === null && isDecided(hints);
    const answers = answersOf(hints);
    const what = { file, hash, target, hints: asked, remembered, decided, answers, raw };
    const work = { ...what, table, basis, plan, staged, matching, merge };
    return this.match(work, signal, (matched) =>
      home === null || returned === null ? null : returnedPreview(home, returned, decisions, matched),
    );
  }

  /** The table as it is to be read: of a file that came back in our own way of writing, with what Excel damaged put right. */
  private async readReturned(
    table: CsvTable,
    home: Homecoming | null,
    basis: Sheet,
    locale: LocaleFormat,
    { mapping, returned: decisions = REPAIRED }: ImportHints,
    signal: AbortSignal,
  ) {
    if (home === null) return { table, returned: null, mapping: mapping ?? null };
    const { fields, mapping: own } = returnedFields(table, home, basis);
    const { base, mark } = home;
    const { repair } = decisions;
    const steps = readReturnedSteps(table, { base, fields, mark, repair, locale });
    const read = await this.run(steps, signal);
    if (read.type === "cancelled") return read.type;
    return { table: read.value.table, returned: read.value, mapping: mapping ?? own };
  }

  /** Null: given up. */
  private async match(
    work: Unmatched,
    signal: AbortSignal,
    homecoming: (matched: Matched) => Prepared["homecoming"],
  ): Promise<Prepared | null> {
    const { table, plan, staged, matching, merge, target } = work;
    for (;;) {
      const rows = target.type === "sheet" ? this.host.session.table(target.sheet) : undefined;
      const version = target.type === "sheet" ? this.host.session.version : null;
      const steps = matchRowsSteps(table, plan, staged, rows ?? new ColumnTable(), matching, merge);
      const matched = await this.run(steps, signal);
      if (matched.type === "cancelled") return null;
      // What was edited meanwhile may be one of the rows.
      if (version === null || this.host.session.version === version) {
        const rematch = merge === null && matching.key.length === 0 ? null : rematchOf(work);
        return { ...work, matched: matched.value, rematch, version, homecoming: homecoming(matched.value) };
      }
    }
  }

  /** The sheet that the target means, as it is or as it will be. Throws if it is gone. */
  private basis(target: ImportTarget): Sheet {
    if (target.type === "newWorkbook") return customersSheet(FIRST_SHEET, target.setup.words);
    const sheet = findSheet(this.host.session.workbook, target.sheet);
    if (sheet === undefined) throw new Error(`sheet ${target.sheet} is gone`);
    return sheet;
  }

  /** Prepared anew where its columns have changed since the preview, as another tab can. Null: given up. */
  async current(prepared: Prepared, signal: AbortSignal): Promise<Prepared | null> {
    const { target } = prepared;
    if (target.type === "newWorkbook" || stillFits(prepared, this.basis(target))) return prepared;
    const { file, raw, hash, hints } = prepared;
    return this.prepare(file, { table: raw, hash }, target, hints, signal);
  }

  forget(): void {
    this.homecomings.forget();
  }
}
