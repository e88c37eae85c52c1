/** Days of a checklist under their months and years. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayTree, type Group, type Node, seenOf } from "../../../src/ui/columns/dayTree.ts";
import { check } from "../../support/property.ts";

const dayOf = (text: string): number => Date.parse(text) / 86_400_000;
const value = (text: string, count: number) => ({ atom: dayOf(text), count });
const shown = (nodes: readonly Node[]): readonly string[] =>
  nodes.map((node) => {
    const day = node.type === "group" ? node.day : Number(node.atom);
    return `${" ".repeat(node.depth)}${new Date(day * 86_400_000).toISOString().slice(0, 10)} ${node.count}`;
  });

describe("the days of a checklist", () => {
  it("stand under months and years, the latest year first, and are seen where those are open", () => {
    const tree = dayTree([
      value("1969-12-31", 1),
      value("2024-02-01", 2),
      value("2024-02-29", 3),
      value("2024-11-05", 4),
    ]);
    expect(shown(seenOf(tree, new Set()))).toEqual(["2024-01-01 9", "1969-01-01 1"]);
    const [year] = tree;
    const month = year?.parts[0];
    if (year === undefined || month?.type !== "group") throw new Error("a year of months");
    expect(shown(seenOf(tree, new Set([year, month])))).toEqual([
      "2024-01-01 9",
      " 2024-02-01 5",
      "  2024-02-01 2",
      "  2024-02-29 3",
      " 2024-11-01 4",
      "1969-01-01 1",
    ]);
  });

  it("are each in one year and in one month, which count them", () => {
    const days = fc.uniqueArray(fc.integer({ min: -40_000, max: 40_000 }), { maxLength: 60 });
    check(
      fc.property(days, (atoms) => {
        const values = atoms.sort((a, b) => a - b).map((atom, index) => ({ atom, count: index + 1 }));
        const leaves = (node: Node): readonly number[] =>
          node.type === "item" ? [Number(node.atom)] : node.parts.flatMap(leaves);
        const isWhole = (group: Group): boolean =>
          JSON.stringify(leaves(group)) === JSON.stringify(group.atoms) &&
          group.parts.every((part) => part.type === "item" || isWhole(part));
        const tree = dayTree(values);
        expect(tree.every(isWhole)).toBe(true);
        expect(tree.flatMap(leaves).sort((a, b) => a - b)).toEqual(atoms);
        expect(tree.reduce((sum, { count }) => sum + count, 0)).toBe((atoms.length * (atoms.length + 1)) / 2);
      }),
    );
  });
});
