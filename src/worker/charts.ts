/** Charts of the rows on the screen, beside what they were on an earlier day. */
import { type ChartRecipe, findSheet, localDay, type SheetId, type WorkbookId } from "../core/model/index.ts";
import type { ChartReply } from "../engine/charts/answer.ts";
import { chartOf } from "../engine/charts/chart.ts";
import { type Earlier, earlierOf } from "../engine/charts/earlier.ts";
import type { Session } from "../engine/session/session.ts";
import type { ChartAhead, ChartQuestion, Compared } from "./chartApi.ts";
import { ChartsAhead, type Standpoint } from "./chartsAhead.ts";
import type { Ground, Past } from "./past.ts";

/** What the charts are made from. */
export interface ChartHost {
  /** The present, or the past that is looked at. */
  readonly shown: Session;
  readonly ground: Ground;
  /** Null where nothing but a past is looked at. */
  readonly openId: WorkbookId | null;
  readonly past: Pick<Past, "session" | "stateAfter" | "momentAt">;
  /** What is done behind each change, once the interface was told of it. */
  readonly changed: Set<() => void>;
}

/** The workbook as it was. */
interface Kept {
  readonly today: number;
  readonly sheets: ReadonlyMap<SheetId, Earlier>;
}

export class ChartJobs {
  private readonly host: ChartHost;
  private kept: Kept | null = null;
  private running = new AbortController();
  private readonly ahead = new ChartsAhead({
    answer: (question) => this.answer(...question),
    standpoint: ([id]) => this.standpoint(id),
  });

  constructor(host: ChartHost) {
    this.host = host;
    host.changed.add(() => void this.ahead.prepare());
  }

  async chart(...question: ChartQuestion): Promise<ChartReply> {
    return this.ahead.answer(question);
  }

  chartsAhead(): Promise<readonly ChartAhead[]> {
    return this.ahead.next();
  }

  private standpoint(id: SheetId): Standpoint | null {
    const { host } = this;
    // The past may be all there is: of a workbook that a newer version has written to, none is open.
    if (host.past.session !== null) return null;
    const { shown } = host;
    const { version, today, han, screens } = shown;
    return [version, today, han, screens.viewShown(id), this.kept];
  }

  private answer(id: SheetId, recipe: ChartRecipe, search: string, then: boolean): ChartReply {
    const session = this.host.shown;
    const sheet = findSheet(session.workbook, id);
    if (sheet === undefined) return { now: { type: "noRows", total: 0 }, before: null };
    return chartOf(session, sheet, recipe, search, then ? this.earlier(id) : null);
  }

  private earlier(id: SheetId): Earlier | null {
    if (this.kept === null) return null;
    const { sheets, today } = this.kept;
    return sheets.get(id) ?? earlierOf({ sheet: null, table: null, today });
  }

  /** Null: a newer wish came, or there is nothing to compare with any more. */
  async compareWith(time: number | null): Promise<Compared | null> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    this.kept = null;
    if (time === null) return null;
    // There is only the one state of it that is looked at.
    if (this.host.openId === null) return { type: "unreadable" };
    const { ground, past } = this.host;
    const moment = await past.momentAt(ground, time);
    if (signal.aborted) return null;
    if (moment.type !== "moment") return moment;
    const { seq } = moment;
    const state = await past.stateAfter(ground, seq, signal);
    if (signal.aborted) return null;
    if (state === null) return { type: "unreadable" };
    const today = localDay(time);
    const sheets = state.workbook.sheets.flatMap((sheet) => {
      const table = state.tables.get(sheet.id);
      return table === undefined ? [] : [[sheet.id, earlierOf({ sheet, table, today })] as const];
    });
    this.kept = { today, sheets: new Map(sheets) };
    return { type: "compared", day: { seq, time: moment.time } };
  }
}
