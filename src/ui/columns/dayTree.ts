/** Days of a checklist under their months and years. Pure. */
import type { Atom } from "../../core/model/index.ts";

/** A value that can be ticked. */
export interface Item {
  readonly type: "item";
  readonly depth: number;
  readonly atom: Atom;
  readonly count: number;
}

/** A year or a month of one: ticked with all of its days. */
export interface Group {
  readonly type: "group";
  readonly depth: number;
  readonly unit: "year" | "month";
  /** Its first day, as days since 1970-01-01. */
  readonly day: number;
  readonly parts: readonly Node[];
  readonly atoms: readonly Atom[];
  readonly count: number;
}

export type Node = Item | Group;

export const itemOf = (atom: Atom, count: number, depth = 0): Item => ({ type: "item", depth, atom, count });

const MS = 86_400_000;

function group(unit: Group["unit"], day: number, parts: readonly Node[]): Group {
  const atoms = parts.flatMap((part) => (part.type === "item" ? [part.atom] : part.atoms));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return { type: "group", depth: unit === "year" ? 0 : 1, unit, day, parts, atoms, count };
}

/** Runs of values that lie in the same unit; `values` ascending. */
function runs<T>(values: readonly T[], startOf: (value: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const value of values) {
    const start = startOf(value);
    const known = found.get(start);
    if (known === undefined) found.set(start, [value]);
    else known.push(value);
  }
  return found;
}

const startOf =
  (unit: Group["unit"]) =>
  ({ atom }: { readonly atom: Atom }): number => {
    const date = new Date(Number(atom) * MS);
    return Date.UTC(date.getUTCFullYear(), unit === "year" ? 0 : date.getUTCMonth(), 1) / MS;
  };

/** Years, the latest first, of months, of days. `values` are days, ascending. */
export function dayTree(
  values: readonly { readonly atom: Atom; readonly count: number }[],
): readonly Group[] {
  return Array.from(runs(values, startOf("year")), ([year, inYear]) => {
    const months = Array.from(runs(inYear, startOf("month")), ([month, days]) =>
      group(
        "month",
        month,
        days.map(({ atom, count }) => itemOf(atom, count, 2)),
      ),
    );
    return group("year", year, months);
  }).reverse();
}

/** What is seen of it: the parts of those groups that are open. */
export const seenOf = (nodes: readonly Node[], open: ReadonlySet<Group>): readonly Node[] =>
  nodes.flatMap((node) =>
    node.type === "group" && open.has(node) ? [node, ...seenOf(node.parts, open)] : [node],
  );
