/** Who carries the business: customers and revenue per tier. */
import { type Atom, type Choice, choicesOf, type Field, type Sheet } from "../../core/model/index.ts";
import { groupSlots } from "../aggregate/group.ts";
import { sumOf } from "../aggregate/measures.ts";
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

function measureOf(sheet: Sheet): Field | null {
  const named = sheet.fields.find((field) => field.role === "revenue" && field.type.storage === "integer");
  return named ?? sheet.fields.find((field) => field.kind === "money") ?? null;
}

/** Tiers in the owner's order, used or not; customers without a tier last, if there are any. */
export function summariseTiers(session: Session, sheet: Sheet, search: string): TierSummary {
  const table = session.table(sheet.id);
  const tier = sheet.fields.find((field) => field.role === "tier" && field.type.storage === "choice");
  if (tier === undefined || table === undefined) return { type: "noTierField" };
  const revenue = measureOf(sheet);
  const slots = session.slotsBeside(sheet, table, tier, search);
  const amounts = revenue === null ? undefined : table.columns.get(revenue.id);
  const found = new Map<Atom, { readonly count: number; readonly sum: bigint }>();
  const grouped = groupSlots(table, sheet.fields, slots, [{ field: tier.id, grain: "value" }]);
  for (const group of grouped.type === "groups" ? grouped.groups : []) {
    const sum = amounts?.form === "numeric" ? sumOf(amounts, group.slots).sum : 0n;
    found.set(group.keys[0] ?? null, { count: group.slots.length, sum });
  }
  const groups: TierGroup[] = [];
  for (const choice of [...choicesOf(tier.type), null]) {
    const group = found.get(choice?.id ?? null);
    if (choice === null && group === undefined) continue;
    groups.push({ choice, count: group?.count ?? 0, sum: Number(group?.sum ?? 0n) });
  }
  const sum = [...found.values()].reduce((total, group) => total + group.sum, 0n);
  return { type: "tiers", tier, revenue, groups, count: slots.length, sum: Number(sum) };
}
