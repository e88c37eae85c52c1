/**
 * What a new day brings: rules that look at today are followed anew, once for each day that the workbook is open on, and
 * rows that views find by today's date are asked for again. Another tab may have followed them already: then nothing
 * moves, and there is no entry.
 */
import { type Classifier, conditionsOf, type Workbook, type WorkbookId } from "../core/model/index.ts";
import type { Host } from "./host.ts";

const looksAtToday = ({ method }: Classifier): boolean =>
  method.by === "conditions" &&
  method.filters.some((filter) => conditionsOf(filter).some((condition) => "period" in condition));

const asks = ({ sheets }: Workbook): boolean =>
  sheets.some(({ classifiers = [] }) => classifiers.some(looksAtToday));

export class NewDay {
  private readonly host: Host;
  private known: { readonly workbook: WorkbookId; readonly day: number } | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  /** To be called now and then; does something only on a day, or for a workbook, that it has not seen. */
  async look(): Promise<void> {
    await this.host.ready();
    const workbook = this.host.openId;
    if (workbook === null) return;
    const day = this.host.session.today;
    const before = this.known;
    if (before?.workbook === workbook && before.day === day) return;
    this.known = { workbook, day };
    if (asks(this.host.session.workbook)) await this.host.followRules();
    if (before?.workbook === workbook) this.host.showAll();
  }
}
