/** What the interface asks about tiers: what a rule would do. */
import type { Classifier, SheetId } from "../core/model/index.ts";
import type { ClassPreview } from "../engine/tiers/preview.ts";

/** A rule as far as it has to be known to be tried. */
export type TriedRule = Omit<Classifier, "reason" | "byHand">;

export interface TierRequests {
  /** Of all rows of the sheet; null: it is gone. */
  previewClasses(sheet: SheetId, rule: TriedRule): Promise<ClassPreview | null>;
}

export type { ClassMove, ClassPreview } from "../engine/tiers/preview.ts";
