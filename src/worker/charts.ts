/** Charts of the rows on the screen, beside what they were on an earlier day. */
import { type ChartRecipe, findSheet, type SheetId } from "../core/model/index.ts";
import type { ChartAnswer } from "../engine/charts/answer.ts";
import { chartOf, type EarlierSheet } from "../engine/charts/chart.ts";
import type { Session } from "../engine/session/session.ts";
import type { Compared, ComparedDay } from "./chartApi.ts";
import type { Ground, Past } from "./past.ts";

/** What the charts are made from. */
export interface ChartHost {
  /** The present, or the past that is looked at. */
  readonly shown: Session;
  readonly ground: Ground;
  readonly past: Pick<Past, "stateAfter" | "momentAt">;
}

interface Kept extends ComparedDay {
  readonly sheets: ReadonlyMap<SheetId, EarlierSheet>;
}

export class ChartJobs {
  private readonly host: ChartHost;
  private kept: Kept | null = null;
  private running = new AbortController();

  constructor(host: ChartHost) {
    this.host = host;
  }

  async chart(id: SheetId, recipe: ChartRecipe, search: string, then: boolean): Promise<ChartAnswer> {
    const session = this.host.shown;
    const sheet = findSheet(session.workbook, id);
    if (sheet === undefined) return { type: "noRows", total: 0 };
    const earlier = then ? (this.kept?.sheets.get(id) ?? null) : null;
    return chartOf(session, sheet, recipe, search, earlier);
  }

  /** Null: a newer wish came, or there is nothing to compare with any more. */
  async compareWith(time: number | null): Promise<Compared | null> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    this.kept = null;
    if (time === null) return null;
    const { ground, past } = this.host;
    const moment = await past.momentAt(ground, time);
    if (signal.aborted) return null;
    if (moment.type !== "moment") return moment;
    const { seq } = moment;
    const state = await past.stateAfter(ground, seq, signal);
    if (signal.aborted) return null;
    if (state === null) return { type: "unreadable" };
    const sheets = state.workbook.sheets.flatMap((sheet) => {
      const table = state.tables.get(sheet.id);
      return table === undefined ? [] : [[sheet.id, { sheet, table }] as const];
    });
    const day = { seq, time: moment.time };
    this.kept = { ...day, sheets: new Map(sheets) };
    return { type: "compared", day };
  }
}
