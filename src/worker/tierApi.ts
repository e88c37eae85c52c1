/** What the interface asks about tiers: who carries the business, and what a rule would do. */
import type { Classifier, SheetId } from "../core/model/index.ts";
import type { Pareto } from "../engine/tiers/pareto.ts";
import type { ClassPreview } from "../engine/tiers/preview.ts";
import type { TierSummary } from "../engine/tiers/summary.ts";

/** A rule as far as it has to be known to be tried. */
export type TriedRule = Omit<Classifier, "reason" | "byHand">;

export interface TierRequests {
  /** Under every filter but the tier's own. */
  tierSummary(sheet: SheetId, search: string): Promise<TierSummary>;
  /** Who together bring `percent` of the whole. Under every filter but the amount's own. */
  pareto(sheet: SheetId, search: string, percent: number): Promise<Pareto>;
  /** Of all rows of the sheet; null: it is gone. */
  previewClasses(sheet: SheetId, rule: TriedRule): Promise<ClassPreview | null>;
}

export type { Pareto } from "../engine/tiers/pareto.ts";
export type { ClassMove, ClassPreview } from "../engine/tiers/preview.ts";
