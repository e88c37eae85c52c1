/** What the interface asks of the rows it shows, in slices where it may take long. */
import {
  type Atom,
  type FieldId,
  findSheet,
  type RowId,
  type SheetId,
  type ViewId,
} from "../core/model/index.ts";
import { type AskedTotal, columnTotalSteps } from "../engine/aggregate/columnTotals.ts";
import type { Facet, FacetQuery } from "../engine/aggregate/facet.ts";
import type { Groups } from "../engine/aggregate/group.ts";
import type { Result } from "../engine/aggregate/measures.ts";
import { type FoundRow, findRowSteps } from "../engine/session/find.ts";
import type { Session } from "../engine/session/session.ts";
import { runInSlices, SHORT_SLICE, type Steps, whileUnchanged } from "../engine/steps.ts";
import type { Sorts } from "../engine/tiers/judge.ts";
import { type ClassPreview, previewClasses } from "../engine/tiers/preview.ts";
import type { QueryResult, RecordRow, WindowRow, WorkerEvent } from "./api.ts";
import type { HanReading } from "./hanReading.ts";
import type { TriedRule } from "./tierApi.ts";

/** Milliseconds after which a query says how far it is. */
const QUERY_PATIENCE = 500;

/** What is on the screen, the present or the past. */
export interface Shown {
  readonly session: Session;
  /** Commands to add a row that were dealt with by now. */
  readonly added: number;
  /** A query has come to its end. */
  queried(): void;
  /** Rows are about to be handed out. */
  reading(): void;
  marked(sheet: SheetId, rows: readonly WindowRow[]): readonly WindowRow[];
}

export class Questions {
  private readonly shown: Shown;
  private readonly emit: (event: WorkerEvent) => void;
  private readonly han: HanReading;
  private readonly running = new Map<SheetId, AbortController>();
  private finding = new AbortController();
  private totalling = new AbortController();

  private sorted: {
    readonly version: symbol;
    readonly sheet: SheetId;
    readonly sorts: Sorts;
  } | null = null;

  constructor(shown: Shown, emit: (event: WorkerEvent) => void, han: HanReading) {
    this.shown = shown;
    this.emit = emit;
    this.han = han;
  }

  /** Whether texts of the sheet may be meant that only who knows Han characters finds. */
  private missesHan(sheet: SheetId, search: string): boolean {
    return this.han.known() === null && this.shown.session.screens.metHan(sheet, search);
  }

  /**
   * A newer query of the sheet gives up one that is under way. Answered at once by what is known of Han characters;
   * where more would be found, "hanKnown" says when to ask again.
   */
  async query(sheet: SheetId, search: string, view?: ViewId | null): Promise<QueryResult | null> {
    this.running.get(sheet)?.abort();
    const running = new AbortController();
    this.running.set(sheet, running);
    const began = performance.now();
    const done = await runInSlices(this.querySteps(sheet, search, view), {
      signal: running.signal,
      slice: SHORT_SLICE,
      onProgress: (progress) => {
        if (performance.now() - began > QUERY_PATIENCE) this.emit({ type: "progress", ...progress });
      },
    });
    if (done.type === "cancelled") return null;
    this.shown.queried();
    if (this.missesHan(sheet, search))
      void this.han.load().then((known) => {
        if (known) this.emit({ type: "hanKnown" });
      });
    return done.value;
  }

  /** What is counted in is told of the very moment of the answer. */
  private *querySteps(sheet: SheetId, search: string, view?: ViewId | null): Steps<QueryResult> {
    const found = yield* this.shown.session.screens.querySteps(sheet, search, view);
    return { ...found, added: this.shown.added };
  }

  async fold(sheet: SheetId, path: readonly Atom[] | null, folded: boolean): Promise<QueryResult> {
    return { ...this.shown.session.screens.fold(sheet, path, folded), added: this.shown.added };
  }

  async rows(sheet: SheetId, start: number, end: number): Promise<readonly WindowRow[]> {
    const { session } = this.shown;
    await runInSlices(session.screens.colourSteps(sheet), { slice: SHORT_SLICE });
    this.shown.reading();
    return this.shown.marked(sheet, this.shown.session.screens.window(sheet, start, end));
  }

  async record(sheet: SheetId, row: RowId): Promise<RecordRow | null> {
    return this.shown.session.screens.record(sheet, row);
  }

  async facet(sheet: SheetId, field: FieldId, query: Omit<FacetQuery, "locale">): Promise<Facet | null> {
    const ask = () =>
      runInSlices(this.shown.session.screens.facetSteps(sheet, field, query), { slice: SHORT_SLICE });
    let done = await ask();
    if (this.missesHan(sheet, query.search) && (await this.han.load())) done = await ask();
    return done.type === "cancelled" ? null : done.value;
  }

  /** A newer one gives up the one before. */
  async findRows(search: string, first: SheetId | null, most: number): Promise<readonly FoundRow[] | null> {
    this.finding.abort();
    this.finding = new AbortController();
    const { signal } = this.finding;
    const ask = () =>
      runInSlices(findRowSteps(this.shown.session, search, first, most), { signal, slice: SHORT_SLICE });
    let done = await ask();
    const missed = this.shown.session.workbook.sheets.some(({ id }) => this.missesHan(id, search));
    if (missed && (await this.han.load())) done = await ask();
    return done.type === "cancelled" ? null : done.value;
  }

  /** Where a row stands in the sheet's last query; null: not shown. */
  async placeOf(sheet: SheetId, row: RowId): Promise<number | null> {
    return this.shown.session.screens.firstPlace(sheet, (id) => id === row);
  }

  async groups(...asked: Parameters<Session["screens"]["groups"]>): Promise<Groups | null> {
    return this.shown.session.screens.groups(...asked);
  }

  /** Of the rows that the screen counts, folded away or not, as its groups have them. */
  async columnTotals(id: SheetId, asked: readonly AskedTotal[]): Promise<readonly Result[] | null> {
    this.totalling.abort();
    this.totalling = new AbortController();
    const { session } = this.shown;
    const screen = session.screens.of(id);
    if (screen === null) return null;
    const { version } = session;
    const steps = columnTotalSteps(screen.table, screen.sheet, screen.unfolded, asked);
    const done = await runInSlices(
      whileUnchanged(steps, () => session.version === version),
      { signal: this.totalling.signal, slice: SHORT_SLICE },
    );
    return done.type === "cancelled" ? null : done.value;
  }

  /** While a limit is dragged nothing changes but the limit. */
  private sortsOf(session: Session, sheet: SheetId): Sorts {
    const known = this.sorted;
    if (known?.version === session.version && known.sheet === sheet) return known.sorts;
    const sorts: Sorts = new Map();
    this.sorted = { version: session.version, sheet, sorts };
    return sorts;
  }

  async previewClasses(id: SheetId, rule: TriedRule): Promise<ClassPreview | null> {
    const session = this.shown.session;
    const sheet = findSheet(session.workbook, id);
    const table = session.table(id);
    return sheet === undefined || table === undefined
      ? null
      : previewClasses(sheet, table, rule, session.today, this.sortsOf(session, id));
  }
}
