/** Who carries the business: customers and revenue per tier. */
import { type Atom, type Choice, choicesOf, type Field, type Sheet } from "../../core/model/index.ts";
import { group } from "../aggregate/group.ts";
import type { Measure, Result } from "../aggregate/measures.ts";
import type { Session } from "../session/session.ts";

export interface TierGroup {
  /** Null: customers without a tier. */
  readonly choice: Choice | null;
  readonly count: number;
  /** Scaled integer of the revenue field. */
  readonly sum: number;
}

/** Customers and revenue per tier, under every filter but the tier's own, so that every bar stays clickable. */
export type TierSummary =
  | {
      readonly type: "tiers";
      readonly tier: Field;
      readonly revenue: Field | null;
      readonly groups: readonly TierGroup[];
      readonly count: number;
      readonly sum: number;
    }
  | { readonly type: "noTierField" };

/** What customers are measured by. */
export function measureOf(sheet: Sheet): Field | null {
  const named = sheet.fields.find((field) => field.role === "revenue" && field.type.storage === "integer");
  return named ?? sheet.fields.find((field) => field.kind === "money") ?? null;
}

interface Figures {
  readonly count: number;
  readonly sum: bigint;
}

function figuresOf([counted, summed]: readonly Result[]): Figures {
  return {
    count: counted?.type === "count" ? counted.count : 0,
    sum: (summed?.type === "amount" ? summed.amount?.value : undefined) ?? 0n,
  };
}

/** Tiers in the owner's order, used or not; customers without a tier last, if there are any. */
export function summariseTiers(session: Session, sheet: Sheet, search: string): TierSummary {
  const table = session.table(sheet.id);
  const tier = sheet.fields.find((field) => field.role === "tier" && field.type.storage === "choice");
  if (tier === undefined || table === undefined) return { type: "noTierField" };
  const revenue = measureOf(sheet);
  const slots = session.slotsBeside(sheet, table, tier, search);
  const measures: readonly Measure[] = revenue === null ? [] : [{ type: "sum", field: revenue }];
  const grouped = group(table, slots, [{ field: tier }], [{ type: "count" }, ...measures]);
  const found = new Map<Atom, Figures>();
  for (const { keys, results } of grouped.type === "groups" ? grouped.groups : []) {
    found.set(keys[0] ?? null, figuresOf(results));
  }
  const groups: TierGroup[] = [];
  for (const choice of [...choicesOf(tier.type), null]) {
    const figures = found.get(choice?.id ?? null);
    if (choice === null && figures === undefined) continue;
    groups.push({ choice, count: figures?.count ?? 0, sum: Number(figures?.sum ?? 0n) });
  }
  const sum = [...found.values()].reduce((total, figures) => total + figures.sum, 0n);
  return { type: "tiers", tier, revenue, groups, count: slots.length, sum: Number(sum) };
}
