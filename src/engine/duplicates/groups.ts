/**
 * Pairs that hang together as groups that may be one customer. A chain of pairs may join rows that are nothing like each
 * other, so a group tells its weakest link, and which of its rows are all alike.
 */
import type { RowId } from "../../core/model/index.ts";
import type { Pair } from "./find.ts";

export interface Group {
  /** In the order of the sheet. */
  readonly rows: readonly RowId[];
  /** Those of its rows, the surest first. */
  readonly pairs: readonly Pair[];
  /** Without it and what is no surer the group would fall apart. */
  readonly weakest: Pair;
  /** Rows of which every one is alike with every other, the surest pair among them; in the order of the sheet. */
  readonly alike: readonly RowId[];
}

/** Sets of rows that grow together. */
class Forest {
  private readonly above = new Map<RowId, RowId>();

  root(row: RowId): RowId {
    let top = row;
    for (let up = this.above.get(top); up !== undefined; up = this.above.get(top)) top = up;
    for (let at = row; at !== top; ) {
      const next = this.above.get(at) ?? top;
      this.above.set(at, top);
      at = next;
    }
    return top;
  }

  /** False: they are together already. */
  join(a: RowId, b: RowId): boolean {
    const [low, high] = [this.root(a), this.root(b)];
    if (low === high) return false;
    this.above.set(high, low);
    return true;
  }
}

function alikeOf(rows: readonly RowId[], pairs: readonly Pair[]): readonly RowId[] {
  const [surest] = pairs;
  if (surest === undefined) return [];
  const likes = new Map<RowId, Set<RowId>>(rows.map((row) => [row, new Set()]));
  for (const { first, second } of pairs) {
    likes.get(first)?.add(second);
    likes.get(second)?.add(first);
  }
  const alike = [surest.first, surest.second];
  for (const row of rows)
    if (!alike.includes(row) && alike.every((each) => likes.get(row)?.has(each))) alike.push(row);
  return rows.filter((row) => alike.includes(row));
}

/**
 * `pairs`: the surest first; `place`: of a row in the sheet. Groups come with the surest weakest link first, then in the
 * sheet's order.
 */
export function groupPairs(pairs: readonly Pair[], place: (row: RowId) => number): readonly Group[] {
  const forest = new Forest();
  const links: Pair[] = [];
  for (const pair of pairs) if (forest.join(pair.first, pair.second)) links.push(pair);
  const found = new Map<RowId, { readonly pairs: Pair[]; readonly rows: Set<RowId>; weakest: Pair }>();
  for (const pair of pairs) {
    const root = forest.root(pair.first);
    const group = found.get(root) ?? { pairs: [], rows: new Set<RowId>(), weakest: pair };
    found.set(root, group);
    group.pairs.push(pair);
    group.rows.add(pair.first).add(pair.second);
  }
  // The last that joined two parts is the least sure of those that were needed.
  for (const link of links) {
    const group = found.get(forest.root(link.first));
    if (group !== undefined) group.weakest = link;
  }
  const groups = Array.from(found.values(), ({ pairs: own, rows: members, weakest }): Group => {
    const rows = Array.from(members).sort((a, b) => place(a) - place(b));
    return { rows, pairs: own, weakest, alike: alikeOf(rows, own) };
  });
  const placeOf = ({ rows }: Group): number => place(rows[0] ?? (0 as RowId));
  return groups.sort((a, b) => b.weakest.score - a.weakest.score || placeOf(a) - placeOf(b));
}
