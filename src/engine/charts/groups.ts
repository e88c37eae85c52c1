/** Rows grouped by a field and measured: what most charts are. Few groups are shown; what is beyond them is one more. */
import {
  type Atom,
  type ChartMeasure,
  type Field,
  hasOrder,
  type PeriodUnit,
} from "../../core/model/index.ts";
import type { Exact } from "../aggregate/exact.ts";
import { measure } from "../aggregate/measures.ts";
import type { ChartAnswer, ChartGroup, GroupsAnswer, Range } from "./answer.ts";
import { type ChartGround, fieldIn } from "./ground.ts";
import { type Cut, cutFor, measured, NO_ROWS, type Part, partsOf, together } from "./parts.ts";

export interface GroupsRecipe {
  readonly by: string;
  readonly unit?: PeriodUnit;
  readonly measure: ChartMeasure;
  readonly of?: string;
  readonly most: number;
}

/** The greatest first, of equal ones as they came; who has no value last. */
function byValue(what: ChartMeasure, decimals: number): (a: Part, b: Part) => number {
  return (a, b) => {
    const [one, other] = [measured(a, what, decimals), measured(b, what, decimals)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return one.value < other.value ? 1 : one.value > other.value ? -1 : 0;
  };
}

interface Listed {
  readonly shown: readonly Part[];
  readonly beyond: readonly Part[];
}

/** Those of `like`, and of what else there was as much as finds room beside them. */
function listedLike(like: GroupsAnswer, ranked: readonly Part[], most: number): Listed {
  const own = new Map(ranked.map((part) => [part.atom, part] as const));
  const same = like.groups.map(({ atom, range }): Part => own.get(atom) ?? { atom, range, ...NO_ROWS });
  const known = new Set<Atom>(same.map(({ atom }) => atom));
  const more = ranked.filter(({ atom, rows }) => rows > 0 && !known.has(atom));
  const room = like.others === null ? Math.max(0, most - same.length) : 0;
  const shown = [...same, ...more.slice(0, room)];
  const inOrder = like.by.type.storage === "integer";
  const place = (atom: Atom): number => (typeof atom === "number" ? atom : Number.POSITIVE_INFINITY);
  return {
    shown: inOrder ? shown.toSorted((a, b) => (place(a.atom) < place(b.atom) ? -1 : 1)) : shown,
    beyond: more.slice(room),
  };
}

/** From the first to the last of its periods or ranges, by their beginnings; null where it has none. */
function reachOf({ groups }: GroupsAnswer): Range | null {
  const starts = groups.flatMap(({ range }) => (range === null ? [] : [range.low]));
  const [low, high] = [starts[0], starts.at(-1)];
  return low === undefined || high === undefined ? null : { low, high };
}

/**
 * As many groups as the recipe has room for; periods and ranges all. With `like` its groups are all among them, in the same
 * order and cut alike, so that both can be laid beside each other.
 */
export function groupsChart(
  ground: ChartGround,
  recipe: GroupsRecipe,
  like: GroupsAnswer | null,
): ChartAnswer {
  const by = fieldIn(ground.sheet, recipe.by);
  const of = recipe.of === undefined || recipe.measure === "count" ? null : fieldIn(ground.sheet, recipe.of);
  const what = of === null ? "count" : recipe.measure;
  const decimals = of?.type.storage === "integer" ? of.type.decimals : 0;
  const slots = ground.slots([by]);
  if (slots.length === 0) return { type: "noRows", total: ground.table.rowCount };
  const cut: Cut = like ?? cutFor(ground, by, slots, recipe.unit);
  const parts = partsOf(ground, by, of, what, slots, cut, like && reachOf(like));
  if (parts === null) return { type: "tooMany", field: by, unit: cut.unit };
  if (of !== null && parts.every(({ filled }) => filled === 0)) return { type: "noValues", field: of };
  // Rows without a day have no place on an axis of days.
  if (cut.unit !== null && like === null && parts.every(({ atom }) => atom === null))
    return { type: "noValues", field: by };
  const { shown, beyond } = listed(parts, by, cut, recipe.most, byValue(what, decimals), like);
  const rest = together(beyond);
  const whole = what === "count" || what === "sum" ? wholeOf(ground, slots, by, of, parts) : null;
  return {
    type: "groups",
    by,
    of,
    unit: cut.unit,
    width: cut.width,
    rows: slots.length,
    whole,
    groups: shown.map((part): ChartGroup => {
      const { atom, range, rows } = part;
      return { atom, range, rows, value: measured(part, what, decimals) };
    }),
    others:
      beyond.length === 0
        ? null
        : { groups: beyond.length, rows: rest.rows, value: measured(rest, what, decimals) },
  };
}

function listed(
  parts: readonly Part[],
  by: Field,
  { unit, width }: Cut,
  most: number,
  order: (a: Part, b: Part) => number,
  like: GroupsAnswer | null,
): Listed {
  const number = by.type.storage === "integer";
  if (unit !== null || width !== null || (number && like === null)) {
    const hasEmpty = (list: readonly { readonly atom: Atom }[]): boolean => list.at(-1)?.atom === null;
    const empties = like !== null && hasEmpty(like.groups) && !hasEmpty(parts);
    return { shown: empties ? [...parts, { atom: null, range: null, ...NO_ROWS }] : parts, beyond: [] };
  }
  const ranked = hasOrder(by.type) && parts.length <= most ? parts : parts.toSorted(order);
  if (like !== null) return listedLike(like, ranked, most);
  return { shown: ranked.slice(0, most), beyond: ranked.slice(most) };
}

function wholeOf(
  { table }: ChartGround,
  slots: Uint32Array,
  by: Field,
  of: Field | null,
  parts: readonly Part[],
): Exact {
  if (of === null) return { value: BigInt(slots.length), decimals: 0 };
  const decimals = of.type.storage === "integer" ? of.type.decimals : 0;
  if (by.type.storage !== "choices") return { value: together(parts).sum, decimals };
  // A row of several choices is in several groups, and counts once in the whole.
  const result = measure(table, slots, { type: "sum", field: of });
  return (result.type === "amount" ? result.amount : null) ?? { value: 0n, decimals };
}
